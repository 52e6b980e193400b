package vn.phanluong.clean;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import vn.phanluong.runtime.Inputs;
import vn.phanluong.runtime.TableBuilder;

/** Builds {@code clean.vocational_institution}: one row per institution, occupation and level. */
public final class VocationalInstitution implements TableBuilder {

  @Override
  public Dataset<Row> build(Inputs in) {
    return RegisterRows.of(in, "vocational_institution");
  }
}
