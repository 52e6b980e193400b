package vn.phanluong.star;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import vn.phanluong.runtime.Inputs;
import vn.phanluong.runtime.TableBuilder;

/** Builds {@code star.dim_document}: the latest statement of each document. */
public final class DimDocument implements TableBuilder {

  @Override
  public Dataset<Row> build(Inputs in) {
    return Latest.of(in, in.table("clean.document"), "document_id")
        .drop("period", "reporter_code", "submission_id", "row_number", "is_synthetic");
  }
}
