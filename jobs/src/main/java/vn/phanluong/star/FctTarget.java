package vn.phanluong.star;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_sub;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.regexp_extract;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.unix_date;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import vn.phanluong.runtime.Inputs;
import vn.phanluong.runtime.TableBuilder;

/** Builds {@code star.fct_target}: equal repeats in one document are one target. */
public final class FctTarget implements TableBuilder {

  @Override
  public Dataset<Row> build(Inputs in) {
    return Latest.of(in, TargetStatements.of(in), TargetKey.COLUMNS)
        .withColumn("value_printed", col("value"))
        .withColumn("value_decimals", decimals(col("value")))
        .withColumn("value", points(col("value")))
        .drop("period", "reporter_code", "submission_id", "row_number", "is_synthetic")
        .drop("section", "place", "source_sentence")
        .withColumn("valid_to", revised())
        .drop("territory_key");
  }

  /** The day before a later document sets the same target anew; blank while it stands. */
  private static Column revised() {
    Column day = unix_date(col("valid_from"));
    return date_sub(
        min(col("valid_from"))
            .over(
                Window.partitionBy(
                        "territory_key",
                        "target_year",
                        "indicator_id",
                        "education_level",
                        "scope",
                        "kind")
                    .orderBy(day)
                    .rangeBetween(1, Window.unboundedFollowing())),
        1);
  }

  /** «27,92» has 2. */
  static Column decimals(Column printed) {
    return length(regexp_extract(printed, "[,.](\\d+)$", 1)).cast("smallint");
  }

  static Column points(Column printed) {
    return regexp_replace(printed, ",", ".").cast("decimal(9,4)");
  }
}
