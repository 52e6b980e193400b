package vn.phanluong.indicator;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.udf;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataType;
import org.jspecify.annotations.Nullable;
import vn.phanluong.definition.IndicatorDefinitions;
import vn.phanluong.definition.SchemaFiles;
import vn.phanluong.runtime.Changes;
import vn.phanluong.runtime.Inputs;
import vn.phanluong.runtime.RevisingBuilder;
import vn.phanluong.runtime.Revision;

/**
 * Builds {@code indicator.change}: what every area's figure did from cohort to cohort, and how much
 * of it is coverage, mix and rate of the units it is made of.
 */
public final class Change implements RevisingBuilder {
  private static final String OBSERVATION = "indicator.observation";

  private static final String CHANGES =
      "array<struct<cohort_year: smallint, value_before: double, value_after: double,"
          + " change: decimal(18,9), lower_limit: double, upper_limit: double,"
          + " coverage: decimal(18,9), mix: decimal(18,9), rate: decimal(18,9),"
          + " parts_compared: int, decomposition: string, jump: string, jump_reason: string,"
          + " is_synthetic: boolean>>";

  @Override
  public Dataset<Row> build(Inputs in) {
    return of(in, SchemaFiles.bundled());
  }

  @Override
  public @Nullable Revision revision(Changes changes) {
    if (!changes.tables().equals(Set.of(OBSERVATION))) {
      return null;
    }
    Dataset<Row> areas = areas(changes).localCheckpoint();
    return new Revision(areas, of(changes.now(), SchemaFiles.bundled(), areas));
  }

  /** Where a figure changed, and what holds such a place: an area's changes tell of its parts. */
  private static Dataset<Row> areas(Changes changes) {
    Dataset<Row> changed = changes.differing(OBSERVATION, "boundary", "region_key");
    Dataset<Row> cohorts = cohorts(changes.before()).union(cohorts(changes.now())).distinct();
    Dataset<Row> holding =
        Inputs.among(
                changed,
                Membership.of(changes.now(), cohorts).withColumnRenamed("part_key", "region_key"))
            .select(col("boundary"), col("area_key").as("region_key"));
    return changed.union(holding).distinct();
  }

  private static Dataset<Row> cohorts(Inputs in) {
    return figures(in).select("boundary", "cohort_year").distinct();
  }

  /** Changes up to the breaks that the definitions among some files declare, and after them. */
  public static Dataset<Row> of(Inputs in, SchemaFiles files) {
    return of(in, files, null);
  }

  private static Dataset<Row> of(Inputs in, SchemaFiles files, @Nullable Dataset<Row> areas) {
    Map<String, List<Integer>> breaks = IndicatorDefinitions.breaks(files);
    UserDefinedFunction changes =
        udf((UDF1<Row, List<Row>>) it -> ChangesOfArea.of(it, breaks), DataType.fromDDL(CHANGES));
    Dataset<Row> parts =
        parts(Membership.of(in, cohorts(in))).withColumnRenamed("area_key", "region_key");
    String[] area = Series.with("region_key", "level");
    return years(in, among(areas, figures(in)), among(areas, parts))
        .groupBy(Series.select(area))
        .agg(collect_list(struct("*")).as("years"))
        .withColumn("changes", changes.apply(struct("indicator_id", "years")))
        .select(Series.select(area, inline(col("changes"))));
  }

  private static Dataset<Row> among(@Nullable Dataset<Row> areas, Dataset<Row> rows) {
    return areas == null ? rows : Inputs.among(areas, rows);
  }

  /** Whole persons: what is apportioned is no change of anybody's. */
  private static Dataset<Row> figures(Inputs in) {
    return in.table(OBSERVATION)
        .where(col("breakdown").equalTo(""))
        .where(col("comparability").equalTo("exact").and(col("denominator").gt(0)))
        .withColumn("numerator", col("numerator").cast("bigint"))
        .withColumn("denominator", col("denominator").cast("bigint"))
        .withColumn("is_complete", col("state").equalTo("complete"));
  }

  /** The next smaller units: provinces, their districts, or their communes where there are none. */
  private static Dataset<Row> parts(Dataset<Row> members) {
    Column isNext =
        isOf("province", "nation")
            .or(isOf("province", "socio_economic_region"))
            .or(isOf("district", "province"))
            .or(isOf("commune", "district"));
    Dataset<Row> withDistricts = members.where(isOf("district", "province"));
    return members
        .where(isNext)
        .unionByName(
            members
                .where(isOf("commune", "province"))
                .join(
                    withDistricts, Inputs.keys("boundary", "cohort_year", "area_key"), "left_anti"))
        .drop("part_level", "area_level");
  }

  private static Column isOf(String part, String area) {
    return col("part_level").equalTo(part).and(col("area_level").equalTo(area));
  }

  /** Each area's figure of each cohort with the units it consists of and their figures. */
  private static Dataset<Row> years(Inputs in, Dataset<Row> figures, Dataset<Row> parts) {
    String[] area = {"boundary", "cohort_year", "region_key"};
    Dataset<Row> units =
        parts
            .groupBy("boundary", "cohort_year", "region_key")
            .agg(sort_array(collect_set("part_key")).as("units"));
    Dataset<Row> figuresOfParts =
        figures(in)
            .withColumnRenamed("region_key", "part_key")
            .join(broadcast(parts), Inputs.keys("boundary", "cohort_year", "part_key"))
            .groupBy(Series.select(Series.with("cohort_year", "region_key")))
            .agg(
                collect_list(struct("part_key", "numerator", "denominator", "is_complete"))
                    .as("parts"));
    return figures
        .join(broadcast(units), Inputs.keys(area))
        .join(figuresOfParts, Inputs.keys(Series.with("cohort_year", "region_key")), "left");
  }
}
