package vn.phanluong.star;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import vn.phanluong.runtime.Inputs;
import vn.phanluong.runtime.TableBuilder;

/** Builds {@code star.dim_education_level} from its reference list. */
public final class DimEducationLevel implements TableBuilder {

  @Override
  public Dataset<Row> build(Inputs in) {
    return in.typedReference("education_level");
  }
}
