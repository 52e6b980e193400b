package vn.phanluong.star;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import vn.phanluong.runtime.Inputs;
import vn.phanluong.runtime.TableBuilder;

/**
 * Builds {@code star.fct_exam}. Of a council that two submissions deliver for one year, the one
 * received last stands whole: two deliveries are never mixed in one council.
 */
public final class FctExam implements TableBuilder {

  @Override
  public Dataset<Row> build(Inputs in) {
    Dataset<Row> results = in.table("clean.exam_result");
    List<Row> deliveries =
        Latest.withSubmission(
                in, results.select("exam_year", "council_code", "submission_id").distinct())
            .collectAsList();
    Object[] synthetic =
        deliveries.stream()
            .filter(delivery -> delivery.<Boolean>getAs("is_synthetic"))
            .map(delivery -> delivery.<String>getAs("submission_id"))
            .distinct()
            .toArray();
    return results
        .where(not(isSuperseded(deliveries)))
        .withColumn("is_synthetic", col("submission_id").isin(synthetic))
        .drop("period", "reporter_code", "gioi_tinh", "chuong_trinh");
  }

  /**
   * A condition instead of a join: deliveries are a few hundred, candidates millions, and in most
   * years no council comes twice.
   */
  private static Column isSuperseded(List<Row> deliveries) {
    Map<String, Row> last = new HashMap<>();
    for (Row delivery : deliveries) {
      last.merge(council(delivery), delivery, (a, b) -> sequence(a) > sequence(b) ? a : b);
    }
    return deliveries.stream()
        .filter(delivery -> last.get(council(delivery)) != delivery)
        .map(
            delivery ->
                col("exam_year")
                    .equalTo(delivery.<Short>getAs("exam_year"))
                    .and(col("council_code").equalTo(delivery.<String>getAs("council_code")))
                    .and(col("submission_id").equalTo(delivery.<String>getAs("submission_id"))))
        .reduce(Column::or)
        .orElse(lit(false));
  }

  private static String council(Row delivery) {
    return delivery.getAs("exam_year") + "/" + delivery.getAs("council_code");
  }

  private static long sequence(Row delivery) {
    return delivery.<Long>getAs("sequence");
  }
}
