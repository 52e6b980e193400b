package vn.phanluong.published;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import vn.phanluong.runtime.Inputs;
import vn.phanluong.runtime.TableBuilder;

/** Builds {@code published.target_status}: a status hides with the figure it rests on. */
public final class TargetStatus implements TableBuilder {
  /** Stands in place of the reason, which would tell the status. */
  private static final String SUPPRESSED =
      "Nhóm quá nhỏ để công bố. The group is too small to be published.";

  @Override
  public Dataset<Row> build(Inputs in) {
    // A status rests on the figure of its indicator's own basis of place, known in one way.
    Dataset<Row> bases = in.table("star.dim_indicator").select("indicator_id", "basis");
    Dataset<Row> observed =
        in.table("published.observation")
            .join(broadcast(bases), Inputs.keys("indicator_id", "basis"))
            .select(
                col("indicator_id"),
                col("part"),
                col("method"),
                col("region_key").as("judged_region_key"),
                col("boundary"),
                col("cohort_year").as("target_year"),
                col("suppression"));
    Dataset<Row> targets = in.table("indicator.target_status").alias("target");
    Dataset<Row> marked =
        targets
            .join(
                observed.alias("figure"),
                Stream.of("indicator_id", "method", "judged_region_key", "boundary", "target_year")
                    .map(key -> col("target." + key).equalTo(col("figure." + key)))
                    .reduce(col("part").isin(lit(""), col("education_level")), Column::and),
                "left")
            .selectExpr("target.*", "coalesce(suppression, 'shown') AS suppression")
            // It names files of the house.
            .drop("contradiction");
    Column isShown = col("suppression").equalTo("shown");
    return SmallCells.hide(marked, "value", "gap")
        .withColumn("status", when(isShown, col("status")).otherwise("suppressed"))
        .withColumn("reason", when(isShown, col("reason")).otherwise(SUPPRESSED));
  }
}
