package vn.phanluong.star;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import vn.phanluong.runtime.Inputs;
import vn.phanluong.runtime.TableBuilder;

/** Builds {@code star.bridge_target_citation}: where a document states a target. */
public final class BridgeTargetCitation implements TableBuilder {

  @Override
  public Dataset<Row> build(Inputs in) {
    return Latest.of(in, in.table("clean.target"), citation())
        .withColumnRenamed("place", "place_as_written")
        .withColumnRenamed("value", "value_printed")
        .drop("period", "reporter_code", "is_synthetic", "kind", "operator", "destinations")
        .drop("owner", "evidence");
  }

  private static String[] citation() {
    String[] citation = java.util.Arrays.copyOf(TargetKey.COLUMNS, TargetKey.COLUMNS.length + 1);
    citation[TargetKey.COLUMNS.length] = "section";
    return citation;
  }
}
