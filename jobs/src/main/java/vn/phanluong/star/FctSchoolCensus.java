package vn.phanluong.star;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import vn.phanluong.runtime.Inputs;
import vn.phanluong.runtime.TableBuilder;

/** Builds {@code star.fct_school_census}: schools as told last for each school year. */
public final class FctSchoolCensus implements TableBuilder {

  @Override
  public Dataset<Row> build(Inputs in) {
    Latest.withSubmission(in, in.table("clean.school")).createOrReplaceTempView("census_told");
    // The form of 30 September is the census; what only the end of the year tells stands till then.
    Dataset<Row> schools =
        in.sql(
            """
            SELECT * FROM census_told
            QUALIFY row_number() OVER (PARTITION BY school_code, school_year
              ORDER BY form = 'end' NULLS FIRST, sequence DESC, row_number) = 1
            """);
    return in.shaped(
        AsWas.of(schools.withColumn("told", col("region_key")), "region_key", "school_year", "then")
            .withColumn("region_key", coalesce(col("region_key"), col("told"))));
  }
}
