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
    // A row that says its school has closed by that day tells of a school that is none.
    Dataset<Row> schools =
        in.sql(
            """
            WITH last AS (
              SELECT * FROM census_told
              QUALIFY row_number() OVER (PARTITION BY school_code, school_year
                ORDER BY form = 'end' NULLS FIRST, sequence DESC, row_number) = 1
            )
            SELECT * FROM last
            WHERE NOT (event <=> 'closed' AND coalesce(
              event_date <= coalesce(as_of_date, make_date(school_year, 9, 30)), true))
            """);
    return in.shaped(
        AsWas.of(schools.withColumn("told", col("region_key")), "region_key", "school_year", "then")
            .withColumn("region_key", coalesce(col("region_key"), col("told"))));
  }
}
