package vn.phanluong.indicator;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.when;

import java.math.BigDecimal;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import vn.phanluong.runtime.Inputs;

/**
 * What counts in communes of today: schools in the one they stand in, other counts by the shares of
 * their unit. A district that counts anybody whose school nobody places leaves its communes without
 * a figure.
 */
final class CommunesOfToday {
  private static final Column ALL = lit(BigDecimal.ONE);

  private CommunesOfToday() {}

  /** True of areas that are communes of today. */
  static Column are() {
    return col("boundary").equalTo("today").and(col("level").equalTo("commune"));
  }

  /**
   * Sums with the communes they count in, in the columns of {@link Observation#placed}.
   *
   * @param told tallies of persons in no group, with their unit and its level
   * @param areas rows of {@code star.bridge_region_boundary}, their unit called so
   */
  static Dataset<Row> of(Dataset<Row> told, Dataset<Row> areas) {
    Dataset<Row> everybody = inCommunes(told, areas);
    Column isPlaced = col("today_region_key").notEqual("");
    Dataset<Row> schools =
        owing(Observation.sums(everybody.where(isPlaced), "unit", "today_region_key"))
            .withColumn("area_key", col("today_region_key"))
            .withColumn("share", ALL);
    Dataset<Row> others =
        owing(
            Observation.sums(
                everybody.where(not(isPlaced).and(Observation.isPart())), "unit", "unit_level"));
    Dataset<Row> communes =
        others
            .withColumnRenamed("unit", "reporter")
            .drop("unit_level")
            .join(
                broadcast(areas.where(are())),
                Observation.stands().and(col("unit").equalTo(col("reporter"))));
    return placed(schools)
        .unionByName(placed(communes))
        .unionByName(placed(unplaced(others, schools, areas)));
  }

  /** A school of which a register tells no more than the province stands in no known commune. */
  private static Dataset<Row> inCommunes(Dataset<Row> told, Dataset<Row> areas) {
    Dataset<Row> communes =
        areas
            .where(are())
            .select(col("area_key").as("today_region_key"), col("area_key").as("commune"))
            .distinct();
    return told.join(broadcast(communes), Inputs.keys("today_region_key"), "left")
        .withColumn("today_region_key", coalesce(col("commune"), lit("")))
        .drop("commune");
  }

  private static Dataset<Row> owing(Dataset<Row> sums) {
    return sums.withColumn("units_expected", Observation.owed());
  }

  private static Dataset<Row> placed(Dataset<Row> sums) {
    return sums.withColumn("boundary", lit("today"))
        .withColumn("level", lit("commune"))
        .select(Observation.placed());
  }

  /** Counts of districts in communes where schools count too, or in the one a district became. */
  private static Dataset<Row> unplaced(
      Dataset<Row> others, Dataset<Row> schools, Dataset<Row> areas) {
    Dataset<Row> districts = others.where(col("unit_level").equalTo("district"));
    Dataset<Row> inCommunes =
        districts.join(broadcast(communes(districts, areas)), Inputs.keys("unit", "cohort_year"));
    String[] figure = Observation.series("area_key");
    return inCommunes
        .where(col("share").isNull())
        .join(
            schools.select(Observation.columns(figure)).distinct(),
            Inputs.keys(figure),
            "left_semi")
        .unionByName(inCommunes.where(col("share").isNotNull()));
  }

  /** Communes of today that have, or may have, a part of a district of a cohort. */
  private static Dataset<Row> communes(Dataset<Row> districts, Dataset<Row> areas) {
    Dataset<Row> lying =
        areas
            .where("boundary = 'as_was' AND level = 'district' AND unit_level = 'commune'")
            .select(
                col("area_key").as("unit"),
                col("unit").as("commune"),
                col("cohort_from"),
                col("cohort_to"));
    Dataset<Row> members =
        districts
            .select("unit", "cohort_year")
            .distinct()
            .join(broadcast(lying), Inputs.keys("unit"))
            .where(Observation.stands())
            .select("unit", "cohort_year", "commune");
    Dataset<Row> now =
        areas
            .where(are())
            .select(
                col("unit").as("commune"), col("area_key"), col("cohort_from"), col("cohort_to"));
    Dataset<Row> parts =
        members
            .alias("member")
            .join(
                broadcast(now.alias("now")),
                Observation.stands().and(col("member.commune").equalTo(col("now.commune"))),
                "left")
            .groupBy("unit", "cohort_year")
            .agg(
                collect_set("area_key").as("communes"),
                max(col("area_key").isNull()).as("has_unknown"));
    return parts
        .withColumn(
            "share", when(size(col("communes")).equalTo(1).and(not(col("has_unknown"))), ALL))
        .withColumn("area_key", explode(col("communes")))
        .drop("communes", "has_unknown");
  }
}
