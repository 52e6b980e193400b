package vn.phanluong.indicator;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.make_date;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import vn.phanluong.runtime.Inputs;

/** The figures that a target is held against: those of the territory of its unit. */
final class TargetFigures {
  private TargetFigures() {}

  /**
   * Every unit with its {@code territory_key} and the days from and to which there is a unit of
   * that territory; {@code territory_to} is blank while there is one.
   */
  static Dataset<Row> territories(Inputs in) {
    WindowSpec territory = Window.partitionBy("territory_key");
    Column isOpen = count(lit(1)).over(territory).gt(count(col("valid_to")).over(territory));
    return in.table("star.dim_region")
        .where(col("known_to").isNull())
        .select(
            col("region_key"),
            col("territory_key"),
            min(col("valid_from")).over(territory).as("territory_from"),
            when(isOpen, lit(null))
                .otherwise(max(col("valid_to")).over(territory))
                .as("territory_to"));
  }

  /**
   * Observations of everybody, one boundary a cohort: as it was where the territory had a unit on
   * 31 May of the cohort's year; of today where its unit came later.
   */
  static Dataset<Row> of(Inputs in) {
    Column asWas = make_date(col("cohort_year"), lit(5), lit(31));
    Column boundary = when(col("territory_from").gt(asWas), "today").otherwise("as_was");
    return in.table("indicator.observation")
        .where(col("breakdown").equalTo(""))
        .join(broadcast(territories(in)), Inputs.keys("region_key"))
        .where(col("boundary").equalTo(boundary));
  }

  /** Indicators of schools have a part for each level, and targets name the level. */
  static Column part() {
    return when(col("indicator_id").startsWith("HN-"), col("education_level")).otherwise("");
  }
}
