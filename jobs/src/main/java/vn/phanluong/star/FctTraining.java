package vn.phanluong.star;

import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import vn.phanluong.runtime.Inputs;

/** Builds {@code star.fct_training}: vocational courses begun, and how they went on. */
public final class FctTraining implements PersonBuilder {

  private static final String IS_END = "end_date IS NOT NULL";

  /** The year whose courses nothing follows yet, and provinces that tell how courses ended. */
  @Override
  public List<Common> common() {
    return List.of(
        new Common(
            Set.of("clean.vocational_enrolment"),
            in ->
                Tellings.broughtBy(in, "vocational_enrolment", "intake_year", IS_END)
                    .selectExpr("to_json(struct(*)) AS told")
                    .union(horizon(in).selectExpr("CAST(last_year AS STRING)"))));
  }

  private static Dataset<Row> horizon(Inputs in) {
    return in.everybody("clean.vocational_enrolment").selectExpr("max(period) AS last_year");
  }

  @Override
  public Dataset<Row> build(Inputs in) {
    Dataset<Row> told = Learners.of(in, "vocational_enrolment");
    told.createOrReplaceTempView("training_told");
    Learners.entriesToHigher(in).createOrReplaceTempView("training_higher");
    in.table("clean.vocational_institution").createOrReplaceTempView("training_institution");
    in.table("star.fct_schooling").createOrReplaceTempView("training_schooling");
    Dataset<Row> register =
        Learners.named(
            in,
            "vocational_enrolment",
            told,
            "institution_code",
            "region_key",
            "residence_region_key",
            "intake_year",
            "CAST(year(end_date) AS SMALLINT) AS end_year");
    horizon(in).createOrReplaceTempView("training_horizon");
    Tellings.of(in, "vocational_enrolment", "intake_year", IS_END)
        .createOrReplaceTempView("training_end_told");
    Dataset<Row> entered =
        AtInstitution.of(
            in,
            courses(in),
            "institution",
            "intake_year",
            register.selectExpr(
                "institution_code", "region_key AS institution_region_key", "intake_year"));
    Dataset<Row> atHome =
        AsWas.of(
            entered,
            "residence_region_key",
            "intake_year",
            "residence_province_key",
            register.select("residence_region_key", "intake_year"));
    Dataset<Row> ended =
        AtInstitution.of(
            in,
            atHome,
            "completed",
            "completed_year",
            register.selectExpr(
                "institution_code",
                "region_key AS completed_region_key",
                "end_year AS completed_year"));
    ended.createOrReplaceTempView("training_course");
    return in.shaped(followed(in));
  }

  /**
   * As told last, an end before no end. Two agencies that tell of one course agree on person, level
   * and day, so that it counts once.
   */
  private static Dataset<Row> courses(Inputs in) {
    return in.sql(
        """
        WITH course AS (
          SELECT *, region_key AS institution_region_key
          FROM training_told CROSS JOIN training_horizon
          QUALIFY row_number() OVER (
            PARTITION BY learner_key, level, start_date
            ORDER BY end_date IS NULL, sequence DESC, row_number, submission_id) = 1
        ), owner AS (
          SELECT institution_code,
            max_by(ownership, struct(year, ownership)) FILTER (WHERE ownership IS NOT NULL)
              AS ownership,
            max_by(institution_type, struct(year, institution_type))
              FILTER (WHERE institution_type IS NOT NULL) AS school_type
          FROM training_institution GROUP BY institution_code
        )
        SELECT course.*, owner.ownership, owner.school_type,
          add_months(start_date, CASE level WHEN 'SC' THEN 12 WHEN 'THN' THEN 36 WHEN 'CD' THEN 30
            ELSE CASE WHEN dual_study THEN 36 WHEN prior_education = 'THCS' THEN 24 ELSE 18 END
            END) AS due_date,
          CAST(if(status = 'completed' AND year(end_date) + 2 <= last_year, year(end_date), NULL)
            AS SMALLINT) AS completed_year,
          if(status = 'completed' AND year(end_date) + 2 <= last_year, region_key, NULL)
            AS completed_region_key
        FROM course LEFT JOIN owner USING (institution_code)
        """);
  }

  private static Dataset<Row> followed(Inputs in) {
    return in.sql(
        """
        WITH beside AS (
          SELECT DISTINCT course.learner_key, level, start_date
          FROM training_course AS course JOIN training_schooling AS school
            ON school.learner_key = course.learner_key AND school_year = intake_year
            AND education_level = 'GDTX'
          WHERE coalesce(left_on > greatest(start_date, entered_on), true)
            AND coalesce(end_date > greatest(start_date, entered_on), true)
        ), begun AS (
          SELECT learner_key, level, start_date FROM training_course
          UNION ALL
          SELECT learner_key, level, enrolled_on FROM training_higher
        ), moved AS (
          SELECT DISTINCT done.learner_key, done.level, done.start_date
          FROM training_course AS done JOIN begun AS later
            ON later.learner_key = done.learner_key
          WHERE done.completed_year IS NOT NULL
            AND array_position(array('SC', 'THN', 'TC', 'CD', 'DH'), later.level)
              > array_position(array('SC', 'THN', 'TC', 'CD', 'DH'), done.level)
            AND later.start_date > done.end_date
            AND later.start_date <= add_months(done.end_date, 24)
        )
        SELECT course.*, institution_province_key = residence_province_key AS is_at_home,
          coalesce(dual_study, false) OR beside.learner_key IS NOT NULL AS is_dual,
          row_number() OVER (PARTITION BY course.learner_key, course.intake_year, course.level
            ORDER BY course.start_date) = 1 AS is_first_of_year,
          course.level <> 'SC' AND intake_year < last_year AS is_followed,
          ends.year IS NOT NULL AS is_end_told,
          coalesce(status = 'left' AND end_date <= add_months(course.start_date, 12), false)
            AS is_lost_in_first_year,
          year(due_date) <= last_year AS is_due,
          coalesce(status = 'completed' AND end_date <= due_date, false) AS is_done_on_time,
          moved.learner_key IS NOT NULL AS has_moved_on
        FROM training_course AS course
        LEFT JOIN beside ON beside.learner_key = course.learner_key
          AND beside.level = course.level AND beside.start_date = course.start_date
        LEFT JOIN moved ON moved.learner_key = course.learner_key
          AND moved.level = course.level AND moved.start_date = course.start_date
        LEFT JOIN training_end_told AS ends ON ends.year = intake_year
          AND ends.province_key = coalesce(institution_province_key, institution_region_key)
        """);
  }
}
