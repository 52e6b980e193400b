package vn.phanluong.published;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import vn.phanluong.runtime.Inputs;
import vn.phanluong.runtime.TableBuilder;

/** Builds {@code published.observation}: streaming indicators without small cells. */
public final class Observation implements TableBuilder {

  @Override
  public Dataset<Row> build(Inputs in) {
    Dataset<Row> marked =
        in.table("indicator.observation")
            .withColumn("suppression", SmallCells.state(SmallCells.isSmall()));
    return SmallCells.hide(
        marked, "numerator", "denominator", "unknown", "value", "lower_bound", "upper_bound");
  }
}
