package vn.phanluong.published;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.when;

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
    // A status rests on the figure of its indicator's own basis of place.
    Dataset<Row> bases = in.table("star.dim_indicator").select("indicator_id", "basis");
    Dataset<Row> observed =
        in.table("published.observation")
            .where(col("boundary").equalTo("as_was"))
            .join(broadcast(bases), Inputs.keys("indicator_id", "basis"))
            .groupBy(col("indicator_id"), col("region_key"), col("cohort_year").as("target_year"))
            .agg(max(col("suppression")).as("suppression"));
    Dataset<Row> marked =
        in.table("indicator.target_status")
            .join(observed, Inputs.keys("indicator_id", "region_key", "target_year"), "left")
            .withColumn("suppression", coalesce(col("suppression"), lit("shown")));
    Column isShown = col("suppression").equalTo("shown");
    return SmallCells.hide(marked, "value", "gap")
        .withColumn("status", when(isShown, col("status")).otherwise("suppressed"))
        .withColumn("reason", when(isShown, col("reason")).otherwise(SUPPRESSED));
  }
}
