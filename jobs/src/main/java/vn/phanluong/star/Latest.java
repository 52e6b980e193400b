package vn.phanluong.star;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.row_number;

import java.util.Arrays;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import vn.phanluong.runtime.Inputs;

/** When two submissions state the same thing, the one received last stands. */
final class Latest {
  private Latest() {}

  /** One row a key, from the submission received last, with its {@code is_synthetic}. */
  static Dataset<Row> of(Inputs in, Dataset<Row> rows, String... key) {
    Column[] columns = Arrays.stream(key).map(name -> col(name)).toArray(Column[]::new);
    return withSubmission(in, rows)
        .withColumn(
            "rank",
            row_number()
                .over(
                    Window.partitionBy(columns).orderBy(col("sequence").desc(), col("row_number"))))
        .where(col("rank").equalTo(1))
        .drop("rank", "sequence");
  }

  /** The rows with {@code sequence} and {@code is_synthetic} of their submission. */
  static Dataset<Row> withSubmission(Inputs in, Dataset<Row> rows) {
    Dataset<Row> ledger =
        in.table("ops.submission").select("submission_id", "sequence", "is_synthetic");
    return rows.join(broadcast(ledger), "submission_id");
  }
}
