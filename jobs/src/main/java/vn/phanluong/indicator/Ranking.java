package vn.phanluong.indicator;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import vn.phanluong.runtime.Inputs;
import vn.phanluong.runtime.TableBuilder;

/**
 * Builds {@code indicator.ranking}: provinces among those of the nation, districts and communes
 * among those of their province, with the ranks their uncertainty allows.
 */
public final class Ranking implements TableBuilder {

  @Override
  public Dataset<Row> build(Inputs in) {
    Dataset<Row> figures =
        in.table("indicator.observation")
            .where(col("breakdown").equalTo("").and(col("denominator").gt(0)));
    return Standings.of(
        Standings.within(in, figures).withColumn("target", lit(1L)),
        Series.with("cohort_year", "within_key", "level"));
  }
}
