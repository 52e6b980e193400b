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
    // The year's own list tells where a school stands; where it was divided later, a later one.
    in.table("star.dim_school").createOrReplaceTempView("census_run");
    schools.createOrReplaceTempView("census_last");
    Dataset<Row> standing =
        in.sql(
            """
            SELECT last.*, last.region_key AS told, run.today_region_key AS today_key
            FROM census_last AS last LEFT JOIN census_run AS run
              ON run.school_code = last.school_code
              AND school_year BETWEEN first_school_year AND last_school_year
            """);
    Dataset<Row> units =
        standing.select("region_key", "school_year", "today_key").distinct().localCheckpoint();
    Dataset<Row> placed = StandsIn.of(standing, "region_key", "school_year", "today_key", units);
    return in.shaped(
        AsWas.of(
                placed,
                "region_key",
                "school_year",
                "then",
                units.select("region_key", "school_year"))
            .withColumn("region_key", coalesce(col("region_key"), col("told")))
            .withColumn("today_region_key", StandsIn.today("region_key", "today_key")));
  }
}
