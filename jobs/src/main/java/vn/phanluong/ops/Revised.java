package vn.phanluong.ops;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import vn.phanluong.definition.Contract;

/**
 * Marks what a release tells otherwise than the one before told it as final. A figure once revised
 * stays so; one that is provisional again is that. Where either release hides a figure nothing is
 * said, since a mark would tell of it.
 */
final class Revised {
  private static final String STATUS = "obs_status";
  private static final String BEFORE = "_before";

  private Revised() {}

  /** True of a table whose figures have a status. */
  static boolean isAskedOf(Contract contract) {
    return contract.columnNames().contains(STATUS);
  }

  /**
   * The rows with {@code revised} in the place of {@code final} where that is so.
   *
   * @param before the same table in the release before; one without a status there says nothing
   */
  static Dataset<Row> marked(Contract contract, Dataset<Row> rows, Dataset<Row> before) {
    Set<String> told = Set.of(before.columns());
    if (!told.contains(STATUS)) {
      return rows;
    }
    List<String> figures =
        contract.columns().stream()
            .filter(column -> column.unit() != null && told.contains(column.name()))
            .map(vn.phanluong.definition.Column::name)
            .toList();
    Stream<Column> asBefore =
        Stream.concat(Stream.of(STATUS), figures.stream()).map(name -> col(name).as(name + BEFORE));
    Dataset<Row> earlier =
        before
            .where(col(STATUS).isin("final", "revised"))
            .select(
                Stream.concat(contract.key().stream().map(it -> col(it)), asBefore)
                    .toArray(Column[]::new));
    Column differs =
        figures.stream()
            .map(name -> coalesce(col(name).notEqual(col(name + BEFORE)), lit(false)))
            .reduce(col(STATUS + BEFORE).equalTo("revised"), Column::or);
    Column isRevised = col(STATUS).equalTo("final").and(coalesce(differs, lit(false)));
    return rows.join(earlier, contract.key().toArray(String[]::new), "left")
        .withColumn(STATUS, when(isRevised, "revised").otherwise(col(STATUS)))
        .select(Stream.of(rows.columns()).map(it -> col(it)).toArray(Column[]::new));
  }
}
