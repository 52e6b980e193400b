package vn.phanluong.star;

import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.array_union;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.format_string;
import static org.apache.spark.sql.functions.rank;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import vn.phanluong.runtime.Inputs;

/** Every place in which a document states a target, and what other places of its rank say. */
final class TargetStatements {
  private TargetStatements() {}

  /**
   * Statements that stand, each section as received last, with the {@code valid_from} of the
   * document, the {@code territory_key} of the unit, the sections of the document that state the
   * target ({@code citations}), and {@code contradiction}: if statements of equal rank set
   * different targets, all of them with file and line; else blank. Of equal rank are statements of
   * one document, and of documents issued on one day.
   */
  static Dataset<Row> of(Inputs in) {
    Dataset<Row> files =
        in.table("ops.submission").select("submission_id", "sequence", "file_name");
    Dataset<Row> issued =
        in.table("star.dim_document").select(col("document_id"), col("issued_on").as("valid_from"));
    Dataset<Row> territories =
        in.table("star.dim_region")
            .where(col("known_to").isNull())
            .select("region_key", "territory_key");
    WindowSpec document = Window.partitionBy(TargetKey.columns());
    WindowSpec section = Window.partitionBy(TargetKey.columns("section"));
    return in.table("clean.target")
        .join(broadcast(files), Inputs.keys("submission_id"))
        .join(broadcast(issued), Inputs.keys("document_id"), "left")
        .join(broadcast(territories), Inputs.keys("region_key"), "left")
        .withColumn("territory_key", coalesce(col("territory_key"), col("region_key")))
        .withColumn("rank", rank().over(section.orderBy(col("sequence").desc())))
        .where(col("rank").equalTo(1))
        .withColumn("citations", size(collect_set(col("section")).over(document)))
        .withColumn("contradiction", contradiction(document, day()))
        .drop("rank", "sequence", "file_name");
  }

  /** Targets of one kind and day; a document without a day is of equal rank with none. */
  private static WindowSpec day() {
    return Window.partitionBy(
        col("territory_key"),
        col("target_year"),
        col("indicator_id"),
        col("education_level"),
        col("scope"),
        col("kind"),
        coalesce(col("valid_from").cast("string"), col("document_id")));
  }

  private static Column contradiction(WindowSpec document, WindowSpec day) {
    Column statement =
        format_string(
            "%s %s (%s, %s, %s, %s:%d)",
            col("operator"),
            col("value"),
            col("document_id"),
            col("section"),
            col("place"),
            col("file_name"),
            col("row_number"));
    Column statements =
        array_union(collect_set(statement).over(document), collect_set(statement).over(day));
    return when(differs(document).or(differs(day)), array_join(array_sort(statements), "; "));
  }

  /** «=» and «≥» set the same floor, and so do 28 and 28,00. */
  private static Column differs(WindowSpec rank) {
    Column floor = when(col("operator").equalTo("="), "≥").otherwise(col("operator"));
    return size(collect_set(struct(floor, FctTarget.points(col("value")))).over(rank)).gt(1);
  }
}
