package vn.phanluong.star;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import vn.phanluong.runtime.Inputs;

/** Builds {@code star.fct_spell}: all study above lower secondary, whatever register tells it. */
public final class FctSpell implements PersonBuilder {

  @Override
  public Dataset<Row> build(Inputs in) {
    in.table("star.fct_schooling").createOrReplaceTempView("spell_schooling");
    in.table("star.fct_training").createOrReplaceTempView("spell_training");
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
          SELECT learner_key, if(level = 'CD', 'vocational', 'general'), level, enrolled_on,
            coalesce(left_on, if(level = 'CD', add_months(enrolled_on, 30), NULL)), left_on,
            institution_code, major_code, institution_region_key, institution_province_key,
            link_method, sex, birth_year, is_synthetic
          FROM spell_higher
        )
        SELECT CAST(year(start_date) AS SMALLINT) AS start_year, * FROM spell
        QUALIFY row_number() OVER (PARTITION BY learner_key, slot, level, start_date
          ORDER BY end_date DESC NULLS FIRST, institution_code, occupation_code) = 1
        """);
  }

  /** Entries to higher education, with unit and province of the institution on 31 May. */
  private static Dataset<Row> higher(Inputs in) {
    Dataset<Row> entries =
        Learners.entriesToHigher(in).withColumn("institution_region_key", col("region_key"));
    return AsWas.of(
            entries,
            "institution_region_key",
            "year",
            "institution_province_key",
            Learners.named(in, "higher_enrolment", entries, "region_key", "year"))
        .withColumn(
            "institution_region_key", coalesce(col("institution_region_key"), col("region_key")));
  }
}
