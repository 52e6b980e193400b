package vn.phanluong.clean;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import vn.phanluong.runtime.Inputs;
import vn.phanluong.runtime.TableBuilder;

/** Builds {@code clean.exam_result}: one row per accepted candidate row. */
public final class ExamResult implements TableBuilder {

  @Override
  public Dataset<Row> build(Inputs in) {
    return ParsedRows.of(in, "exam_result").drop("diem_thi");
  }
}
