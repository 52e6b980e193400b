package vn.phanluong.star;

import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import vn.phanluong.runtime.Inputs;

/**
 * Builds {@code star.fct_pathway}: where each completer went. The vocational slot counts whatever
 * the general one holds; the classes of the distribution exclude each other.
 */
public final class FctPathway implements PersonBuilder {

  @Override
  public Dataset<Row> build(Inputs in) {
    in.table("star.fct_recognition").createOrReplaceTempView("pathway_recognition");
    in.table("star.fct_spell").createOrReplaceTempView("pathway_spell");
    in.table("star.fct_application").createOrReplaceTempView("pathway_application");
    in.reference("window").createOrReplaceTempView("pathway_window");
    slots(in).createOrReplaceTempView("pathway_slots");
    strays(in, in.everybody("star.fct_recognition"), near(in))
        .createOrReplaceTempView("pathway_stray");
    lastYear(in).createOrReplaceTempView("pathway_horizon");
    return in.shaped(ways(in));
  }

  /** Entries that could be those of a completer: of others nobody asks. */
  private static Dataset<Row> near(Inputs in) {
    Dataset<Row> entries = in.everybody("star.fct_spell");
    if (!in.isOfSome()) {
      return entries;
    }
    Dataset<Row> asked = in.table("star.fct_recognition").select("sex", "birth_year").distinct();
    return Inputs.among(asked.localCheckpoint(), entries);
  }

  /** Entries of nobody known, and the year whose cohort nothing follows yet. */
  @Override
  public List<Common> common() {
    return List.of(
        new Common(
            Set.of("star.fct_recognition", "star.fct_spell"),
            in -> {
              in.reference("window").createOrReplaceTempView("pathway_window");
              return strays(in, in.table("star.fct_recognition"), in.table("star.fct_spell"))
                  .selectExpr("to_json(struct(*)) AS told");
            }),
        new Common(
            Set.of("star.fct_schooling"),
            in -> lastYear(in).selectExpr("CAST(last_year AS STRING)")));
  }

  private static Dataset<Row> lastYear(Inputs in) {
    return in.everybody("star.fct_schooling").selectExpr("max(school_year) AS last_year");
  }

  /**
   * Completers in each window, with what of their spells lies in it. An elementary course lasts
   * three months or more (Law 74/2014/QH13, article 33): where nobody told its end, it is sure for
   * as long.
   */
  private static Dataset<Row> slots(Inputs in) {
    return in.sql(
        """
        WITH completer AS (
          SELECT done.*, window_code,
            make_date(cohort_year, int(from_month), int(from_day)) AS first_day,
            make_date(cohort_year + int(to_year), int(to_month), int(to_day)) AS last_day
          FROM pathway_recognition AS done CROSS JOIN pathway_window WHERE is_done
        ), near AS (
          SELECT completer.cohort_year, education_level, window_code, completer.learner_key,
            first_day, last_day, spell.*,
            start_date BETWEEN first_day AND last_day AS is_in_window,
            slot = 'general' AND (level = 'DH') = (education_level <> 'THCS') AS is_general,
            if(level = 'SC' AND leaves_on IS NULL, add_months(start_date, 3), end_date)
              AS stays_until,
            if(slot = 'vocational', leaves_on, end_date) AS told_until,
            transform(sequence(0, 5), month -> last_day(make_date(
                cohort_year + int(month > 2), if(month > 2, month - 2, month + 10), 1)))
              AS month_ends
          FROM completer JOIN (SELECT * EXCEPT (learner_key), learner_key AS person
            FROM pathway_spell) AS spell ON person = completer.learner_key
          WHERE start_date <= greatest(last_day, make_date(cohort_year + 1, 3, 31))
        )
        SELECT cohort_year, education_level, window_code, learner_key,
          min_by(struct(level, start_date, institution_code, occupation_code,
              institution_region_key, institution_province_key, link_method), struct(start_date, level))
            FILTER (WHERE slot = 'vocational' AND is_in_window) AS vocational,
          min_by(struct(level, start_date, institution_code, link_method),
              struct(start_date, level))
            FILTER (WHERE is_general AND is_in_window) AS general,
          max_by(level, struct(start_date, level))
            FILTER (WHERE slot = 'vocational' AND start_date <= last_day
              AND coalesce(end_date > last_day, true)) AS vocational_status,
          max_by(level, struct(start_date, level))
            FILTER (WHERE is_general AND is_in_window
              AND coalesce(leaves_on > last_day, true)) AS general_status,
          size(array_distinct(flatten(collect_list(filter(month_ends,
            day -> start_date <= day AND coalesce(stays_until > day, true)))))) = 6
            AS is_sustained,
          size(array_distinct(flatten(collect_list(filter(month_ends,
            day -> start_date <= day AND coalesce(told_until > day, true)))))) = 6
            AS may_be_sustained
        FROM near GROUP BY cohort_year, education_level, window_code, learner_key
        """);
  }

  /**
   * Entries of each window, by sex and year of birth, of persons who are nobody known to have
   * completed: somebody's, whose code is missing.
   */
  private static Dataset<Row> strays(Inputs in, Dataset<Row> known, Dataset<Row> entries) {
    in.everybody("star.fct_recognition").createOrReplaceTempView("pathway_decision");
    known.createOrReplaceTempView("pathway_known");
    entries.createOrReplaceTempView("pathway_entry");
    return in.sql(
        """
        SELECT cohort_year, window_code, sex, birth_year,
          bool_or(slot = 'vocational') AS is_vocational,
          bool_or(slot = 'general' AND level = 'GDTX') AS is_general
        FROM (SELECT DISTINCT cohort_year FROM pathway_decision) CROSS JOIN pathway_window
        JOIN (SELECT * FROM pathway_entry ANTI JOIN pathway_known USING (learner_key)) AS spell
          ON start_date BETWEEN make_date(cohort_year, int(from_month), int(from_day))
            AND make_date(cohort_year + int(to_year), int(to_month), int(to_day))
        WHERE sex IS NOT NULL AND birth_year IS NOT NULL
        GROUP BY cohort_year, window_code, sex, birth_year
        """);
  }

  private static Dataset<Row> ways(Inputs in) {
    return in.sql(
        """
        SELECT done.*, windows.window_code,
          vocational.level AS vocational_level, vocational.start_date AS vocational_start,
          vocational.institution_code AS vocational_institution_code,
          vocational.occupation_code AS vocational_occupation_code,
          vocational.institution_region_key AS vocational_region_key,
          vocational.link_method AS vocational_link_method,
          vocational.institution_province_key <> done.school_province_key AS is_outside_province,
          general.level AS general_level, general.start_date AS general_start,
          general.institution_code AS general_institution_code,
          general.link_method AS general_link_method, vocational_status, general_status,
          CASE WHEN general.level IN ('THPT', 'DH') THEN general.level
            WHEN general.level = 'GDTX' AND vocational.level = 'TC' THEN 'DUAL'
            ELSE coalesce(vocational.level, general.level, 'UNKNOWN') END AS destination_code,
          done.education_level = 'THCS' AND coalesce(
            if(vocational.level IS NULL, general.level = 'GDTX' AND stray.is_vocational,
              general.level IS NULL AND stray.is_general), false) AS may_be_dual,
          coalesce(vocational.level, general.level, vocational_status, general_status) IS NULL
            AS has_no_study,
          coalesce(done.cohort_year < last_year, false) AS is_followed,
          coalesce(is_sustained, false) AS is_sustained,
          coalesce(may_be_sustained, false) AS may_be_sustained,
          coalesce(applied.has_applied, false) AS has_applied,
          coalesce(applied.is_result_told, false) AS is_result_told,
          coalesce(applied.is_admitted, false) AS is_admitted,
          coalesce(applied.is_registered_vocational, false) AS is_registered_vocational
        FROM pathway_recognition AS done CROSS JOIN pathway_window AS windows
          CROSS JOIN pathway_horizon
        LEFT JOIN pathway_slots AS slots ON slots.learner_key = done.learner_key
          AND slots.cohort_year = done.cohort_year
          AND slots.education_level = done.education_level
          AND slots.window_code = windows.window_code
        LEFT JOIN pathway_stray AS stray ON stray.cohort_year = done.cohort_year
          AND stray.window_code = windows.window_code AND stray.sex = done.sex
          AND stray.birth_year = done.birth_year
        LEFT JOIN pathway_application AS applied ON applied.learner_key = done.learner_key
          AND applied.admission_year = done.cohort_year AND done.education_level = 'THCS'
        WHERE done.is_done
        """);
  }
}
