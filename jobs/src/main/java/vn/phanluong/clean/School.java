package vn.phanluong.clean;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import vn.phanluong.runtime.Inputs;
import vn.phanluong.runtime.TableBuilder;

/** Builds {@code clean.school}: one row per school of a school year. */
public final class School implements TableBuilder {

  @Override
  public Dataset<Row> build(Inputs in) {
    return RegisterRows.of(in, "school");
  }
}
