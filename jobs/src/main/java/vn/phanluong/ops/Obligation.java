package vn.phanluong.ops;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import vn.phanluong.runtime.Inputs;
import vn.phanluong.runtime.TableBuilder;

/** Builds {@code ops.obligation} from its reference list. */
public final class Obligation implements TableBuilder {

  @Override
  public Dataset<Row> build(Inputs in) {
    return in.typedReference("obligation");
  }
}
