package vn.phanluong.indicator;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import vn.phanluong.runtime.Changes;

/**
 * Of a table that counts persons, the cells in which persons that changed count, or counted. In all
 * other cells all count as before; these are counted anew, since a cell may be more than a sum.
 *
 * @param cells an indicator, a cohort and a unit each, and other columns that name a cell
 * @param tables that changed: what reads none of them has no such cell
 * @param cohorts of all cells
 * @param units of all cells, as SQL writes texts
 */
record ChangedCells(
    Dataset<Row> cells, Set<String> tables, List<String> cohorts, List<String> units) {
  /** So many units are a short question to each person. */
  private static final int MOST_UNITS = 2000;

  /**
   * The cells that queries find for some persons; null if their units are too many.
   *
   * @param shape columns of a cell, the unit last
   */
  static @Nullable ChangedCells of(Changes changes, String shape, Stream<Dataset<Row>> found) {
    Dataset<Row> none = changes.now().spark().createDataFrame(List.of(), StructType.fromDDL(shape));
    Dataset<Row> cells = found.reduce(none, Dataset::unionByName).localCheckpoint();
    Row extent =
        cells
            .select(
                collect_set(col("cohort_year").cast("string")).as("cohorts"),
                collect_set(col(cells.columns()[cells.columns().length - 1])).as("units"))
            .first();
    List<String> units = texts(extent, "units").map("'%s'"::formatted).toList();
    return units.size() > MOST_UNITS
        ? null
        : new ChangedCells(cells, changes.tables(), texts(extent, "cohorts").toList(), units);
  }

  /**
   * True of who counts in one of the cells, and of few others.
   *
   * @param year expression of the cohort
   * @param places expressions of all units that a person may count in
   */
  String isAsked(String year, List<String> places) {
    String listed = String.join(", ", units);
    return units.isEmpty()
        ? "false"
        : "(%s) IN (%s) AND (%s)"
            .formatted(
                year,
                String.join(", ", cohorts),
                places.stream()
                    .distinct()
                    .map(place -> "(%s) IN (%s)".formatted(place, listed))
                    .collect(Collectors.joining(" OR ")));
  }

  private static Stream<String> texts(Row extent, String name) {
    return extent.<String>getList(extent.fieldIndex(name)).stream().sorted();
  }
}
