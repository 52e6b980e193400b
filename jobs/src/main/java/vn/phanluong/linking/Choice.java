package vn.phanluong.linking;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lead;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pow;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.udf;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.types.DataTypes;

/**
 * Which pair of a candidate is a link: the best, if it is probable enough among all its pairs and
 * none, and far enough from the second-best person.
 */
record Choice(Model model, LinkingParameters parameters, Map<String, Long> graduatesByCohort) {
  private static final Column[] CANDIDATE = {
    col("dataset"), col("submission_id"), col("row_number")
  };

  /** Rows of {@code vault.link}. */
  Dataset<Row> of(Dataset<Row> pairs) {
    double none = 1 - parameters.of("match_share");
    WindowSpec best = Window.partitionBy(CANDIDATE).orderBy(col("weight").desc(), col("person"));
    WindowSpec all = best.rowsBetween(Window.unboundedPreceding(), Window.unboundedFollowing());
    return persons(pairs)
        .withColumn("odds", udf(prior(), DataTypes.DoubleType).apply(col("year"), col("levels")))
        .withColumn("odds", col("odds").multiply(pow(lit(2.0), col("weight"))))
        .withColumn("probability", col("odds").divide(sum("odds").over(all).plus(none)))
        .withColumn("margin", col("weight").minus(lead("weight", 1).over(best)))
        .withColumn("rank", row_number().over(best))
        .where(col("rank").equalTo(1))
        .where(col("probability").geq(parameters.of("probability_least")))
        .where(col("margin").isNull().or(col("margin").geq(parameters.of("margin_least"))))
        .select(
            col("dataset"),
            col("submission_id"),
            col("row_number"),
            col("graduate_submission_id"),
            col("graduate_row_number"),
            round(col("weight"), 4).as("weight"),
            round(col("probability"), 6).as("probability"),
            round(col("margin"), 4).as("margin"),
            lit(parameters.whole("version")).as("parameter_version"),
            col("delete_after"));
  }

  /** Of each person the row that agrees best; a graduate may stand in several lists. */
  private Dataset<Row> persons(Dataset<Row> pairs) {
    UDF2<String, Double, Double> weight = model::weight;
    UserDefinedFunction weighed = udf(weight, DataTypes.DoubleType);
    WindowSpec rows =
        Window.partitionBy(CANDIDATE[0], CANDIDATE[1], CANDIDATE[2], col("person"))
            .orderBy(
                col("weight").desc(),
                col("cohort").desc(),
                col("graduate_submission_id"),
                col("graduate_row_number"));
    return pairs
        .withColumn("weight", weighed.apply(col("pattern"), col("name_share")))
        .withColumn("row", row_number().over(rows))
        .where(col("row").equalTo(1));
  }

  /** Probability before any comparison that one certain eligible graduate is the person. */
  private UDF2<Integer, String, Double> prior() {
    TreeMap<String, Long> counts = new TreeMap<>(graduatesByCohort);
    int back = parameters.whole("years_back");
    double share = parameters.of("match_share");
    return (year, levels) -> {
      long eligible =
          Arrays.stream(levels.split(",", -1))
              .mapToLong(
                  level -> {
                    long sum = 0;
                    for (int cohort = year - back; cohort <= year; cohort++) {
                      sum += counts.getOrDefault(cohort + level, 0L);
                    }
                    return sum;
                  })
              .sum();
      return share / Math.max(1, eligible);
    };
  }
}
