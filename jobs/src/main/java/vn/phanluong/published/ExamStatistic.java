package vn.phanluong.published;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import vn.phanluong.runtime.Inputs;
import vn.phanluong.runtime.TableBuilder;

/**
 * Builds {@code published.exam_statistic}: as it is, since the ministry publishes every score by
 * candidate number and nothing can be learnt from a small cell.
 */
public final class ExamStatistic implements TableBuilder {

  @Override
  public Dataset<Row> build(Inputs in) {
    return in.table("indicator.exam_statistic");
  }
}
