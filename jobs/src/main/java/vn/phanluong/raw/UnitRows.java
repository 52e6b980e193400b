package vn.phanluong.raw;

import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.AccumulatorV2;

/**
 * Accepted rows by unit of each submission, counted in the tasks that read the files, so that no
 * row is read a second time. A task that runs again says the same of the same file, and what it
 * said before is replaced: nothing counts twice.
 */
final class UnitRows extends AccumulatorV2<UnitRows.OfFile, Map<String, Map<String, Long>>> {
  private final Map<String, Map<String, Long>> bySubmission = new HashMap<>();

  /** The rows of one submission by unit. */
  record OfFile(String submissionId, Map<String, Long> rows) {}

  static UnitRows in(SparkSession spark) {
    UnitRows rows = new UnitRows();
    spark.sparkContext().register(rows);
    return rows;
  }

  @Override
  public boolean isZero() {
    return bySubmission.isEmpty();
  }

  @Override
  public AccumulatorV2<OfFile, Map<String, Map<String, Long>>> copy() {
    UnitRows copy = new UnitRows();
    copy.bySubmission.putAll(bySubmission);
    return copy;
  }

  @Override
  public void reset() {
    bySubmission.clear();
  }

  @Override
  public void add(OfFile file) {
    bySubmission.put(file.submissionId(), Map.copyOf(file.rows()));
  }

  @Override
  public void merge(AccumulatorV2<OfFile, Map<String, Map<String, Long>>> other) {
    bySubmission.putAll(other.value());
  }

  @Override
  public Map<String, Map<String, Long>> value() {
    return bySubmission;
  }
}
