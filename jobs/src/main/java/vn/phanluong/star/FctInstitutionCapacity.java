package vn.phanluong.star;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import vn.phanluong.runtime.Inputs;
import vn.phanluong.runtime.TableBuilder;

/**
 * Builds {@code star.fct_institution_capacity}: what institutions may and want to take in. Two
 * offices may list one institution; whichever list came last, the larger offer stands.
 */
public final class FctInstitutionCapacity implements TableBuilder {

  @Override
  public Dataset<Row> build(Inputs in) {
    Latest.withSubmission(in, in.table("clean.vocational_institution"))
        .createOrReplaceTempView("capacity_told");
    Dataset<Row> offers =
        in.sql(
            """
            SELECT * EXCEPT (occupation_code), coalesce(occupation_code, '') AS occupation_code
            FROM capacity_told
            QUALIFY row_number() OVER (
              PARTITION BY institution_code, year, coalesce(occupation_code, ''), level
              ORDER BY registered_quota DESC NULLS LAST, capacity DESC NULLS LAST, sequence DESC,
                row_number) = 1
            """);
    return in.shaped(
        AsWas.of(offers.withColumn("told", col("region_key")), "region_key", "year", "then")
            .withColumn("region_key", coalesce(col("region_key"), col("told"))));
  }
}
