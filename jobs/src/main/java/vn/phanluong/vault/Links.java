package vn.phanluong.vault;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import vn.phanluong.definition.Contract;
import vn.phanluong.definition.Contracts;
import vn.phanluong.runtime.Slices;
import vn.phanluong.runtime.TableStore;

/** {@code vault.link}: which destination record is whose, told by identities, and how surely. */
public final class Links {
  private static final Contract CONTRACT = Contracts.bundled().of("vault.link");

  private final TableStore store;

  public Links(TableStore store) {
    this.store = store;
  }

  /** The links as they stand; none before the first run. */
  public Dataset<Row> read() {
    return store.read(CONTRACT);
  }

  /** Puts other links in the place of all. */
  public TableStore.Written replace(Dataset<Row> rows) {
    return store.replace(CONTRACT, Slices.WHOLE, rows);
  }

  /** Forgets links of rows, on either side; each is submission and row number. */
  void forget(List<Row> rows) {
    delete(
        rows.stream()
            .map(
                row ->
                    isRow("", row.getString(0), row.getInt(1))
                        .or(isRow("graduate_", row.getString(0), row.getInt(1))))
            .reduce(lit(false), Column::or));
  }

  void deleteDue(LocalDate day) {
    delete(col("delete_after").lt(lit(day)));
  }

  /** Deletes, also from earlier versions of the table. */
  void delete(Column condition) {
    if (store.exists(CONTRACT)) {
      store.delete(CONTRACT, condition);
      store.forgetEarlierVersions(CONTRACT);
    }
  }

  private static Column isRow(String side, String submissionId, int rowNumber) {
    return col(side + "submission_id")
        .equalTo(submissionId)
        .and(col(side + "row_number").equalTo(rowNumber));
  }
}
