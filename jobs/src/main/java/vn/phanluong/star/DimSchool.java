package vn.phanluong.star;

import static org.apache.spark.sql.functions.broadcast;

import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import vn.phanluong.runtime.Inputs;
import vn.phanluong.runtime.TableBuilder;

/** Builds {@code star.dim_school}: schools by runs of years in which nothing changed. */
public final class DimSchool implements TableBuilder {
  private static final String STATE =
      "school, school_type, teaches_thcs, teaches_thpt, teaches_gdtx, ownership, latitude,"
          + " longitude, region_key";

  @Override
  public Dataset<Row> build(Inputs in) {
    Latest.withSubmission(in, in.table("clean.school")).createOrReplaceTempView("school_told");
    in.table("star.bridge_school_succession").createOrReplaceTempView("school_succession");
    Dataset<Row> runs = runs(in);
    runs.createOrReplaceTempView("school_run");
    runs.join(broadcast(places(runs)), Inputs.keys("region_key", "day"))
        .createOrReplaceTempView("school_placed");
    return located(in)
        .join(ended(in), Inputs.keys("school_code", "first_school_year"), "left")
        .selectExpr("*", "closed_year IS NOT NULL AS is_closed")
        .drop("day", "closed_year");
  }

  /** States of a school year, the end of the year before its start, put together while equal. */
  private static Dataset<Row> runs(Inputs in) {
    return in.sql(
        """
        WITH ranked AS (
          SELECT *, row_number() OVER (PARTITION BY school_code, school_year
            ORDER BY form = 'end' DESC NULLS LAST, sequence DESC, row_number) AS place
          FROM school_told
        ), told AS (
          SELECT *, struct(%1$s) AS state,
            coalesce(as_of_date, make_date(school_year, 9, 30)) AS as_of
          FROM ranked WHERE place = 1
        ), turned AS (
          SELECT *, CASE WHEN state <=> lag(state) OVER (
            PARTITION BY school_code ORDER BY school_year) THEN 0 ELSE 1 END AS turn
          FROM told
        ), numbered AS (
          SELECT *, sum(turn) OVER (PARTITION BY school_code ORDER BY school_year) AS run
          FROM turned
        )
        SELECT school_code, min(school_year) AS first_school_year,
          max(school_year) AS last_school_year, %1$s, max(as_of) AS day,
          bool_or(is_synthetic) AS is_synthetic
        FROM numbered GROUP BY school_code, run, %1$s
        """
            .formatted(STATE));
  }

  /** The last run of schools that closed, or went into another, and were told of no more. */
  private static Dataset<Row> ended(Inputs in) {
    return in.sql(
        """
        WITH last AS (
          SELECT school_code, max(first_school_year) AS first_school_year,
            max(last_school_year) AS last_school_year
          FROM school_run GROUP BY school_code
        ), event AS (
          SELECT predecessor_code AS school_code, event_date, school_year
          FROM school_succession
          WHERE kind = 'closed' OR kind = 'merged' AND predecessor_code <> successor_code
        )
        SELECT school_code, first_school_year, max(school_year) AS closed_year,
          max(event_date) AS closed_on
        FROM last JOIN event USING (school_code)
        WHERE last_school_year <= school_year GROUP BY school_code, first_school_year
        """);
  }

  /**
   * Of a unit that was divided, the part in which a later list has the school, unless it moved
   * there.
   */
  private static Dataset<Row> located(Inputs in) {
    return in.sql(
        """
        WITH moved AS (
          SELECT predecessor_code AS school_code, max(school_year) AS moved_year
          FROM school_succession WHERE kind = 'moved' GROUP BY predecessor_code
        ), told AS (
          SELECT p.*, moved_year, last_value(today_region_key) OVER (
            PARTITION BY school_code ORDER BY first_school_year
            ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS last_told
          FROM school_placed p LEFT JOIN moved USING (school_code)
        )
        SELECT * EXCEPT (today_region_key, parts, moved_year, last_told),
          coalesce(today_region_key, CASE WHEN array_contains(parts, last_told)
            AND coalesce(moved_year <= first_school_year, true) THEN last_told END)
            AS today_region_key
        FROM told
        """);
  }

  private static Dataset<Row> places(Dataset<Row> runs) {
    Today today = new Today(References.checked());
    List<Row> rows =
        runs.select("region_key", "day").distinct().collectAsList().stream()
            .map(
                row -> {
                  String regionKey = row.getString(0);
                  LocalDate day = row.getLocalDate(1);
                  return RowFactory.create(
                      regionKey,
                      day,
                      today.provinceThen(regionKey, day),
                      today.unitOf(regionKey, day),
                      today.partsOf(regionKey, day).toArray(String[]::new),
                      today.provinceOf(regionKey, day));
                })
            .toList();
    return runs.sparkSession()
        .createDataFrame(
            rows,
            StructType.fromDDL(
                "region_key string, day date, province_key string, today_region_key string,"
                    + " parts array<string>, today_province_key string"));
  }
}
