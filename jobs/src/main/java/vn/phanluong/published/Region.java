package vn.phanluong.published;

import static org.apache.spark.sql.functions.col;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import vn.phanluong.runtime.Inputs;
import vn.phanluong.runtime.TableBuilder;

/** Builds {@code published.region}. */
public final class Region implements TableBuilder {

  @Override
  public Dataset<Row> build(Inputs in) {
    return in.table("star.dim_region")
        .where(col("known_to").isNull())
        .drop("short_name", "unit_type", "aliases", "decision", "source", "known_from", "known_to");
  }
}
