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
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import vn.phanluong.runtime.Inputs;
import vn.phanluong.runtime.TableBuilder;

/**
 * Builds {@code indicator.observation}: tallies summed to every level of both boundaries. Ratios
 * are of sums, never means of ratios; shares enter unrounded; what did not arrive lowers coverage,
 * and a unit divided nobody knows how leaves its areas without a figure. In communes of today
 * schools count where they stand.
 */
public final class Observation implements TableBuilder {
  private static final String PERSONS = "decimal(27,12)";

  private static final String[] SERIES = {
    "indicator_id", "version", "part", "method", "cohort_year", "basis", "breakdown", "member"
  };

  @Override
  public Dataset<Row> build(Inputs in) {
    Dataset<Row> areas =
        in.table("star.bridge_region_boundary").withColumnRenamed("region_key", "unit");
    Dataset<Row> provinces = inProvinces(areas).localCheckpoint();
    Dataset<Row> standing = provinces.where("members = 1").drop("members");
    // Many sums ask it: a plan that holds the tally as often takes longer than its rows.
    Dataset<Row> units = reportedBy(in, standing).localCheckpoint();
    Dataset<Row> everywhere = units.where(col("breakdown").equalTo(""));
    Dataset<Row> everybody = whole(everywhere).localCheckpoint();
    Dataset<Row> merged = merged(in, provinces);
    Dataset<Row> told =
        everybody
            .select(columns(series()))
            .union(merged.where(col("breakdown").equalTo("")).select(columns(series())))
            .distinct();
    Dataset<Row> reporting =
        sums(everybody.where(isPart()), "unit")
            .withColumn("units_expected", owed())
            .withColumn("is_part", lit(true))
            .unionByName(provinces(everybody, told, standing).withColumn("is_part", lit(false)))
            .unionByName(
                sums(units.where(col("breakdown").notEqual("")), "unit")
                    .withColumn("units_expected", lit(1))
                    .withColumn("is_part", lit(false)))
            .unionByName(merged.withColumn("is_part", lit(false)));
    // A province holds what its parts reported: those count in areas of their own level alone.
    Column isOfLevel = col("is_part").equalTo(col("level").isin("commune", "district"));
    Dataset<Row> inLevels =
        reporting
            .withColumnRenamed("unit", "reporter")
            .join(
                broadcast(areas.where(not(CommunesOfToday.are()))),
                stands().and(col("unit").equalTo(col("reporter"))).and(isOfLevel));
    Dataset<Row> sums =
        inAreas(inLevels.select(placed()).unionByName(CommunesOfToday.of(everywhere, areas)));
    return in.shaped(ObservedRates.of(SilentSchools.beside(in, sums)));
  }

  /** True of the rows of a unit that hold for the cohort. */
  static Column stands() {
    return col("cohort_year").between(col("cohort_from"), col("cohort_to"));
  }

  private static Dataset<Row> reportedBy(Inputs in, Dataset<Row> standing) {
    return in.table("indicator.tally")
        .join(broadcast(standing), stands().and(col("unit").equalTo(col("region_key"))));
  }

  /** Tallies of units, whatever units of today their schools stand in. */
  private static Dataset<Row> whole(Dataset<Row> everywhere) {
    return sums(everywhere, "unit", "unit_level", "province_key", "is_late")
        .withColumn(
            "tally_state", when(col("units_reported").gt(0), "complete").otherwise(col("state")));
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
   * for all of these, and owe nothing of their own, unless they tell who went somewhere and their
   * members of whom: then something is missing. Who is in a group is owed by nobody.
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
        .withColumn(
            "units_expected",
            when(isOfAll.and(not(TallyState.isWithoutWhole(col("state")))), lit(0))
                .otherwise(lit(1)))
        .drop("members");
  }

  /** True of what lies below a province. */
  static Column isPart() {
    return col("unit_level").isin("commune", "district");
  }

  /** The key of what is one figure in each area, and other columns. */
  static String[] series(String... others) {
    return Stream.concat(Stream.of(SERIES), Stream.of(others)).toArray(String[]::new);
  }

  static Column[] columns(String... names) {
    return Stream.of(names).map(name -> col(name)).toArray(Column[]::new);
  }

  /**
   * What units reported, by series and key: sums of what is complete, and the state of the rest.
   */
  static Dataset<Row> sums(Dataset<Row> units, String... key) {
    Column isComplete = col("tally_state").equalTo("complete");
    // Of a distribution every class has the same whole, also where one class is not told.
    Column isOfWhole = isComplete.or(col("part").notEqual("").and(col("unknown").isNotNull()));
    return units
        .groupBy(columns(series(key)))
        .agg(
            sum(when(isComplete, col("numerator"))).as("numerator"),
            sum(when(isOfWhole, col("denominator"))).as("denominator"),
            sum(when(isOfWhole, col("unknown"))).as("unknown"),
            sum(when(isOfWhole, col("disputed"))).as("disputed"),
            count(when(isComplete, lit(1))).cast("int").as("units_reported"),
            TallyState.first(when(isComplete, lit("partial")).otherwise(col("tally_state")))
                .as("state"),
            max("is_synthetic").as("is_synthetic"));
  }

  /**
   * Every province of the cohort's 31 May in every series, reported or not: one that reports by its
   * parts owes all of them, any other owes itself.
   */
  private static Dataset<Row> provinces(
      Dataset<Row> units, Dataset<Row> told, Dataset<Row> standing) {
    Column isOwing = col("unit_level").equalTo("province").and(not(col("is_late")));
    return told.join(broadcast(standing.where(isOwing)), stands())
        .select(columns(series("province_key")))
        .join(parts(units, standing), Inputs.keys(series("province_key")), "left")
        .join(sums(units, "province_key"), Inputs.keys(series("province_key")), "left")
        // Who is followed one by one is followed wherever there is somebody.
        .withColumn(
            "units_expected",
            when(col("method").equalTo("linked"), greatest(col("units_reported"), lit(1)))
                .otherwise(coalesce(col("units_expected"), owed())))
        .withColumnRenamed("province_key", "unit");
  }

  /**
   * How many parts owe a count in each province that reports by parts: all that stand on the
   * cohort's day but those where what is counted does not exist.
   */
  private static Dataset<Row> parts(Dataset<Row> units, Dataset<Row> standing) {
    String[] kind = {"province_key", "unit_level", "is_late"};
    Dataset<Row> ofProvinces = units.where(isPart());
    // Parts that say they have no count do not answer for a province that has one.
    Dataset<Row> reportedIn =
        ofProvinces
            .where(not(TallyState.isReason(col("tally_state"))))
            .select(columns(series(kind)))
            .distinct();
    Dataset<Row> ofKind =
        standing
            .join(broadcast(units.select("cohort_year").distinct()), stands())
            .groupBy(col("cohort_year"), col("province_key"), col("unit_level"), col("is_late"))
            .agg(count(lit(1)).as("parts"));
    Dataset<Row> without =
        ofProvinces
            .where(TallyState.isNotApplicable(col("tally_state")))
            .groupBy(columns(series(kind)))
            .agg(count(lit(1)).as("without"));
    return reportedIn
        .join(
            broadcast(ofKind), Inputs.keys("cohort_year", "province_key", "unit_level", "is_late"))
        .join(without, Inputs.keys(series(kind)), "left")
        .groupBy(columns(series("province_key")))
        .agg(
            nullif(sum(col("parts").minus(coalesce(col("without"), lit(0)))), lit(0))
                .cast("int")
                .as("units_expected"));
  }

  /** A unit owes itself, unless what is counted does not exist there. */
  static Column owed() {
    return when(TallyState.isNotApplicable(col("state")), 0).otherwise(1);
  }

  /** Sums of a unit with an area they count in, and the share of them that does. */
  static Column[] placed() {
    return columns(
        series(
            "boundary",
            "level",
            "area_key",
            "share",
            "numerator",
            "denominator",
            "unknown",
            "disputed",
            "units_reported",
            "units_expected",
            "state",
            "is_synthetic"));
  }

  private static Dataset<Row> inAreas(Dataset<Row> reporting) {
    // A class that is not told of is reported as unknown, divided like the rest of its whole.
    Column isReported = col("units_reported").gt(0).or(col("denominator").isNotNull());
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
            TallyState.last(col("state")).as("state"),
            coalesce(max("is_synthetic"), lit(false)).as("is_synthetic"))
        .withColumnRenamed("area_key", "region_key");
  }

  /** Almost all units lie whole in their areas, and products of decimals are dear. */
  private static Column part(Column persons) {
    Column count = persons.cast("bigint");
    Column isWhole = col("share").equalTo(1);
    Column whole = sum(when(isWhole, count)).cast(PERSONS);
    Column rest = sum(when(not(isWhole), count.multiply(col("share")))).cast(PERSONS);
    return coalesce(whole.plus(rest), whole, rest).cast(PERSONS);
  }
}
