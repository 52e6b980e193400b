package vn.phanluong.star;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import vn.phanluong.runtime.Inputs;

/** Counts as places report them, each once, and marked whether they enter sums. */
final class ReportedCounts {
  private ReportedCounts() {}

  /** The latest statement of each key, with {@code is_additive}. */
  static Dataset<Row> of(Inputs in, Dataset<Row> counts, String... key) {
    Dataset<Row> named = counts.withColumn("school", coalesce(col("school"), lit("")));
    Dataset<Row> units =
        in.table("star.dim_region").select(col("region_key"), col("level"), col("parent_key"));
    // A later statement that there is no count takes the place of an earlier count.
    return Latest.of(in, named, key)
        .where(col("persons_state").equalTo("reported"))
        .drop("persons_state")
        .join(broadcast(units), "region_key")
        .withColumn("is_additive", isAdditive())
        .drop("level", "parent_key", "period", "reporter_code");
  }

  /** What is told in parts is not added again as a whole. */
  private static Column isAdditive() {
    Column isSchool = col("school").notEqual("");
    Column province =
        when(col("level").equalTo("district"), col("parent_key")).otherwise(col("region_key"));
    WindowSpec unit = Window.partitionBy("cohort_year", "education_level", "basis", "region_key");
    WindowSpec whole =
        Window.partitionBy(col("cohort_year"), col("education_level"), col("basis"), province);
    Column hasSchools = max(isSchool).over(unit);
    Column hasDistricts = max(col("level").equalTo("district")).over(whole);
    Column toldBySchools = hasSchools.and(not(isSchool));
    Column toldByDistricts = hasDistricts.and(col("level").notEqual("district"));
    return not(toldBySchools.or(toldByDistricts));
  }
}
