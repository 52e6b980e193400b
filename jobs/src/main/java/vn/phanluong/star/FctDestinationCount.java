package vn.phanluong.star;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import vn.phanluong.runtime.Inputs;
import vn.phanluong.runtime.TableBuilder;

/** Builds {@code star.fct_destination_count}: where completers went, as places report it. */
public final class FctDestinationCount implements TableBuilder {
  private static final String[] KEY = {
    "cohort_year", "region_key", "school", "education_level", "destination_code", "basis"
  };

  @Override
  public Dataset<Row> build(Inputs in) {
    return ReportedCounts.of(in, in.table("clean.destination_count"), KEY);
  }
}
