package vn.phanluong.indicator;

import static org.apache.spark.sql.functions.broadcast;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import vn.phanluong.runtime.Changes;
import vn.phanluong.runtime.Inputs;
import vn.phanluong.runtime.Revision;

/**
 * Of a table that counts persons, the cells in which persons that changed count, or counted. In all
 * other cells all count as before; these are counted anew, since a cell may be more than a sum.
 *
 * @param cells columns that name a cell
 * @param cohorts of all cells
 * @param units of all cells, as SQL writes texts
 */
record ChangedCells(Dataset<Row> cells, List<String> cohorts, List<String> units) {
  /** So many units are a short question to each person. */
  private static final int MOST_UNITS = 2000;

  /**
   * Nothing if more changed than persons, or if the units are too many.
   *
   * @param found queries for the cells of some persons
   * @param names the columns of a cell, {@code cohort_year} among them, the unit last
   */
  static Optional<ChangedCells> of(
      Changes changes, Function<Inputs, Stream<Dataset<Row>>> found, String... names) {
    Dataset<Row> persons = changes.persons();
    if (persons == null) {
      return Optional.empty();
    }
    Dataset<Row> cells =
        Stream.of(changes.before(), changes.now())
            .flatMap(in -> found.apply(in.of(persons)))
            .map(rows -> rows.select(Series.select(names)))
            .reduce(Dataset::union)
            .orElseThrow()
            .distinct()
            .localCheckpoint();
    List<String> units =
        texts(cells, "concat('\\'', %s, '\\'')".formatted(names[names.length - 1]));
    return units.size() > MOST_UNITS
        ? Optional.empty()
        : Optional.of(new ChangedCells(cells, texts(cells, "CAST(cohort_year AS STRING)"), units));
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

  /** Those of some rows that are in the cells take the place of what was there. */
  Revision revision(Dataset<Row> rows) {
    return new Revision(
        cells, rows.join(broadcast(cells), Inputs.keys(cells.columns()), "left_semi"));
  }

  private static List<String> texts(Dataset<Row> cells, String sql) {
    return cells.selectExpr(sql).distinct().collectAsList().stream()
        .map(row -> row.getString(0))
        .sorted()
        .toList();
  }
}
