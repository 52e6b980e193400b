package vn.phanluong.star;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import vn.phanluong.runtime.Inputs;

/** Builds {@code star.fct_schooling}: pupils by school year, and what became of them. */
public final class FctSchooling implements PersonBuilder {

  /** The year whose rows nothing follows yet. */
  @Override
  public Dataset<Row> common(Inputs in) {
    return in.everybody("clean.enrolment").selectExpr("max(school_year) AS last_year");
  }

  @Override
  public Dataset<Row> build(Inputs in) {
    Dataset<Row> told = Learners.of(in, "enrolment");
    told.createOrReplaceTempView("enrolment_told");
    Dataset<Row> register =
        Learners.named(
            in,
            "enrolment",
            told,
            "school_code",
            "region_key",
            "residence_region_key",
            "school_year");
    common(in).createOrReplaceTempView("schooling_horizon");
    in.table("star.fct_recognition").createOrReplaceTempView("schooling_recognition");
    in.table("star.fct_application").createOrReplaceTempView("schooling_application");
    Dataset<Row> pupils =
        AsWas.of(
            Learners.atSchool(in, register, years(in), "school_year"),
            "residence_region_key",
            "school_year",
            "residence_province_key",
            register.select("residence_region_key", "school_year"));
    withHeirs(in, register, pupils).createOrReplaceTempView("schooling_year");
    return in.shaped(followed(in));
  }

  /** With the years a pupil moves up and is due in, and the province of the school in each. */
  private static Dataset<Row> withHeirs(Inputs in, Dataset<Row> register, Dataset<Row> pupils) {
    Dataset<Row> provinces =
        in.table("star.dim_region").where("level = 'province'").select("region_key");
    Dataset<Row> years =
        register
            .selectExpr("explode(sequence(school_year + 1, school_year + 4)) AS year")
            .selectExpr("CAST(year AS SMALLINT) AS year");
    Dataset<Row> told = provinces.crossJoin(years.distinct());
    Dataset<Row> ahead =
        pupils.selectExpr(
            "*",
            "school_province_key AS next",
            "school_province_key AS due",
            "CAST(school_year + 1 AS SMALLINT) AS next_year",
            "CAST(school_year + if(education_level = 'THCS', 4, 3) AS SMALLINT) AS due_year");
    Dataset<Row> next = AsWas.of(ahead, "next", "next_year", "next_province_key", told);
    return AsWas.of(next, "due", "due_year", "due_province_key", told);
  }

  /** As told last; an end told once stays told, since lists of September know of none. */
  private static Dataset<Row> years(Inputs in) {
    return in.sql(
        """
        WITH told AS (
          SELECT * EXCEPT (school_code, exit_kind, left_on, entered_on),
            coalesce(school_code, '') AS school_code,
            coalesce(entered_on, make_date(school_year, 9, 5)) AS entered_on,
            last_value(if(left_on IS NULL, NULL, struct(exit_kind, left_on)), true)
              OVER (PARTITION BY learner_key, school_year, coalesce(school_code, ''), programme,
                grade ORDER BY sequence, row_number DESC, submission_id DESC
                ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS ended,
            row_number() OVER (PARTITION BY learner_key, school_year, coalesce(school_code, ''),
              programme, grade ORDER BY sequence DESC, row_number, submission_id) AS place
          FROM enrolment_told
        )
        SELECT *, ended.exit_kind AS exit_kind, ended.left_on AS left_on,
          CASE WHEN programme LIKE '%THCS' THEN 'THCS'
            WHEN programme LIKE 'GDTX%' THEN 'GDTX' ELSE 'THPT' END AS education_level
        FROM told WHERE place = 1
        """);
  }

  private static Dataset<Row> followed(Inputs in) {
    return in.sql(
        """
        WITH told AS (
          -- Of a window over all rows one task would have all the work.
          SELECT * FROM schooling_year CROSS JOIN schooling_horizon
        ), done AS (
          SELECT DISTINCT learner_key, education_level, cohort_year
          FROM schooling_recognition WHERE is_done
        )
        SELECT told.*, school_province_key = residence_province_key AS is_at_home,
          entered_on <= make_date(school_year, 9, 30)
            AND coalesce(left_on > make_date(school_year, 9, 30), true) AS is_on_roll_at_start,
          entered_on <= make_date(school_year + 1, 5, 31)
            AND coalesce(left_on > make_date(school_year + 1, 5, 31), true) AS is_on_roll_at_end,
          school_year < last_year AS is_followed,
          coalesce(entry_kind = 'new', false) AND due_year <= last_year AS is_due,
          in_time.learner_key IS NOT NULL AS is_done_on_time,
          next.learner_key IS NOT NULL AS is_recognised_next,
          coalesce(applied.is_registered_vocational, false) AS is_registered_vocational
        FROM told
        LEFT JOIN done AS in_time ON in_time.learner_key = told.learner_key
          AND in_time.education_level = told.education_level AND in_time.cohort_year = due_year
        LEFT JOIN done AS next ON next.learner_key = told.learner_key
          AND next.education_level = told.education_level AND next.cohort_year = school_year + 1
        LEFT JOIN schooling_application AS applied ON applied.learner_key = told.learner_key
          AND applied.admission_year = school_year + 1
        """);
  }
}
