package vn.phanluong.published;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import vn.phanluong.runtime.Inputs;
import vn.phanluong.runtime.TableBuilder;

/** Builds {@code published.indicator}. */
public final class Indicator implements TableBuilder {

  @Override
  public Dataset<Row> build(Inputs in) {
    return in.table("star.dim_indicator")
        .select(
            "indicator_id",
            "version",
            "name_vi",
            "name_en",
            "unit",
            "legal_source",
            "parameters",
            "parameters_version",
            "tolerance",
            "waits_for",
            "found_in");
  }
}
