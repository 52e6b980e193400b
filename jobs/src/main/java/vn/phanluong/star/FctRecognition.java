package vn.phanluong.star;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import vn.phanluong.runtime.Inputs;

/** Builds {@code star.fct_recognition}: the final decision about each person, level and cohort. */
public final class FctRecognition implements PersonBuilder {

  @Override
  public Dataset<Row> build(Inputs in) {
    Dataset<Row> told = Learners.of(in, "graduate");
    told.createOrReplaceTempView("graduate_told");
    Dataset<Row> last =
        in.sql(
            """
            WITH decided AS (
              SELECT *,
                outcome = 'recognised' OR (education_level = 'THCS' AND outcome = 'completed')
                  AS is_done
              FROM graduate_told
            )
            SELECT *,
              bool_or(is_done AND coalesce(round, '1') = '1') OVER (
                PARTITION BY learner_key, education_level, cohort_year) AS is_done_in_first_round
            FROM decided
            QUALIFY row_number() OVER (
              PARTITION BY learner_key, education_level, cohort_year
              ORDER BY CASE round WHEN 'remark' THEN 3 WHEN '2' THEN 2 ELSE 1 END DESC,
                decision_date DESC NULLS LAST, sequence DESC, row_number, submission_id) = 1
            """);
    Dataset<Row> register =
        Learners.named(
            in,
            "graduate",
            told,
            "school_code",
            "region_key",
            "residence_region_key",
            "cohort_year");
    Dataset<Row> atSchool = Learners.atSchool(in, register, last, "cohort_year");
    return in.shaped(
        AsWas.of(
                atSchool,
                "residence_region_key",
                "cohort_year",
                "residence_province_key",
                register.select("residence_region_key", "cohort_year"))
            .selectExpr("*", "school_province_key = residence_province_key AS is_at_home"));
  }
}
