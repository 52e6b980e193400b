package vn.phanluong.indicator;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.make_date;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import vn.phanluong.runtime.Inputs;
import vn.phanluong.runtime.TableBuilder;

/**
 * Builds {@code indicator.observation}: tallies summed to units, provinces and the nation on both
 * boundaries. Ratios are of sums, never means of ratios; what did not arrive lowers coverage.
 */
public final class Observation implements TableBuilder {
  @Override
  public Dataset<Row> build(Inputs in) {
    Dataset<Row> regions = in.table("star.dim_region");
    Dataset<Row> units = units(in.table("indicator.tally"), regions);
    Dataset<Row> districts = sums(units.where(col("level").equalTo("district")), "region_key");
    Dataset<Row> provinces = provinces(units, regions);
    Dataset<Row> asWas =
        districts
            .withColumn("units_expected", lit(1))
            .withColumn("level", lit("district"))
            .unionByName(expected(provinces, "region_key", "province"))
            .unionByName(expected(provinces, "nation_key", "nation"))
            .withColumn("boundary", lit("as_was"));
    Dataset<Row> today =
        expected(provinces, "today_key", "province")
            .unionByName(expected(provinces, "nation_key", "nation"))
            .withColumn("boundary", lit("today"));
    return withRates(asWas.unionByName(today));
  }

  /** Tallies with the province their unit lies in. */
  private static Dataset<Row> units(Dataset<Row> tally, Dataset<Row> regions) {
    Column province =
        when(col("level").equalTo("district"), col("parent_key")).otherwise(col("region_key"));
    return tally
        .join(broadcast(regions.select("region_key", "level", "parent_key")), "region_key")
        .withColumn("province_key", province);
  }

  private static Dataset<Row> sums(Dataset<Row> units, String key) {
    Column isComplete = col("tally_state").equalTo("complete");
    return units
        .withColumn("unit", col(key))
        .groupBy(col("indicator_id"), col("version"), col("cohort_year"), col("basis"), col("unit"))
        .agg(
            sum(when(isComplete, col("numerator"))).as("numerator"),
            sum(when(isComplete, col("denominator"))).as("denominator"),
            sum(when(isComplete, col("unknown"))).as("unknown"),
            count(when(isComplete, lit(1))).cast("int").as("units_reported"),
            min(when(isComplete, lit("partial")).otherwise(col("tally_state"))).as("state"),
            max("is_synthetic").as("is_synthetic"))
        .withColumnRenamed("unit", "region_key");
  }

  /**
   * Every province of the cohort's 31 May in every series, reported or not: one that reports by
   * districts owes all of them, any other owes itself.
   */
  private static Dataset<Row> provinces(Dataset<Row> units, Dataset<Row> regions) {
    Dataset<Row> reported = sums(units, "province_key");
    Dataset<Row> byDistrict =
        units
            .where(col("level").equalTo("district"))
            .select(col("cohort_year"), col("basis"), col("indicator_id"), col("province_key"))
            .distinct();
    Dataset<Row> series =
        units.select("indicator_id", "version", "cohort_year", "basis").distinct();
    Column day = make_date(col("cohort_year"), lit(5), lit(31));
    Column stands =
        day.geq(col("valid_from")).and(col("valid_to").isNull().or(day.leq(col("valid_to"))));
    Dataset<Row> standing = series.crossJoin(broadcast(regions)).where(stands);
    Dataset<Row> districtsOwed =
        standing
            .where(col("level").equalTo("district"))
            .withColumnRenamed("parent_key", "province_key")
            .join(
                broadcast(byDistrict),
                Inputs.keys("cohort_year", "basis", "indicator_id", "province_key"),
                "left_semi")
            .groupBy("indicator_id", "version", "cohort_year", "basis", "province_key")
            .agg(count(lit(1)).cast("int").as("owed"))
            .withColumnRenamed("province_key", "region_key");
    Column[] columns = {
      col("indicator_id"),
      col("version"),
      col("cohort_year"),
      col("basis"),
      col("region_key"),
      col("today_key"),
      lit("VN").as("nation_key")
    };
    return standing
        .where(col("level").equalTo("province"))
        .select(columns)
        .join(districtsOwed, Inputs.keys(key()), "left")
        .join(reported, Inputs.keys(key()), "left");
  }

  private static String[] key() {
    return new String[] {"indicator_id", "version", "cohort_year", "basis", "region_key"};
  }

  private static Dataset<Row> expected(Dataset<Row> provinces, String key, String level) {
    return provinces
        .withColumn("area", col(key))
        .groupBy(col("indicator_id"), col("version"), col("cohort_year"), col("basis"), col("area"))
        .agg(
            sum("numerator").as("numerator"),
            sum("denominator").as("denominator"),
            sum("unknown").as("unknown"),
            sum(org.apache.spark.sql.functions.coalesce(col("units_reported"), lit(0)))
                .cast("int")
                .as("units_reported"),
            sum(org.apache.spark.sql.functions.coalesce(col("owed"), lit(1)))
                .cast("int")
                .as("units_expected"),
            max("state").as("state"),
            max(org.apache.spark.sql.functions.coalesce(col("is_synthetic"), lit(false)))
                .as("is_synthetic"))
        .withColumnRenamed("area", "region_key")
        .withColumn("level", lit(level));
  }

  private static Dataset<Row> withRates(Dataset<Row> sums) {
    Column percent = lit(100.0).divide(col("denominator"));
    Column isSome = col("denominator").gt(0);
    return sums.withColumn("coverage", col("units_reported").divide(col("units_expected")))
        .withColumn("value", when(isSome, col("numerator").multiply(percent)))
        .withColumn("lower_bound", col("value"))
        .withColumn(
            "upper_bound", when(isSome, col("numerator").plus(col("unknown")).multiply(percent)))
        .withColumn(
            "state",
            when(
                    col("units_reported").equalTo(0),
                    org.apache.spark.sql.functions.coalesce(col("state"), lit("not_reported")))
                .when(col("units_reported").lt(col("units_expected")), "partial")
                .otherwise("complete"))
        .withColumn("method", lit("reported"))
        .withColumn("comparability", lit("exact"));
  }
}
