package vn.phanluong.star;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.date_sub;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.regexp_extract;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.unix_date;

import java.util.Arrays;
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
    Dataset<Row> statements = in.table("clean.target");
    Column[] key = Arrays.stream(TargetKey.COLUMNS).map(c -> col(c)).toArray(Column[]::new);
    // A section sent again is the same citation.
    Column citations = size(collect_set(col("section")).over(Window.partitionBy(key)));
    Dataset<Row> cited = statements.withColumn("citations", citations);
    Dataset<Row> issued =
        in.table("star.dim_document").select(col("document_id"), col("issued_on").as("valid_from"));
    return Latest.of(in, cited, TargetKey.COLUMNS)
        .join(broadcast(issued), Inputs.keys("document_id"), "left")
        .withColumn("value_printed", col("value"))
        .withColumn("value_decimals", decimals(col("value")))
        .withColumn("value", points(col("value")))
        .drop("period", "reporter_code", "submission_id", "row_number", "is_synthetic")
        .drop("section", "place", "source_sentence")
        .withColumn("valid_to", revised());
  }

  /** The day before a later document sets the same target anew; blank while it stands. */
  private static Column revised() {
    Column day = unix_date(col("valid_from"));
    return date_sub(
        min(col("valid_from"))
            .over(
                Window.partitionBy(
                        "region_key",
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
