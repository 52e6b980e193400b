package vn.phanluong.star;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import vn.phanluong.runtime.Inputs;
import vn.phanluong.runtime.TableBuilder;

/** Builds {@code star.fct_graduate_count}: completers as places report them. */
public final class FctGraduateCount implements TableBuilder {
  private static final String[] KEY = {
    "cohort_year", "region_key", "school", "education_level", "basis"
  };

  @Override
  public Dataset<Row> build(Inputs in) {
    return ReportedCounts.of(in, in.table("clean.graduate_count"), KEY);
  }
}
