package vn.phanluong.vault;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import vn.phanluong.definition.Contract;
import vn.phanluong.definition.Contracts;
import vn.phanluong.runtime.TableStore;

/** {@code vault.identity}: what left rows at the door, sealed before Spark saw it. */
public final class Identities {
  static final Contract CONTRACT = Contracts.bundled().of("vault.identity");

  private static final ObjectMapper JSON = new ObjectMapper();

  private final TableStore store;

  public Identities(TableStore store) {
    this.store = store;
  }

  /** What a sealed value belongs to; it opens for no other row. */
  public static String place(String submissionId, int rowNumber) {
    return submissionId + "/" + rowNumber;
  }

  /** Identities by field as one text, to be sealed. */
  public static String json(Map<String, String> identities) {
    try {
      return JSON.writeValueAsString(identities);
    } catch (JsonProcessingException e) {
      // The cause would quote what must not be seen.
      throw new IllegalStateException("Identities that are no JSON");
    }
  }

  /**
   * Enters identities.
   *
   * @param rows submission_id, row_number, key_id and sealed
   */
  public void enter(Dataset<Row> rows) {
    store.append(CONTRACT, rows.withColumn("delete_after", lit(Archive.deleteAfter())));
  }

  /** Lets the identities of a submission end on another day than those that arrive now. */
  public void keepUntil(String submissionId, LocalDate day) {
    store.update(
        CONTRACT, col("submission_id").equalTo(submissionId), Map.of("delete_after", lit(day)));
  }

  /** Deletes, also from earlier versions of the table. */
  void delete(Column condition) {
    if (store.exists(CONTRACT)) {
      store.delete(CONTRACT, condition);
      store.forgetEarlierVersions(CONTRACT);
    }
  }

  void deleteDue(LocalDate day) {
    delete(col("delete_after").lt(lit(day)));
  }
}
