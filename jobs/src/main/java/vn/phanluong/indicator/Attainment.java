package vn.phanluong.indicator;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.row_number;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import vn.phanluong.runtime.Inputs;
import vn.phanluong.runtime.TableBuilder;

/**
 * Builds {@code indicator.attainment}: places with targets of their own by how far they have come
 * to them. A place with a low target is not behind one with a high target whose rate is higher.
 */
public final class Attainment implements TableBuilder {
  private static final String[] PLACE = {
    "indicator_id", "education_level", "target_year", "region_key", "boundary"
  };

  @Override
  public Dataset<Row> build(Inputs in) {
    Dataset<Row> targets = targets(in);
    Dataset<Row> figures =
        in.table("indicator.observation")
            .where(col("breakdown").equalTo("").and(col("denominator").gt(0)))
            .withColumn("target_year", col("cohort_year"))
            .drop("version")
            .join(
                broadcast(targets),
                Inputs.keys(
                    "indicator_id",
                    "part",
                    "method",
                    "basis",
                    "target_year",
                    "region_key",
                    "boundary"));
    return Standings.of(
            Standings.within(in, figures),
            "indicator_id",
            "education_level",
            "target_year",
            "boundary",
            "within_key",
            "level")
        .join(
            broadcast(
                targets.select(Series.select(PLACE, col("document_id"), col("method"), value()))),
            Inputs.keys(PLACE))
        .withColumn("attainment", col("value").multiply(100).divide(value().cast("double")));
  }

  /**
   * Targets that stand and that a figure was held against, one of a place and year: the one that
   * was set last.
   */
  private static Dataset<Row> targets(Inputs in) {
    return in.table("indicator.target_status")
        .where(col("scope").equalTo("whole").and(value().gt(0)))
        .where(col("valid_to").isNull().and(col("contradiction").isNull()))
        .withColumn("region_key", col("judged_region_key"))
        .where(col("region_key").isNotNull())
        .join(
            broadcast(in.table("star.dim_indicator").select("indicator_id", "basis")),
            Inputs.keys("indicator_id"))
        .withColumn("part", TargetFigures.part())
        .withColumn(
            "turn",
            row_number()
                .over(
                    Window.partitionBy(Series.select(PLACE))
                        .orderBy(col("valid_from").desc_nulls_last(), col("document_id"), value())))
        .where(col("turn").equalTo(1))
        // The unit of the target does not matter, if it is one of all.
        .withColumn("target", value().multiply(10_000).cast("bigint"))
        .select(
            Series.select(
                PLACE,
                col("document_id"),
                col("method"),
                col("basis"),
                col("part"),
                value(),
                col("target")));
  }

  private static Column value() {
    return col("target_value");
  }
}
