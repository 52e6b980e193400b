package vn.phanluong.indicator;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.udf;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataType;
import org.jspecify.annotations.Nullable;
import vn.phanluong.definition.IndicatorDefinitions;
import vn.phanluong.definition.SchemaFiles;
import vn.phanluong.runtime.Inputs;
import vn.phanluong.runtime.TableBuilder;
import vn.phanluong.statistics.Counts;
import vn.phanluong.statistics.Pace;
import vn.phanluong.statistics.Projection;

/**
 * Builds {@code indicator.outlook}: of every target in force still ahead of the figures, how fast
 * the place must rise, how it last moved, and where four comparable cohorts or more would lead.
 */
public final class Outlook implements TableBuilder {
  /**
   * Points between the bounds of a figure above which nothing rests on it: where more of the cohort
   * is unknown than known, as before the files of its destinations came, the value says less than
   * what is missing.
   */
  static final double WIDEST_BOUNDS = 50;

  private static final String OUTLOOKS =
      "array<struct<cohort_year: smallint, value: double, last_change: double,"
          + " needed_pace: double, cohorts: int, cohorts_left_out: int, projected: double,"
          + " projected_lower: double, projected_upper: double, is_synthetic: boolean>>";

  private static final String[] TARGET = {
    "document_id", "region_key", "target_year", "indicator_id", "education_level", "target_value"
  };

  @Override
  public Dataset<Row> build(Inputs in) {
    Map<String, List<Integer>> breaks = IndicatorDefinitions.breaks(SchemaFiles.bundled());
    // The figure of the whole says nothing of a part, and nobody strives for what was replaced.
    Dataset<Row> targets =
        in.table("star.fct_target")
            .where(col("scope").equalTo("whole"))
            .where(col("valid_to").isNull().and(col("contradiction").isNull()))
            .withColumnRenamed("value", "target_value")
            .select(Series.select(TARGET))
            .join(
                broadcast(in.table("star.dim_indicator").select("indicator_id", "basis")),
                Inputs.keys("indicator_id"))
            .join(broadcast(TargetFigures.territories(in)), Inputs.keys("region_key"))
            .withColumn("part", TargetFigures.part());
    Dataset<Row> figures =
        TargetFigures.of(in)
            .where(col("state").equalTo("complete"))
            .where(col("comparability").equalTo("exact").and(col("denominator").gt(0)))
            .withColumn("is_known", isKnown())
            .withColumn("numerator", col("numerator").cast("bigint"))
            .withColumn("denominator", col("denominator").cast("bigint"))
            .drop("region_key", "territory_from", "territory_to");
    String[] place = {"indicator_id", "part", "basis", "territory_key"};
    String[] series = {
      "document_id",
      "region_key",
      "target_year",
      "indicator_id",
      "education_level",
      "version",
      "method",
      "target_value"
    };
    return figures
        .join(broadcast(targets), Inputs.keys(place))
        .groupBy(Series.select(series))
        .agg(
            collect_list(
                    struct("cohort_year", "numerator", "denominator", "is_known", "is_synthetic"))
                .as("years"))
        .withColumn(
            "outlooks",
            udf((UDF1<Row, List<Row>>) it -> outlook(it, breaks), DataType.fromDDL(OUTLOOKS))
                .apply(struct("indicator_id", "target_year", "target_value", "years")))
        .select(Series.select(series, inline(col("outlooks"))));
  }

  /** What has no bounds is no matter of unknown persons. */
  private static Column isKnown() {
    return coalesce(col("upper_bound").minus(col("lower_bound")).leq(WIDEST_BOUNDS), lit(true));
  }

  private static List<Row> outlook(Row target, Map<String, List<Integer>> breaks) {
    List<Row> given = target.getList(target.fieldIndex("years"));
    List<Row> rows = given.stream().filter(it -> it.<Boolean>getAs("is_known")).toList();
    if (rows.isEmpty()) {
      return List.of();
    }
    SortedMap<Integer, Counts> all = new TreeMap<>();
    for (Row row : rows) {
      all.put(
          (int) row.<Short>getAs("cohort_year"),
          new Counts(row.<Long>getAs("numerator"), row.<Long>getAs("denominator")));
    }
    int last = all.lastKey();
    int year = target.<Short>getAs("target_year");
    if (last >= year) {
      return List.of();
    }
    List<Integer> own = breaks.getOrDefault(target.<String>getAs("indicator_id"), List.of());
    int since = own.stream().filter(it -> it <= last).mapToInt(it -> it).max().orElse(0);
    SortedMap<Integer, Counts> years = all.tailMap(since);
    double value = percent(all, last);
    OptionalDouble pace =
        Pace.needed(value, last, target.<BigDecimal>getAs("target_value").doubleValue(), year);
    boolean isUnbroken = own.stream().noneMatch(it -> it > last && it <= year);
    Projection projection = isUnbroken ? projection(years, year) : null;
    return List.of(
        RowFactory.create(
            (short) last,
            value,
            years.containsKey(last - 1) ? value - percent(years, last - 1) : null,
            pace.orElseThrow(),
            years.size(),
            given.size() - rows.size(),
            projection == null ? null : 100 * projection.value(),
            projection == null ? null : 100 * projection.interval().lower(),
            projection == null ? null : 100 * projection.interval().upper(),
            rows.stream().anyMatch(it -> it.<Boolean>getAs("is_synthetic"))));
  }

  private static @Nullable Projection projection(SortedMap<Integer, Counts> years, int year) {
    return years.values().stream().allMatch(Counts::isProportion)
        ? Projection.of(years, year).orElse(null)
        : null;
  }

  private static double percent(SortedMap<Integer, Counts> years, int year) {
    return 100 * years.getOrDefault(year, new Counts(0, 0)).value();
  }
}
