package vn.phanluong.clean;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import vn.phanluong.runtime.Inputs;
import vn.phanluong.runtime.TableBuilder;

/** Builds {@code clean.vocational_enrolment}: one row per start of a vocational learner. */
public final class VocationalEnrolment implements TableBuilder {

  @Override
  public Dataset<Row> build(Inputs in) {
    return RegisterRows.of(in, "vocational_enrolment");
  }
}
