package vn.phanluong.star;

import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import vn.phanluong.definition.Contracts;
import vn.phanluong.runtime.Inputs;

/** Builds {@code star.fct_schooling}: pupils by school year, and what became of them. */
public final class FctSchooling implements PersonBuilder {

  private static final String LAST_YEAR = "max(school_year) AS last_year";

  private static final String IS_ENTRY = "entry_kind IS NOT NULL";
  private static final String IS_EXIT = "left_on IS NOT NULL";

  /** The year whose rows nothing follows yet, and what provinces and schools tell at all. */
  @Override
  public List<Common> common() {
    return List.of(
        new Common(
            Set.of("clean.enrolment"),
            in ->
                text(in.everybody("clean.enrolment").selectExpr(LAST_YEAR))
                    .union(text(brought(in, "entries", IS_ENTRY)))
                    .union(text(brought(in, "exits", IS_EXIT)))),
        new Common(
            Set.of("clean.grade10_admission"),
            in -> text(Tellings.broughtBy(in, "grade10_admission", "admission_year", "true"))),
        new Common(
            Set.of("star.fct_recognition"),
            in -> text(decisions(in.table("star.fct_recognition")))));
  }

  private static Dataset<Row> brought(Inputs in, String what, String isTold) {
    return Tellings.broughtBy(in, "enrolment", "school_year", isTold)
        .selectExpr("'%s' AS told".formatted(what), "*");
  }

  private static Dataset<Row> text(Dataset<Row> rows) {
    return rows.selectExpr("to_json(struct(*))");
  }

  /** Of a school's decisions its pupils of the school year before. */
  @Override
  public @Nullable Dataset<Row> hanging(Inputs in, Set<String> told) {
    Dataset<Row> schools =
        in.spark()
            .createDataset(List.copyOf(told), Encoders.STRING())
            .selectExpr("from_json(value, 'cohort_year INT, school_code STRING') AS decision")
            .selectExpr(
                "coalesce(decision.school_code, '') AS school_code",
                "CAST(decision.cohort_year - 1 AS SMALLINT) AS school_year")
            .distinct()
            .localCheckpoint();
    if (!schools.where("school_code = ''").isEmpty()) {
      return null;
    }
    Dataset<Row> rows =
        Inputs.among(schools, in.everybody("clean.enrolment"))
            .select("submission_id", "row_number")
            .localCheckpoint();
    return ChangedPersons.told(in, Contracts.bundled().of("clean.enrolment"), rows);
  }

  /** Schools of which decisions tell, by year and level; without a code, provinces. */
  private static Dataset<Row> decisions(Dataset<Row> recognition) {
    return recognition
        .selectExpr(
            "cohort_year",
            "education_level",
            "coalesce(school_province_key, school_region_key) AS province_key",
            "explode(array('', coalesce(school_code, ''))) AS school_code")
        .distinct();
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
    in.everybody("clean.enrolment")
        .selectExpr(LAST_YEAR)
        .createOrReplaceTempView("schooling_horizon");
    Tellings.of(in, "enrolment", "school_year", IS_ENTRY)
        .createOrReplaceTempView("schooling_entry_told");
    Tellings.of(in, "enrolment", "school_year", IS_EXIT)
        .createOrReplaceTempView("schooling_exit_told");
    Tellings.of(in, "grade10_admission", "admission_year", "true")
        .createOrReplaceTempView("schooling_application_told");
    decisions(in.everybody("star.fct_recognition"))
        .createOrReplaceTempView("schooling_decision_told");
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

  /** With the years a pupil moves up and is due in, and the place of the school in each. */
  private static Dataset<Row> withHeirs(Inputs in, Dataset<Row> register, Dataset<Row> pupils) {
    Dataset<Row> places = register.select("school_code", "region_key", "school_year").distinct();
    Dataset<Row> told =
        Learners.atSchool(in, places, places, "school_year")
            .selectExpr("school_region_key", "school_year", "explode(array(1, 3, 4)) AS ahead")
            .selectExpr("school_region_key", "CAST(school_year + ahead AS SMALLINT) AS year")
            .distinct()
            .localCheckpoint();
    Dataset<Row> ahead =
        pupils.selectExpr(
            "*",
            "school_region_key AS next_region_key",
            "school_region_key AS due_region_key",
            "CAST(school_year + 1 AS SMALLINT) AS next_year",
            "CAST(school_year + if(education_level = 'THCS', 4, 3) AS SMALLINT) AS due_year");
    Dataset<Row> next = AsWas.of(ahead, "next_region_key", "next_year", "next_province_key", told);
    return AsWas.of(next, "due_region_key", "due_year", "due_province_key", told);
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
          entries.year IS NOT NULL AS is_entry_told,
          exits.year IS NOT NULL AS is_exit_told,
          coalesce(entry_kind = 'new', false) AND grade IN (6, 10) AND due_year <= last_year
            AS is_due,
          in_time.learner_key IS NOT NULL AS is_done_on_time,
          due.cohort_year IS NOT NULL AS is_due_decision_told,
          next.learner_key IS NOT NULL AS is_recognised_next,
          decided.cohort_year IS NOT NULL AS is_next_decision_told,
          coalesce(applied.is_registered_vocational, false) AS is_registered_vocational,
          applications.year IS NOT NULL AS is_application_told
        FROM told
        LEFT JOIN done AS in_time ON in_time.learner_key = told.learner_key
          AND in_time.education_level = told.education_level AND in_time.cohort_year = due_year
        LEFT JOIN done AS next ON next.learner_key = told.learner_key
          AND next.education_level = told.education_level AND next.cohort_year = school_year + 1
        LEFT JOIN schooling_application AS applied ON applied.learner_key = told.learner_key
          AND applied.admission_year = school_year + 1
        LEFT JOIN schooling_entry_told AS entries ON entries.year = school_year
          AND entries.province_key = coalesce(school_province_key, school_region_key)
        LEFT JOIN schooling_exit_told AS exits ON exits.year = school_year
          AND exits.province_key = coalesce(school_province_key, school_region_key)
        LEFT JOIN schooling_application_told AS applications ON applications.year = next_year
          AND applications.province_key = coalesce(next_province_key, next_region_key)
        LEFT JOIN schooling_decision_told AS decided
          ON decided.cohort_year = next_year
          AND decided.education_level = told.education_level
          AND decided.school_code = told.school_code
          AND decided.province_key = coalesce(next_province_key, next_region_key)
        LEFT JOIN schooling_decision_told AS due ON due.cohort_year = due_year
          AND due.education_level = told.education_level AND due.school_code = ''
          AND due.province_key = coalesce(due_province_key, due_region_key)
        """);
  }
}
