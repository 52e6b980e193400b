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
import vn.phanluong.runtime.TableBuilder;
import vn.phanluong.statistics.Counts;
import vn.phanluong.statistics.Ranking.Place;
import vn.phanluong.statistics.Standing;

/**
 * Builds {@code indicator.ranking}: provinces among those of the nation, districts and communes
 * among those of their province, with the ranks their uncertainty allows.
 */
public final class Ranking implements TableBuilder {
  private static final String STANDINGS =
      "array<struct<region_key: string, value: double, rank: int, best_rank: int,"
          + " worst_rank: int, places: int, standing: string, is_synthetic: boolean>>";

  @Override
  public Dataset<Row> build(Inputs in) {
    Dataset<Row> figures =
        in.table("indicator.observation")
            .where(col("breakdown").equalTo("").and(col("denominator").gt(0)));
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
    String[] group = Series.with("cohort_year", "within_key", "level");
    return figures
        .withColumn("left_out", leftOut())
        .join(broadcast(within), Inputs.keys("boundary", "cohort_year", "region_key"))
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
                        col("value"),
                        col("left_out"),
                        col("is_synthetic")))
                .as("places"))
        .withColumn(
            "standings",
            udf((UDF1<Row, List<Row>>) Ranking::standings, DataType.fromDDL(STANDINGS))
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
                place.<Long>getAs("silent")));
      }
    }
    Map<String, Standing> standings = vn.phanluong.statistics.Ranking.of(ranked);
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
