package vn.phanluong.star;

import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.when;

import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import vn.phanluong.region.Areas;
import vn.phanluong.region.RegionHistory;
import vn.phanluong.runtime.Inputs;

/**
 * The unit of today a school stands in, for rows counted in a unit of their year that is not whole
 * in it: a divided commune, a district, a province.
 */
final class StandsIn {
  /** Column of the units a school lay in on 31 May that are not the one it stands in today. */
  static final String DIVIDED = "divided_region_keys";

  private StandsIn() {}

  /**
   * The rows with the units their school lay in that are not whole in its unit of today.
   *
   * @param unit column of the unit the register has the school in
   * @param today column of the unit of today
   * @param told unit, year and unit of today, among which those of the rows are
   */
  static Dataset<Row> of(
      Dataset<Row> rows, String unit, String year, String today, Dataset<Row> told) {
    RegionHistory history = References.checked();
    Today now = new Today(history);
    AsWas then = new AsWas(history);
    List<Row> lineages =
        told.toDF("unit", "year", "today").na().drop().distinct().collectAsList().stream()
            .map(
                row ->
                    RowFactory.create(
                        row.getString(0),
                        row.getShort(1),
                        row.getString(2),
                        then.lineage(row.getString(0), row.getShort(1)).stream()
                            .filter(each -> isDivided(now, each, row.getShort(1), row.getString(2)))
                            .toArray(String[]::new)))
            .toList();
    Dataset<Row> found =
        rows.sparkSession()
            .createDataFrame(
                lineages,
                StructType.fromDDL(
                    "%s string, %s smallint, %s string, %s array<string>"
                        .formatted(unit, year, today, DIVIDED)));
    return rows.join(broadcast(found), Inputs.keys(unit, year, today), "left");
  }

  /** The unit of today if the unit a row is counted in is not whole in it; else blank. */
  static Column today(String unit, String today) {
    return when(array_contains(col(DIVIDED), col(unit)), col(today));
  }

  private static boolean isDivided(Today now, String unit, short year, String today) {
    LocalDate day = Areas.asWas(year);
    return !today.equals(now.unitOf(unit, day));
  }
}
