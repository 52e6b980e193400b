package vn.phanluong.indicator;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import vn.phanluong.statistics.Counts;
import vn.phanluong.statistics.Interval;
import vn.phanluong.statistics.Wilson;

/** Rates of sums of persons: ratios of sums, and how far each is known. */
final class ObservedRates {
  private static final String INTERVAL = "lower double, upper double";

  private ObservedRates() {}

  /**
   * The sums with value, bounds, interval, coverage, state and comparability. Pupils of silent
   * schools are in no value; they widen the bounds and lower the coverage.
   */
  static Dataset<Row> of(Dataset<Row> sums) {
    Column isTold = not(col("is_divided")).and(col("units_reported").gt(0));
    Dataset<Row> known = sums;
    for (String persons :
        new String[] {"numerator", "denominator", "unknown", "disputed", "apportioned"}) {
      known = known.withColumn(persons, when(isTold, col(persons)));
    }
    Column isSome = col("denominator").gt(0);
    Column silent = coalesce(col("silent"), lit(0));
    Column everybody = col("denominator").plus(silent);
    // Where nobody asks how many are unknown there are no bounds.
    Column most = col("numerator").plus(col("unknown"));
    Column least =
        when(col("unknown").isNotNull(), col("numerator").minus(coalesce(col("disputed"), lit(0))));
    return known
        .withColumn(
            "coverage",
            coalesce(col("units_reported").divide(nullif(col("units_expected"), lit(0))), lit(1.0))
                .multiply(
                    coalesce(
                        lit(1.0).minus(silent.divide(nullif(col("last_grade"), lit(0)))),
                        lit(1.0))))
        .withColumn("value", when(isSome, percent(col("numerator"), col("denominator"))))
        .withColumn("lower_bound", when(isSome, percent(least, everybody)))
        .withColumn("upper_bound", when(isSome, percent(most.plus(silent), everybody)))
        .withColumn(
            "match_rate",
            when(
                isSome,
                lit(1.0)
                    .minus(
                        most.minus(least)
                            .cast("double")
                            .divide(col("denominator").cast("double")))))
        .withColumn("wilson", wilson())
        .withColumn("wilson_lower", col("wilson.lower"))
        .withColumn("wilson_upper", col("wilson.upper"))
        .drop("wilson")
        .withColumn(
            "apportioned_fraction",
            when(isSome, coalesce(col("apportioned"), lit(0)).divide(col("denominator")))
                .cast("double"))
        .withColumn(
            "state",
            when(col("units_reported").equalTo(0), coalesce(col("state"), lit("not_reported")))
                .when(col("units_reported").lt(col("units_expected")), "partial")
                .otherwise("complete"))
        .withColumn("obs_status", status())
        .withColumn(
            "comparability",
            when(col("is_divided"), "not_comparable")
                .when(col("apportioned").gt(0), "apportioned")
                .otherwise("exact"))
        .drop("is_divided", "apportioned");
  }

  /** SDMX's word for how far a figure may still change; without a figure there is none. */
  private static Column status() {
    Column isAllIn = col("state").equalTo("complete").and(col("coverage").equalTo(1.0));
    return when(
        col("numerator").isNotNull().and(col("denominator").isNotNull()),
        when(isAllIn, "final").otherwise("provisional"));
  }

  /** Of whole persons alone, and of parts of a whole. */
  private static Column wilson() {
    Column isOfPersons =
        not(col("method").equalTo("apparent"))
            .and(col("denominator").gt(0))
            .and(coalesce(col("apportioned"), lit(0)).equalTo(0));
    return when(
        isOfPersons,
        udf((UDF2<Long, Long, Row>) ObservedRates::interval, StructType.fromDDL(INTERVAL))
            .apply(col("numerator").cast("bigint"), col("denominator").cast("bigint")));
  }

  private static @Nullable Row interval(@Nullable Long numerator, @Nullable Long denominator) {
    if (numerator == null || denominator == null) {
      return null;
    }
    Counts counts = new Counts(numerator, denominator);
    if (!counts.isProportion()) {
      return null;
    }
    Interval interval = Wilson.of(counts);
    return RowFactory.create(100 * interval.lower(), 100 * interval.upper());
  }

  /** Divided last, so that all of them are 100 and nothing more. */
  private static Column percent(Column persons, Column all) {
    return persons.cast("double").multiply(lit(100.0)).divide(all.cast("double"));
  }
}
