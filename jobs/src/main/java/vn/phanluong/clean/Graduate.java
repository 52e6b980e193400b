package vn.phanluong.clean;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import vn.phanluong.runtime.Inputs;
import vn.phanluong.runtime.TableBuilder;

/** Builds {@code clean.graduate}: one row per learner considered for recognition. */
public final class Graduate implements TableBuilder {

  @Override
  public Dataset<Row> build(Inputs in) {
    return RegisterRows.of(in, "graduate");
  }
}
