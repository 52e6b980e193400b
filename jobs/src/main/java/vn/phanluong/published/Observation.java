package vn.phanluong.published;

import static org.apache.spark.sql.functions.col;

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
            // Groups and classes of a whole would tell a hidden one; see decision 0022.
            .where(col("breakdown").equalTo(""))
            .where(col("part").equalTo("").or(col("method").notEqual("linked")))
            .drop("breakdown", "member")
            .withColumn("suppression", SmallCells.state(SmallCells.isSmall()));
    return SmallCells.hide(
        marked,
        "numerator",
        "denominator",
        "unknown",
        "disputed",
        "value",
        "lower_bound",
        "upper_bound");
  }
}
