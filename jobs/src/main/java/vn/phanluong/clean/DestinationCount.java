package vn.phanluong.clean;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import vn.phanluong.runtime.Inputs;
import vn.phanluong.runtime.TableBuilder;

/** Builds {@code clean.destination_count}: one row per accepted count by destination. */
public final class DestinationCount implements TableBuilder {

  @Override
  public Dataset<Row> build(Inputs in) {
    return ParsedRows.withPart(in, "destination_count")
        .drop("province", "district", "commune")
        .withColumnRenamed("destination", "destination_code");
  }
}
