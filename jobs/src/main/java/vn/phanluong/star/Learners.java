package vn.phanluong.star;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import vn.phanluong.runtime.Inputs;

/** Rows of a register of learners, each with the person it tells of. */
final class Learners {
  private Learners() {}

  /**
   * The rows that stand, with {@code learner_key} and {@code link_method} of the person instead of
   * codes, and {@code sequence} and {@code is_synthetic} of the submission.
   */
  static Dataset<Row> of(Inputs in, String dataset) {
    Dataset<Row> persons =
        in.table("star.bridge_learner")
            .where(col("dataset").equalTo(lit(dataset)))
            .drop("dataset", "period");
    Dataset<Row> rows =
        Latest.withSubmission(in, in.table("clean." + dataset).drop("learner_key", "identity_key"));
    String[] row = {"submission_id", "row_number"};
    // Rows of some persons are looked for where they stand, not brought together with all others.
    return in.isOfSome()
        ? rows.join(broadcast(persons), Inputs.keys(row)).localCheckpoint()
        : rows.join(persons, Inputs.keys(row));
  }

  /**
   * Rows of higher education that tell of an entry, with its day. Whoever completed upper secondary
   * in the year without a day entered on 5 September, as pupils do; of others a blank says that
   * they entered earlier.
   */
  static Dataset<Row> entriesToHigher(Inputs in) {
    return of(in, "higher_enrolment")
        .withColumn(
            "enrolled_on",
            expr("coalesce(enrolled_on, if(prior_year = year, make_date(year, 9, 5), NULL))"))
        .where("enrolled_on IS NOT NULL");
  }

  /**
   * What rows of a register name, each combination once. Asked for several lists; read once, since
   * a register is large.
   *
   * @param told the register as {@link #of} has it
   */
  static Dataset<Row> named(Inputs in, String dataset, Dataset<Row> told, String... columns) {
    Dataset<Row> rows = in.isOfSome() ? told : in.table("clean." + dataset);
    return rows.selectExpr(columns).distinct().localCheckpoint();
  }

  /**
   * The rows with ownership, type, unit and province of their school on 31 May of a year: the unit
   * of the row as it was then, else the one the register of schools has, else, since a merged
   * province does not tell which of its members it was, the unit of the row. A unit that is not
   * whole in one of today comes with the unit of today the school stands in, if a list tells.
   *
   * @param register schools and units that rows of the register name, by year
   */
  static Dataset<Row> atSchool(Inputs in, Dataset<Row> register, Dataset<Row> rows, String year) {
    Dataset<Row> schools = registered(in, register.select("school_code", year).distinct(), year);
    Dataset<Row> registered =
        registered(in, rows.withColumn("school_region_key", col("region_key")), year);
    Dataset<Row> told =
        AsWas.of(
            registered,
            "school_region_key",
            year,
            "told_province",
            register.select("region_key", year));
    Dataset<Row> units =
        schools
            .select("registered_region_key", year, "registered_today_key")
            .distinct()
            .localCheckpoint();
    Dataset<Row> placed =
        AsWas.of(
                StandsIn.of(told, "registered_region_key", year, "registered_today_key", units),
                "registered_region_key",
                year,
                "registered_province",
                units.select("registered_region_key", year))
            .withColumn(
                "school_region_key",
                expr("coalesce(school_region_key, registered_region_key, region_key)"))
            .withColumn(
                "school_province_key", expr("coalesce(told_province, registered_province)"));
    return placed
        .withColumn(
            "school_today_region_key", StandsIn.today("school_region_key", "registered_today_key"))
        .drop("told_province", "registered_province", "registered_region_key")
        .drop("registered_today_key", StandsIn.DIVIDED);
  }

  private static Dataset<Row> registered(Inputs in, Dataset<Row> rows, String year) {
    in.table("star.dim_school").createOrReplaceTempView("school_run_of_years");
    // A year that no register tells of is as the year before it, or as the first told.
    Dataset<Row> schools =
        in.sql(
            """
            SELECT school_code, ownership, school_type, region_key AS registered_region_key,
              today_region_key AS registered_today_key,
              if(first_school_year = min(first_school_year) OVER (PARTITION BY school_code),
                0, first_school_year) AS held_from,
              coalesce(lead(first_school_year) OVER (
                PARTITION BY school_code ORDER BY first_school_year) - 1, 9999) AS held_to
            FROM school_run_of_years
            """);
    return rows.alias("told")
        .join(
            broadcast(schools).alias("school"),
            col("told.school_code")
                .equalTo(col("school.school_code"))
                .and(expr(year + " - 1").between(col("held_from"), col("held_to"))),
            "left")
        .selectExpr(
            "told.*",
            "school.ownership",
            "school.school_type",
            "school.registered_region_key",
            "school.registered_today_key");
  }
}
