package vn.phanluong.star;

import static org.apache.spark.sql.functions.expr;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import vn.phanluong.runtime.Inputs;

/** Builds {@code star.fct_spell}: all study above lower secondary, whatever register tells it. */
public final class FctSpell implements PersonBuilder {

  @Override
  public Dataset<Row> build(Inputs in) {
    in.table("star.fct_schooling").createOrReplaceTempView("spell_schooling");
    placed(in, in.table("star.fct_training").drop("institution_province_key"))
        .createOrReplaceTempView("spell_training");
    higher(in).createOrReplaceTempView("spell_higher");
    // A school year ends by itself, training after its normal time where no end is told.
    return in.sql(
        """
        WITH spell AS (
          SELECT learner_key, 'general' AS slot, education_level AS level,
            entered_on AS start_date, coalesce(left_on, make_date(school_year + 1, 6, 1))
              AS end_date, left_on AS leaves_on, school_code AS institution_code,
            CAST(NULL AS STRING) AS occupation_code,
            school_region_key AS institution_region_key,
            school_province_key AS institution_province_key, link_method, sex, birth_year,
            is_synthetic
          FROM spell_schooling WHERE grade >= 10
          UNION ALL
          SELECT learner_key, 'vocational', level, start_date, coalesce(end_date, due_date),
            end_date,
            institution_code, occupation_code, institution_region_key,
            institution_province_key, link_method, sex, birth_year, is_synthetic
          FROM spell_training
          UNION ALL
          SELECT learner_key, if(level = 'CD', 'vocational', 'general'), level, start_date,
            coalesce(left_on, if(level = 'CD', add_months(start_date, 30), NULL)), left_on,
            institution_code, major_code, institution_region_key, institution_province_key,
            link_method, sex, birth_year, is_synthetic
          FROM spell_higher
        )
        SELECT CAST(year(start_date) AS SMALLINT) AS start_year, * FROM spell
        QUALIFY row_number() OVER (PARTITION BY learner_key, slot, level, start_date
          ORDER BY end_date DESC NULLS FIRST, institution_code, occupation_code,
            institution_region_key, link_method, sex, birth_year, is_synthetic) = 1
        """);
  }

  /** Entries to higher education, with unit and province of the institution. */
  private static Dataset<Row> higher(Inputs in) {
    return placed(
        in,
        Learners.entriesToHigher(in)
            .withColumnRenamed("region_key", "institution_region_key")
            .withColumnRenamed("enrolled_on", "start_date"));
  }

  /**
   * Entries with unit and province of the institution on the last 31 May before, the day a cohort
   * is counted on: who enters in winter is of the cohort of the year before.
   */
  private static Dataset<Row> placed(Inputs in, Dataset<Row> entries) {
    Dataset<Row> dated =
        entries.withColumn(
            "cohort_year", expr("CAST(year(add_months(start_date, -5)) AS SMALLINT)"));
    String[] told = {"institution_region_key", "cohort_year"};
    return AtInstitution.of(
        in,
        dated,
        "institution",
        "cohort_year",
        dated.select("institution_code", told).distinct().localCheckpoint());
  }
}
