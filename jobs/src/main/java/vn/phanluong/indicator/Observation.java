package vn.phanluong.indicator;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import vn.phanluong.runtime.Inputs;
import vn.phanluong.runtime.TableBuilder;
import vn.phanluong.statistics.Counts;
import vn.phanluong.statistics.Interval;
import vn.phanluong.statistics.Wilson;

/**
 * Builds {@code indicator.observation}: tallies summed to every level of both boundaries. Ratios
 * are of sums, never means of ratios; shares enter unrounded; what did not arrive lowers coverage,
 * and a unit divided nobody knows how leaves its areas without a figure.
 */
public final class Observation implements TableBuilder {
  private static final String PERSONS = "decimal(27,12)";

  private static final String INTERVAL = "lower double, upper double";

  private static final String[] SERIES = {
    "indicator_id", "version", "part", "method", "cohort_year", "basis", "breakdown", "member"
  };

  @Override
  public Dataset<Row> build(Inputs in) {
    Dataset<Row> areas =
        in.table("star.bridge_region_boundary").withColumnRenamed("region_key", "unit");
    Dataset<Row> provinces = inProvinces(areas).localCheckpoint();
    Dataset<Row> standing = provinces.where("members = 1").drop("members");
    Dataset<Row> units = reportedBy(in, standing);
    Dataset<Row> everybody = units.where(col("breakdown").equalTo(""));
    Dataset<Row> merged = merged(in, provinces);
    Dataset<Row> told =
        everybody
            .select(columns(series()))
            .union(merged.where(col("breakdown").equalTo("")).select(columns(series())))
            .distinct();
    Dataset<Row> reporting =
        sums(everybody.where(isPart()), "unit")
            .withColumn("units_expected", lit(1))
            .withColumn("is_part", lit(true))
            .unionByName(provinces(everybody, told, standing).withColumn("is_part", lit(false)))
            .unionByName(
                sums(units.where(col("breakdown").notEqual("")), "unit")
                    .withColumn("units_expected", lit(1))
                    .withColumn("is_part", lit(false)))
            .unionByName(merged.withColumn("is_part", lit(false)));
    // A province holds what its parts reported: those count in areas of their own level alone.
    Column isOfLevel = col("is_part").equalTo(col("level").isin("commune", "district"));
    return withRates(
        inAreas(
            reporting
                .withColumnRenamed("unit", "reporter")
                .join(
                    broadcast(areas),
                    stands().and(col("unit").equalTo(col("reporter"))).and(isOfLevel))));
  }

  /** True of the rows of a unit that hold for the cohort. */
  private static Column stands() {
    return col("cohort_year").between(col("cohort_from"), col("cohort_to"));
  }

  private static Dataset<Row> reportedBy(Inputs in, Dataset<Row> standing) {
    return in.table("indicator.tally")
        .join(broadcast(standing), stands().and(col("unit").equalTo(col("region_key"))));
  }

  /**
   * Units with the province of 31 May they lie in and of how many such they are made; {@code
   * is_late} of those that came after that day and report in autumn.
   */
  private static Dataset<Row> inProvinces(Dataset<Row> areas) {
    Dataset<Row> asWas = areas.where(col("boundary").equalTo("as_was"));
    Dataset<Row> own =
        asWas
            .where(col("unit").equalTo(col("area_key")))
            .select(col("unit"), col("cohort_from"), lit(false).as("is_own"));
    return asWas
        .where(col("level").equalTo("province"))
        .groupBy("unit", "unit_level", "cohort_from", "cohort_to")
        .agg(min("area_key").as("province_key"), count(lit(1)).cast("int").as("members"))
        .join(own, Inputs.keys("unit", "cohort_from"), "left")
        .withColumn("is_late", col("is_own").isNull())
        .drop("is_own");
  }

  /**
   * What provinces report that came after 31 May and took in several: in areas of today they stand
   * for all of these, and owe nothing of their own; who is in a group is owed by nobody.
   */
  private static Dataset<Row> merged(Inputs in, Dataset<Row> provinces) {
    Dataset<Row> late = provinces.where("members > 1");
    Column isOfAll = col("breakdown").equalTo("");
    return sums(reportedBy(in, late), "unit")
        .join(broadcast(late.select("unit", "members")), Inputs.keys("unit"))
        .withColumn(
            "units_reported",
            when(isOfAll, col("units_reported").multiply(col("members")))
                .otherwise(col("units_reported")))
        .withColumn("units_expected", when(isOfAll, lit(0)).otherwise(lit(1)))
        .drop("members");
  }

  private static Column isPart() {
    return col("unit_level").isin("commune", "district");
  }

  private static String[] series(String... others) {
    return Stream.concat(Stream.of(SERIES), Stream.of(others)).toArray(String[]::new);
  }

  private static Column[] columns(String... names) {
    return Stream.of(names).map(name -> col(name)).toArray(Column[]::new);
  }

  private static Dataset<Row> sums(Dataset<Row> units, String key) {
    Column isComplete = col("tally_state").equalTo("complete");
    return units
        .groupBy(columns(series(key)))
        .agg(
            sum(when(isComplete, col("numerator"))).as("numerator"),
            sum(when(isComplete, col("denominator"))).as("denominator"),
            sum(when(isComplete, col("unknown"))).as("unknown"),
            sum(when(isComplete, col("disputed"))).as("disputed"),
            count(when(isComplete, lit(1))).cast("int").as("units_reported"),
            min(when(isComplete, lit("partial")).otherwise(col("tally_state"))).as("state"),
            max("is_synthetic").as("is_synthetic"));
  }

  /**
   * Every province of the cohort's 31 May in every series, reported or not: one that reports by its
   * parts owes all of them, any other owes itself.
   */
  private static Dataset<Row> provinces(
      Dataset<Row> units, Dataset<Row> told, Dataset<Row> standing) {
    Dataset<Row> owed = told.join(broadcast(standing), stands());
    Dataset<Row> reportedIn =
        units
            .where(isPart())
            .select(columns(series("province_key", "unit_level", "is_late")))
            .distinct();
    Dataset<Row> parts =
        owed.where(isPart())
            .join(
                broadcast(reportedIn),
                Inputs.keys(series("province_key", "unit_level", "is_late")),
                "left_semi")
            .groupBy(columns(series("province_key")))
            .agg(count(lit(1)).cast("int").as("units_expected"));
    return owed.where(col("unit_level").equalTo("province").and(not(col("is_late"))))
        .select(columns(series("province_key")))
        .join(parts, Inputs.keys(series("province_key")), "left")
        .join(sums(units, "province_key"), Inputs.keys(series("province_key")), "left")
        // Who is followed one by one is followed wherever there is somebody.
        .withColumn(
            "units_expected",
            when(col("method").equalTo("linked"), greatest(col("units_reported"), lit(1)))
                .otherwise(coalesce(col("units_expected"), lit(1))))
        .withColumnRenamed("province_key", "unit");
  }

  private static Dataset<Row> inAreas(Dataset<Row> reporting) {
    Column isReported = col("units_reported").gt(0);
    Column isApportioned = isReported.and(col("share").lt(1));
    return reporting
        .groupBy(columns(series("boundary", "level", "area_key")))
        .agg(
            part(col("numerator")).as("numerator"),
            part(col("denominator")).as("denominator"),
            part(col("unknown")).as("unknown"),
            part(col("disputed")).as("disputed"),
            part(when(isApportioned, col("denominator"))).as("apportioned"),
            coalesce(max(isReported.and(col("share").isNull())), lit(false)).as("is_divided"),
            // A merged province stands for its members, of which an area may hold one alone.
            least(sum(coalesce(col("units_reported"), lit(0))), sum("units_expected"))
                .cast("int")
                .as("units_reported"),
            sum("units_expected").cast("int").as("units_expected"),
            max("state").as("state"),
            coalesce(max("is_synthetic"), lit(false)).as("is_synthetic"))
        .withColumnRenamed("area_key", "region_key");
  }

  private static Column part(Column persons) {
    return sum(persons.cast("bigint").multiply(col("share"))).cast(PERSONS);
  }

  private static Dataset<Row> withRates(Dataset<Row> sums) {
    Dataset<Row> known = sums;
    for (String persons :
        new String[] {"numerator", "denominator", "unknown", "disputed", "apportioned"}) {
      known = known.withColumn(persons, when(not(col("is_divided")), col(persons)));
    }
    Column isSome = col("denominator").gt(0);
    // Where nobody asks how many are unknown there are no bounds.
    Column most = col("numerator").plus(col("unknown"));
    Column least =
        when(col("unknown").isNotNull(), col("numerator").minus(coalesce(col("disputed"), lit(0))));
    return known
        .withColumn("coverage", col("units_reported").divide(col("units_expected")))
        .withColumn("value", when(isSome, percent(col("numerator"))))
        .withColumn("lower_bound", when(isSome, percent(least)))
        .withColumn("upper_bound", when(isSome, percent(most)))
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
        .withColumn(
            "comparability",
            when(col("is_divided"), "not_comparable")
                .when(col("apportioned").gt(0), "apportioned")
                .otherwise("exact"))
        .drop("is_divided", "apportioned");
  }

  /** Of whole persons alone, and of parts of a whole. */
  private static Column wilson() {
    Column isOfPersons =
        not(col("method").equalTo("apparent"))
            .and(col("denominator").gt(0))
            .and(coalesce(col("apportioned"), lit(0)).equalTo(0));
    return when(
        isOfPersons,
        udf((UDF2<Long, Long, Row>) Observation::interval, StructType.fromDDL(INTERVAL))
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
  private static Column percent(Column persons) {
    return persons.cast("double").multiply(lit(100.0)).divide(col("denominator").cast("double"));
  }
}
