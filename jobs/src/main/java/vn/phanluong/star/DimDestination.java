package vn.phanluong.star;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import vn.phanluong.runtime.Inputs;
import vn.phanluong.runtime.TableBuilder;

/** Builds {@code star.dim_destination} from its reference list. */
public final class DimDestination implements TableBuilder {

  @Override
  public Dataset<Row> build(Inputs in) {
    return in.typedReference("destination");
  }
}
