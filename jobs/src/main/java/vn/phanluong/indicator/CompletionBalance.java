package vn.phanluong.indicator;

import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.max;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import vn.phanluong.runtime.Changes;
import vn.phanluong.runtime.Inputs;
import vn.phanluong.runtime.RevisingBuilder;
import vn.phanluong.runtime.Revision;

/**
 * Builds {@code indicator.completion_balance}: what became of the last grade of a level within its
 * school year, so that the denominator of what comes after is seen to be all there were. Each pupil
 * counts once, in the school the year ended in. A school is silent if its province tells decisions
 * and none of that school.
 */
public final class CompletionBalance implements RevisingBuilder {
  private static final String SCHOOLING = "star.fct_schooling";
  private static final String RECOGNITION = "star.fct_recognition";

  @Override
  public Dataset<Row> build(Inputs in) {
    return of(in, pupils(in.table(SCHOOLING)), in.table(RECOGNITION));
  }

  /** The cohorts of changed persons, unless decisions tell of another last one. */
  @Override
  public @Nullable Revision revision(Changes changes) {
    Dataset<Row> persons = changes.persons();
    if (persons == null || !last(changes.before()).equals(last(changes.now()))) {
      return null;
    }
    Dataset<Row> cohorts =
        Stream.of(changes.before().of(persons), changes.now().of(persons))
            .flatMap(in -> Stream.of(pupils(in.table(SCHOOLING)), in.table(RECOGNITION)))
            .map(rows -> rows.select("cohort_year"))
            .reduce(Dataset::union)
            .orElseThrow()
            .distinct()
            .localCheckpoint();
    Inputs in = changes.now();
    return new Revision(
        cohorts,
        of(
            in,
            Inputs.among(cohorts, pupils(in.table(SCHOOLING))),
            Inputs.among(cohorts, in.table(RECOGNITION))));
  }

  /** The last cohort that decisions of each level tell of, as text. */
  private static List<String> last(Inputs in) {
    return lastCohorts(in).toJSON().collectAsList().stream().sorted().toList();
  }

  private static Dataset<Row> lastCohorts(Inputs in) {
    return in.table(RECOGNITION)
        .groupBy("education_level")
        .agg(max("cohort_year").as("last_cohort"));
  }

  /** Pupils of the last grade, with the cohort they are of. */
  private static Dataset<Row> pupils(Dataset<Row> schooling) {
    return schooling
        .where("grade = if(education_level = 'THCS', 9, 12)")
        .withColumn("cohort_year", expr("CAST(school_year + 1 AS SMALLINT)"));
  }

  private static Dataset<Row> of(Inputs in, Dataset<Row> pupils, Dataset<Row> recognition) {
    pupils.createOrReplaceTempView("balanced_pupil");
    recognition.createOrReplaceTempView("balanced_recognition");
    lastCohorts(in).createOrReplaceTempView("balanced_last");
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
        WITH pupil AS (
          -- Of two schools in a year the one entered later; its province is that of the cohort's 31 May.
          SELECT learner_key, education_level, cohort_year,
            max_by(next_province_key, struct(entered_on, school_code)) AS province_key,
            max_by(school_code, struct(entered_on, school_code)) AS school_code,
            max_by(left_on IS NOT NULL AND NOT is_on_roll_at_end, struct(entered_on, school_code))
              AS has_left,
            bool_or(is_synthetic) AS is_synthetic
          FROM balanced_pupil GROUP BY learner_key, education_level, cohort_year
        )
        SELECT cohort_year, education_level, province_key, pupil.school_code, pupil.is_synthetic,
          CASE WHEN is_done THEN 'recognised' WHEN NOT is_done THEN 'not_recognised'
            WHEN has_left THEN 'left' ELSE 'unaccounted' END AS class
        FROM pupil JOIN balanced_last USING (education_level)
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
