package vn.phanluong.clean;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import vn.phanluong.runtime.Inputs;
import vn.phanluong.runtime.TableBuilder;

/** Builds {@code clean.grade10_admission}: one row per applicant to grade 10. */
public final class Grade10Admission implements TableBuilder {

  @Override
  public Dataset<Row> build(Inputs in) {
    return RegisterRows.of(in, "grade10_admission");
  }
}
