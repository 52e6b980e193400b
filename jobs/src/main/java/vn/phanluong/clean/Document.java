package vn.phanluong.clean;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import vn.phanluong.runtime.Inputs;
import vn.phanluong.runtime.TableBuilder;

/** Builds {@code clean.document}: one row per document row. */
public final class Document implements TableBuilder {

  @Override
  public Dataset<Row> build(Inputs in) {
    return ParsedRows.of(in, "document").drop("place", "place_level");
  }
}
