package vn.phanluong.indicator;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataType;
import org.jspecify.annotations.Nullable;
import vn.phanluong.runtime.Inputs;
import vn.phanluong.statistics.Counts;
import vn.phanluong.statistics.Ranking;
import vn.phanluong.statistics.Ranking.Place;
import vn.phanluong.statistics.Standing;

/** Ranks of figures of places among each other, with the ranks their uncertainty allows. */
final class Standings {
  private static final String STANDINGS =
      "array<struct<region_key: string, value: double, rank: int, best_rank: int,"
          + " worst_rank: int, places: int, standing: string, is_synthetic: boolean>>";

  private Standings() {}

  /**
   * Figures with {@code within_key}: the nation of a province, the province of what lies below.
   * Those that lie whole in none are left out.
   *
   * @param figures of {@code boundary, cohort_year, region_key}
   */
  static Dataset<Row> within(Inputs in, Dataset<Row> figures) {
    Dataset<Row> within =
        Membership.of(in, figures.select("boundary", "cohort_year").distinct())
            .where(
                col("area_level")
                    .equalTo(
                        when(col("part_level").equalTo("province"), "nation")
                            .otherwise("province")))
            .select(
                col("boundary"),
                col("cohort_year"),
                col("part_key").as("region_key"),
                col("area_key").as("within_key"));
    return figures.join(broadcast(within), Inputs.keys("boundary", "cohort_year", "region_key"));
  }

  /**
   * Every figure with its standing among those of its group.
   *
   * @param figures rows of {@code indicator.observation} with a {@code target} (bigint) each
   * @param group columns of which each combination is ranked by itself, and which are kept
   */
  static Dataset<Row> of(Dataset<Row> figures, String... group) {
    return figures
        .withColumn("left_out", leftOut())
        .groupBy(Series.select(group))
        .agg(
            collect_list(
                    struct(
                        col("region_key"),
                        col("numerator").cast("bigint").as("numerator"),
                        col("denominator").cast("bigint").as("denominator"),
                        coalesce(col("unknown").cast("bigint"), lit(0L)).as("unknown"),
                        coalesce(col("disputed").cast("bigint"), lit(0L)).as("disputed"),
                        coalesce(col("silent"), lit(0L)).as("silent"),
                        col("target"),
                        col("value"),
                        col("left_out"),
                        col("is_synthetic")))
                .as("places"))
        .withColumn(
            "standings",
            udf((UDF1<Row, List<Row>>) Standings::standings, DataType.fromDDL(STANDINGS))
                .apply(struct("places")))
        .select(Series.select(group, inline(col("standings"))));
  }

  /** Why a place is not ranked; null if it is. */
  private static Column leftOut() {
    return when(col("comparability").notEqual("exact"), "apportioned")
        .when(col("state").notEqual("complete"), "partial")
        .when(col("method").equalTo("linked").and(col("unknown").isNull()), "no_bounds")
        .when(
            col("numerator").plus(coalesce(col("unknown"), lit(0))).gt(col("denominator")),
            "above_whole");
  }

  private static List<Row> standings(Row group) {
    List<Row> places = group.getList(0);
    SortedMap<String, Place> ranked = new TreeMap<>();
    for (Row place : places) {
      if (place.getAs("left_out") == null) {
        ranked.put(
            place.getAs("region_key"),
            new Place(
                new Counts(place.<Long>getAs("numerator"), place.<Long>getAs("denominator")),
                place.<Long>getAs("unknown"),
                place.<Long>getAs("disputed"),
                place.<Long>getAs("silent"),
                place.<Long>getAs("target")));
      }
    }
    Map<String, Standing> standings = Ranking.of(ranked);
    List<Row> rows = new ArrayList<>();
    for (Row place : places) {
      rows.add(row(place, standings.get(place.<String>getAs("region_key")), ranked.size()));
    }
    return rows;
  }

  private static Row row(Row place, @Nullable Standing standing, int places) {
    Integer rank = standing == null ? null : standing.rank();
    return RowFactory.create(
        place.getAs("region_key"),
        place.getAs("value"),
        rank,
        standing == null ? null : standing.best(),
        standing == null ? null : standing.worst(),
        places,
        standing == null ? place.getAs("left_out") : rank == null ? "indistinct" : "ranked",
        place.getAs("is_synthetic"));
  }
}
