package vn.phanluong.star;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import vn.phanluong.runtime.Inputs;
import vn.phanluong.runtime.TableBuilder;

/**
 * Builds {@code star.fct_exam}. Of a council that two reporters deliver for one year and round, the
 * one heard last stands whole, with what was added to it or corrected: two deliveries are never
 * mixed in one council. Rounds of an exam stand side by side.
 */
public final class FctExam implements TableBuilder {

  @Override
  public Dataset<Row> build(Inputs in) {
    Dataset<Row> results = in.table("clean.exam_result");
    List<Row> deliveries = deliveries(in, results);
    Object[] synthetic =
        deliveries.stream()
            .filter(delivery -> delivery.<Boolean>getAs("is_synthetic"))
            .map(delivery -> delivery.<String>getAs("submission_id"))
            .distinct()
            .toArray();
    return inTheirLastRound(results.where(not(isSuperseded(deliveries))), deliveries)
        .withColumn("is_synthetic", col("submission_id").isin(synthetic))
        .drop("period", "reporter_code", "gioi_tinh", "chuong_trinh");
  }

  /** A few hundred, where candidates are millions: looked through here instead of joined. */
  private static List<Row> deliveries(Inputs in, Dataset<Row> results) {
    Dataset<Row> ledger =
        in.table("ops.submission")
            .select(
                "submission_id",
                "sequence",
                "is_synthetic",
                "period",
                "reporter_code",
                "subperiod",
                "round");
    return results
        .select("exam_year", "council_code", "submission_id")
        .distinct()
        .join(broadcast(ledger), "submission_id")
        .collectAsList();
  }

  private static Column isSuperseded(List<Row> deliveries) {
    Map<String, String> standing = new HashMap<>();
    deliveries.stream()
        .sorted(Comparator.comparingLong(FctExam::sequence))
        .forEach(delivery -> standing.put(council(delivery), scope(delivery)));
    return deliveries.stream()
        .filter(delivery -> !scope(delivery).equals(standing.get(council(delivery))))
        .map(
            delivery ->
                isOfCouncil(delivery)
                    .and(col("submission_id").equalTo(delivery.<String>getAs("submission_id"))))
        .reduce(Column::or)
        .orElse(lit(false));
  }

  /** A candidate who came to two rounds has the results of the second. */
  private static Dataset<Row> inTheirLastRound(Dataset<Row> results, List<Row> deliveries) {
    long councils =
        distinct(deliveries, it -> it.getAs("exam_year") + "/" + it.getAs("council_code"));
    if (distinct(deliveries, FctExam::council) == councils) {
      return results;
    }
    Column round = lit(1);
    for (Row delivery : deliveries) {
      round =
          when(
                  col("submission_id").equalTo(delivery.<String>getAs("submission_id")),
                  lit(delivery.<Short>getAs("round").intValue()))
              .otherwise(round);
    }
    return results
        .withColumn("round", round)
        .withColumn("last", max("round").over(Window.partitionBy("exam_year", "candidate_number")))
        .where(col("round").equalTo(col("last")))
        .drop("round", "last");
  }

  private static long distinct(List<Row> deliveries, Function<Row, String> name) {
    return deliveries.stream().map(name).distinct().count();
  }

  private static Column isOfCouncil(Row delivery) {
    return col("exam_year")
        .equalTo(delivery.<Short>getAs("exam_year"))
        .and(col("council_code").equalTo(delivery.<String>getAs("council_code")));
  }

  private static String council(Row delivery) {
    return "%s/%s/%s"
        .formatted(
            delivery.<Short>getAs("exam_year"),
            delivery.<String>getAs("council_code"),
            delivery.<Short>getAs("round"));
  }

  private static String scope(Row delivery) {
    return "%s/%s/%s/%s"
        .formatted(
            delivery.<Short>getAs("period"),
            delivery.<String>getAs("reporter_code"),
            delivery.<String>getAs("subperiod"),
            delivery.<Short>getAs("round"));
  }

  private static long sequence(Row delivery) {
    return delivery.<Long>getAs("sequence");
  }
}
