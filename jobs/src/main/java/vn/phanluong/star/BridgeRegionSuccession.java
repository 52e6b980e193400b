package vn.phanluong.star;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import vn.phanluong.runtime.Inputs;
import vn.phanluong.runtime.TableBuilder;

/** Builds {@code star.bridge_region_succession}: events are rows, never code. */
public final class BridgeRegionSuccession implements TableBuilder {

  @Override
  public Dataset<Row> build(Inputs in) {
    References.checked();
    return in.typedReference("region_succession")
        .unionByName(in.typedReference("commune_succession"));
  }
}
