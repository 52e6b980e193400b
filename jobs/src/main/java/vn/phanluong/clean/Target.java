package vn.phanluong.clean;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import vn.phanluong.runtime.Inputs;
import vn.phanluong.runtime.TableBuilder;

/** Builds {@code clean.target}: one row per delivered row and indicator. */
public final class Target implements TableBuilder {

  @Override
  public Dataset<Row> build(Inputs in) {
    return ParsedRows.of(in, "target").drop("place_level", "parent_place");
  }
}
