package vn.phanluong.indicator;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import vn.phanluong.runtime.Inputs;
import vn.phanluong.runtime.TableBuilder;

/**
 * Builds {@code indicator.completion_balance}: what became of the last grade of a level within its
 * school year, so that the denominator of what comes after is seen to be all there were. Each pupil
 * counts once, in the school the year ended in. A school is silent if its province tells decisions
 * and none of that school.
 */
public final class CompletionBalance implements TableBuilder {

  @Override
  public Dataset<Row> build(Inputs in) {
    in.table("star.fct_schooling").createOrReplaceTempView("balanced_schooling");
    in.table("star.fct_recognition").createOrReplaceTempView("balanced_recognition");
    in.table("star.bridge_region_boundary").createOrReplaceTempView("balanced_boundary");
    classes(in).createOrReplaceTempView("balanced_class");
    return in.sql(
        """
        WITH telling AS (
          SELECT DISTINCT cohort_year, education_level, school_province_key AS province_key,
            coalesce(school_code, '') AS school_code
          FROM balanced_recognition
        ), counted AS (
          SELECT cohort_year, education_level, province_key, class, count(*) AS persons,
            count(*) FILTER (WHERE class = 'unaccounted' AND school.school_code IS NULL AND school_code <> ''
              AND province.province_key IS NOT NULL) AS silent,
            bool_or(is_synthetic) AS is_synthetic
          FROM balanced_class
          LEFT JOIN telling AS school USING (cohort_year, education_level, province_key, school_code)
          LEFT JOIN (SELECT DISTINCT cohort_year, education_level, province_key FROM telling)
            AS province USING (cohort_year, education_level, province_key)
          WHERE province_key IS NOT NULL
          GROUP BY cohort_year, education_level, province_key, class
        )
        SELECT cohort_year, education_level, boundary, level, area_key AS region_key,
          coalesce(sum(persons) FILTER (WHERE class <> 'unlisted'), 0) AS pupils,
          coalesce(sum(persons) FILTER (WHERE class = 'recognised'), 0) AS recognised,
          coalesce(sum(persons) FILTER (WHERE class = 'not_recognised'), 0) AS not_recognised,
          coalesce(sum(persons) FILTER (WHERE class = 'left'), 0) AS left_school,
          coalesce(sum(persons) FILTER (WHERE class = 'unaccounted'), 0) AS unaccounted,
          sum(silent) AS silent,
          coalesce(sum(persons) FILTER (WHERE class = 'unlisted'), 0) AS unlisted,
          bool_or(counted.is_synthetic) AS is_synthetic
        FROM counted JOIN balanced_boundary AS area
          ON area.region_key = province_key AND cohort_year BETWEEN cohort_from AND cohort_to
        GROUP BY cohort_year, education_level, boundary, level, area_key
        """);
  }

  /** Each pupil of the last grade, and each recognised person on no list, with what is told. */
  private static Dataset<Row> classes(Inputs in) {
    return in.sql(
        """
        WITH told AS (
          SELECT education_level, max(cohort_year) AS last_cohort
          FROM balanced_recognition GROUP BY education_level
        ), pupil AS (
          -- Of two schools in a year the one entered later; its province is that of the cohort's 31 May.
          SELECT learner_key, education_level, CAST(school_year + 1 AS SMALLINT) AS cohort_year,
            max_by(next_province_key, struct(entered_on, school_code)) AS province_key,
            max_by(school_code, struct(entered_on, school_code)) AS school_code,
            max_by(left_on IS NOT NULL AND NOT is_on_roll_at_end, struct(entered_on, school_code))
              AS has_left,
            bool_or(is_synthetic) AS is_synthetic
          FROM balanced_schooling WHERE grade = if(education_level = 'THCS', 9, 12)
          GROUP BY learner_key, education_level, school_year
        )
        SELECT cohort_year, education_level, province_key, pupil.school_code, pupil.is_synthetic,
          CASE WHEN is_done THEN 'recognised' WHEN NOT is_done THEN 'not_recognised'
            WHEN has_left THEN 'left' ELSE 'unaccounted' END AS class
        FROM pupil JOIN told USING (education_level)
        LEFT JOIN balanced_recognition AS decision
          USING (learner_key, education_level, cohort_year)
        WHERE cohort_year <= last_cohort
        UNION ALL
        SELECT cohort_year, education_level, school_province_key, school_code, is_synthetic,
          'unlisted'
        FROM balanced_recognition ANTI JOIN pupil USING (learner_key, education_level, cohort_year)
        WHERE is_done
        """);
  }
}
