package vn.phanluong.clean;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import vn.phanluong.runtime.Inputs;
import vn.phanluong.runtime.TableBuilder;

/** Builds {@code clean.graduate_count}: one row per accepted count of completers. */
public final class GraduateCount implements TableBuilder {

  @Override
  public Dataset<Row> build(Inputs in) {
    return ParsedRows.withPart(in, "graduate_count").drop("province", "district", "commune");
  }
}
