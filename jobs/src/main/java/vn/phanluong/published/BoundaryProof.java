package vn.phanluong.published;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import vn.phanluong.runtime.Inputs;
import vn.phanluong.runtime.TableBuilder;

/**
 * Builds {@code published.boundary_proof}: of every series the sums on both boundaries, one taken
 * from the other. It holds differences alone, which tell nobody's figure.
 */
public final class BoundaryProof implements TableBuilder {
  @Override
  public Dataset<Row> build(Inputs in) {
    Column isAsWas = col("boundary").equalTo("as_was");
    return in.table("indicator.observation")
        .where(col("level").isin("province", "socio_economic_region", "nation"))
        .groupBy(
            "indicator_id",
            "version",
            "part",
            "method",
            "cohort_year",
            "basis",
            "breakdown",
            "member",
            "level")
        .agg(
            count(when(isAsWas, lit(1))).cast("int").as("areas_as_was"),
            count(when(isAsWas, null).otherwise(lit(1))).cast("int").as("areas_today"),
            difference("numerator"),
            difference("denominator"),
            difference("unknown"),
            difference("units_reported"));
  }

  /**
   * Blank where an area has no figure since nobody knows how its members divide, or no member tells
   * a class of which areas that hold others too know the whole: levels above tell.
   */
  private static Column difference(String name) {
    Column isWithout =
        col("comparability")
            .equalTo("not_comparable")
            .or(col("part").notEqual("").and(col("state").equalTo("missing")));
    Column counted = coalesce(col(name), lit(0));
    Column difference =
        sum(when(col("boundary").equalTo("as_was"), counted).otherwise(counted.multiply(-1)));
    return when(not(max(isWithout)), difference).cast("decimal(27,12)").as(name + "_difference");
  }
}
