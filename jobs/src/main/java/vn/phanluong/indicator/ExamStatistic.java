package vn.phanluong.indicator;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.StructType;
import vn.phanluong.runtime.Inputs;
import vn.phanluong.runtime.TableBuilder;

/**
 * Builds {@code indicator.exam_statistic} from the histogram: every area's histogram is the sum of
 * its councils', so both boundaries rest on the same counts. What a council did not deliver is «not
 * reported», never 0.
 */
public final class ExamStatistic implements TableBuilder {
  private static final String STATISTICS =
      "n bigint, mean double, sd double, median double, p10 double, p90 double,"
          + " share_ge_5 double, zeros bigint, tens bigint";
  private static final String[] AREA = {
    "exam_year", "subject_code", "area_type", "area_key", "area_name", "boundary"
  };

  @Override
  public Dataset<Row> build(Inputs in) {
    Dataset<Row> histogram = in.table("indicator.exam_score_histogram");
    Dataset<Row> areas = areas(in);
    Dataset<Row> delivered = histogram.select("exam_year", "council_code").distinct();
    Dataset<Row> coverage = coverage(areas, delivered, offered(histogram));
    return coverage
        .join(statistics(histogram, areas), Inputs.keys(AREA), "left")
        .withColumn("is_synthetic", coalesce(col("is_synthetic"), lit(false)))
        .withColumn("absent", col("candidates").minus(col("n")));
  }

  /** Each council of each year with the areas it counts in. */
  private static Dataset<Row> areas(Inputs in) {
    Dataset<Row> councils = in.table("star.dim_exam_council");
    Dataset<Row> named =
        in.table("star.dim_region")
            .where(col("known_to").isNull())
            .select(col("region_key").as("key"), col("name").as("unit"));
    Dataset<Row> council =
        councils.select(councilColumns(lit("council"), col("council_code"), col("name"), "as_was"));
    return council
        .unionByName(unit(councils, named, "province", "region_key", "as_was"))
        .unionByName(unit(councils, named, "province", "today_key", "today"))
        .unionByName(unit(councils.withColumn("vn", lit("VN")), named, "nation", "vn", "as_was"))
        .unionByName(unit(councils.withColumn("vn", lit("VN")), named, "nation", "vn", "today"));
  }

  private static Dataset<Row> unit(
      Dataset<Row> councils, Dataset<Row> named, String type, String key, String boundary) {
    return councils
        .join(broadcast(named), col(key).equalTo(col("key")))
        .select(councilColumns(lit(type), col(key), col("unit"), boundary));
  }

  private static Column[] councilColumns(Column type, Column key, Column name, String boundary) {
    return new Column[] {
      col("council_code"),
      col("valid_from_year"),
      col("valid_to_year"),
      type.as("area_type"),
      key.as("area_key"),
      name.as("area_name"),
      lit(boundary).as("boundary")
    };
  }

  /** The subjects of a year: those in which any candidate has a score. */
  private static Dataset<Row> offered(Dataset<Row> histogram) {
    return histogram.where(col("score").geq(0)).select("exam_year", "subject_code").distinct();
  }

  private static Column holds() {
    return col("exam_year")
        .geq(col("valid_from_year"))
        .and(col("valid_to_year").isNull().or(col("exam_year").leq(col("valid_to_year"))));
  }

  private static Dataset<Row> coverage(
      Dataset<Row> areas, Dataset<Row> delivered, Dataset<Row> offered) {
    Dataset<Row> councils =
        offered
            .join(broadcast(areas), holds())
            .join(
                broadcast(delivered.withColumn("is_delivered", lit(1))),
                Inputs.keys("exam_year", "council_code"),
                "left");
    Column reported = col("councils_reported");
    Column expected = col("councils_expected");
    return councils
        .groupBy("exam_year", "subject_code", "area_type", "area_key", "area_name", "boundary")
        .agg(
            countDistinct(col("council_code")).cast("int").as("councils_expected"),
            coalesce(sum("is_delivered"), lit(0)).cast("int").as("councils_reported"))
        .withColumn("coverage", reported.cast("double").divide(expected))
        .withColumn(
            "reporting_status",
            when(reported.equalTo(0), "not_reported")
                .when(reported.lt(expected), "partial")
                .otherwise("reported"));
  }

  private static Dataset<Row> statistics(Dataset<Row> histogram, Dataset<Row> areas) {
    UserDefinedFunction statistics =
        udf(
            (UDF1<scala.collection.Seq<Row>, Row>) ExamStatistic::row,
            StructType.fromDDL(STATISTICS));
    return histogram
        .join(broadcast(areas), Inputs.keys("council_code"))
        .where(holds())
        .groupBy(
            "exam_year", "subject_code", "area_type", "area_key", "area_name", "boundary", "score")
        .agg(
            sum(col("candidates").cast("bigint")).as("candidates"),
            max("is_synthetic").as("is_synthetic"))
        .groupBy("exam_year", "subject_code", "area_type", "area_key", "area_name", "boundary")
        .agg(
            sum("candidates").as("candidates"),
            max("is_synthetic").as("is_synthetic"),
            collect_list(struct(col("score"), col("candidates"))).as("cells"))
        .withColumn("s", statistics.apply(col("cells")))
        .select(col("*"), col("s.*"))
        .drop("s", "cells");
  }

  private static Row row(scala.collection.Seq<Row> cells) {
    Map<Integer, Long> counts = new HashMap<>();
    for (int i = 0; i < cells.size(); i++) {
      counts.merge((int) cells.apply(i).getShort(0), cells.apply(i).getLong(1), Long::sum);
    }
    HistogramStatistics of = HistogramStatistics.of(counts);
    return RowFactory.create(
        of.n(),
        of.mean(),
        of.sd(),
        of.median(),
        of.p10(),
        of.p90(),
        of.shareAtLeastFive(),
        of.zeros(),
        of.tens());
  }
}
