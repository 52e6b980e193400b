package vn.phanluong.indicator;

import static org.apache.spark.sql.functions.col;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import vn.phanluong.runtime.Inputs;

/** Which units make up an area on a boundary. */
final class Membership {
  private Membership() {}

  /**
   * Rows of {@code boundary, cohort_year, part_key, part_level, area_key, area_level}: units that
   * stand on the boundary themselves, and the areas they lie whole in.
   *
   * @param cohorts rows of {@code boundary, cohort_year} that are wanted
   */
  static Dataset<Row> of(Inputs in, Dataset<Row> cohorts) {
    Dataset<Row> bridge = in.table("star.bridge_region_boundary");
    Dataset<Row> standing =
        bridge
            .where(col("unit_level").equalTo(col("level")))
            .where(col("region_key").equalTo(col("area_key")))
            .select("region_key", "boundary", "cohort_from");
    // A present unit is a unit of today for every cohort, not only for those counted in it.
    Column holds =
        bridge
            .col("boundary")
            .equalTo("today")
            .or(col("cohort_year").between(col("cohort_from"), col("cohort_to")));
    return bridge
        .where(col("share").equalTo(1).and(col("unit_level").notEqual(col("level"))))
        .join(standing, Inputs.keys("region_key", "boundary", "cohort_from"), "left_semi")
        .join(cohorts, bridge.col("boundary").equalTo(cohorts.col("boundary")).and(holds))
        .select(
            bridge.col("boundary"),
            col("cohort_year"),
            col("region_key").as("part_key"),
            col("unit_level").as("part_level"),
            col("area_key"),
            col("level").as("area_level"))
        .distinct();
  }
}
