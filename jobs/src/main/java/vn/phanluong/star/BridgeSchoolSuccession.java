package vn.phanluong.star;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import vn.phanluong.runtime.Inputs;
import vn.phanluong.runtime.TableBuilder;

/** Builds {@code star.bridge_school_succession}: events of schools, predecessor to successor. */
public final class BridgeSchoolSuccession implements TableBuilder {

  @Override
  public Dataset<Row> build(Inputs in) {
    Dataset<Row> schools = in.table("clean.school");
    schools.select("school_code").distinct().createOrReplaceTempView("school_known");
    Latest.of(in, schools, "school_code", "school_year", "form")
        .createOrReplaceTempView("school_told");
    events(in).createOrReplaceTempView("school_event");
    return in.sql(
        """
        WITH line AS (
          SELECT *, posexplode(predecessors) AS (place, predecessor_code),
            CASE WHEN event <> 'closed' THEN school_code END AS successor_code
          FROM school_event
        ), counted AS (
          SELECT *, size(collect_set(successor_code) OVER (
            PARTITION BY predecessor_code, event, told_day)) AS successors
          FROM line
        )
        SELECT event_id, place + 1 AS line, day AS event_date, school_year, event AS kind,
          predecessor_code, successor_code,
          CASE WHEN event IN ('merged', 'moved', 'renamed') AND successors = 1
            AND predecessor_code IS NOT NULL THEN 1 END AS share,
          CASE WHEN predecessor_code IS NULL AND event IN ('merged', 'split')
              THEN 'predecessor_missing'
            WHEN predecessor_code IS NOT NULL AND school_known.school_code IS NULL
              THEN 'predecessor_unknown' END AS flag,
          is_synthetic, submission_id, row_number
        FROM counted LEFT JOIN school_known ON school_known.school_code = predecessor_code
        """);
  }

  /**
   * Each event once, with its predecessors. The lists of the start and of the end of a year tell it
   * twice, and one of them may leave out the day. Who moved, changed its name or closed without
   * naming another is its own predecessor.
   */
  private static Dataset<Row> events(Inputs in) {
    return in.sql(
        """
        WITH dated AS (
          SELECT *, coalesce(event_date, max(event_date) OVER (
              PARTITION BY school_code, event, school_year)) AS day,
            array_sort(array_distinct(filter(
              transform(split(coalesce(predecessor_codes, ''), '[;,]'), code -> trim(code)),
              code -> code <> ''))) AS named
          FROM school_told WHERE event IS NOT NULL
        ), identified AS (
          SELECT *, coalesce(CAST(day AS STRING), CAST(school_year AS STRING)) AS told_day
          FROM dated
        ), ranked AS (
          SELECT *, concat_ws('/', told_day, event, school_code) AS event_id,
            row_number() OVER (PARTITION BY told_day, event, school_code
              ORDER BY school_year DESC, form = 'end' DESC NULLS LAST) AS place_told
          FROM identified
        )
        SELECT event_id, told_day, day, school_year, event, school_code, is_synthetic,
          submission_id, row_number,
          CASE WHEN event = 'closed' OR event IN ('moved', 'renamed') AND size(named) = 0
              THEN array(school_code)
            WHEN size(named) = 0 THEN array(CAST(NULL AS STRING))
            ELSE named END AS predecessors
        FROM ranked WHERE place_told = 1
        """);
  }
}
