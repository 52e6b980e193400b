package vn.phanluong.raw;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Rows of one submission.
 *
 * @param isBroken true if the file could not be read to its end, so that nothing of it counts
 * @param findingRows rows with a finding
 */
record RowCounts(long accepted, long rejected, long findingRows, boolean isBroken) {
  static final RowCounts NONE = new RowCounts(0, 0, 0, false);

  long read() {
    return accepted + rejected;
  }

  /** The counts of one delivery; none if nothing of it was written. */
  static RowCounts of(Delivery delivery, Map<String, RowCounts> counts) {
    return counts.getOrDefault(delivery.submissionId(), NONE);
  }

  /** Counts of the given deliveries by submission id, from the rows as written. */
  static Map<String, RowCounts> of(Dataset<Row> raw, List<Delivery> taken) {
    Map<String, RowCounts> counts = new HashMap<>();
    taken.forEach(delivery -> counts.put(delivery.submissionId(), NONE));
    raw.where(col("submission_id").isin(counts.keySet().toArray()))
        .groupBy("submission_id")
        .agg(
            rows(col("row_status").equalTo("accepted")),
            rows(col("row_status").equalTo("rejected")),
            rows(col("findings").isNotNull()),
            rows(col("row_number").equalTo(0)))
        .collectAsList()
        .forEach(row -> counts.put(row.getString(0), of(row)));
    return counts;
  }

  private static RowCounts of(Row row) {
    boolean isBroken = row.getLong(4) > 0;
    return isBroken
        ? new RowCounts(0, 0, 1, true)
        : new RowCounts(row.getLong(1), row.getLong(2), row.getLong(3), false);
  }

  private static Column rows(Column condition) {
    return count(when(condition, lit(1)));
  }
}
