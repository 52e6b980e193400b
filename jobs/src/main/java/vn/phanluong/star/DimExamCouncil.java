package vn.phanluong.star;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import vn.phanluong.runtime.Inputs;
import vn.phanluong.runtime.TableBuilder;

/** Builds {@code star.dim_exam_council}: councils by code and years, with their province. */
public final class DimExamCouncil implements TableBuilder {

  @Override
  public Dataset<Row> build(Inputs in) {
    Dataset<Row> today =
        in.table("star.dim_region")
            .where(col("known_to").isNull())
            .select("region_key", "today_key");
    return in.typedReference("exam_council").join(broadcast(today), "region_key");
  }
}
