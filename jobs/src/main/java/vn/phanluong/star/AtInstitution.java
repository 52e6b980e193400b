package vn.phanluong.star;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import vn.phanluong.runtime.Inputs;

/**
 * Units of institutions as they stood on 31 May of a year. A file of autumn 2025 may name a merged
 * province alone, which does not tell which of its members it was; the registers of institutions of
 * the years before do.
 */
final class AtInstitution {
  private AtInstitution() {}

  /**
   * The rows with a unit taken back to its year's 31 May, and its province: the unit of the row as
   * it was then, else the one registers have the institution in, else the unit of the row, of no
   * known province.
   *
   * @param place beginning of the names of the column {@code _region_key}, which is there beside
   *     {@code institution_code}, and of {@code _province_key}, which is added
   * @param year column of the year
   * @param told codes, units and years, so named, among which those of the rows are
   */
  static Dataset<Row> of(
      Inputs in, Dataset<Row> rows, String place, String year, Dataset<Row> told) {
    String unit = place + "_region_key";
    Dataset<Row> runs = runs(in).localCheckpoint();
    Dataset<Row> units =
        registered(told.select("institution_code", year).distinct(), runs, year)
            .select("registered_key", year)
            .distinct()
            .localCheckpoint();
    Dataset<Row> kept =
        registered(rows.withColumn("told_key", col(unit)), runs, year)
            .withColumn("registered_key", expr("if(told_key IS NULL, NULL, registered_key)"));
    Dataset<Row> own = AsWas.of(kept, unit, year, "told_province", told.select(unit, year));
    return AsWas.of(own, "registered_key", year, "registered_province", units)
        .withColumn(unit, expr("coalesce(%s, registered_key, told_key)".formatted(unit)))
        .withColumn(place + "_province_key", expr("coalesce(told_province, registered_province)"))
        .drop("told_key", "told_province", "registered_key", "registered_province");
  }

  /**
   * As the register of 31 December before has it, else one of the years nearest before or after.
   */
  private static Dataset<Row> registered(Dataset<Row> rows, Dataset<Row> runs, String year) {
    return rows.alias("told")
        .join(
            broadcast(runs).alias("run"),
            col("told.institution_code")
                .equalTo(col("run.institution_code"))
                .and(expr("told.%s - 1 BETWEEN held_from AND held_to".formatted(year))),
            "left")
        .selectExpr("told.*", "run.region_key AS registered_key");
  }

  /** Where each code's institution stood, over the years, under whatever code it was told then. */
  private static Dataset<Row> runs(Inputs in) {
    Latest.withSubmission(in, in.table("clean.vocational_institution"))
        .createOrReplaceTempView("placed_told");
    in.table("star.bridge_institution").createOrReplaceTempView("placed_institution");
    return in.sql(
        """
        WITH code AS (
          SELECT DISTINCT institution_key, institution_code, register
          FROM placed_institution WHERE institution_code IS NOT NULL
        ), stood AS (
          SELECT institution_key, institution_code AS own_code, year,
            max_by(region_key, struct(sequence, row_number, submission_id)) AS region_key
          FROM placed_told JOIN code USING (institution_code)
          WHERE register = if(year < 2025, 'labour', 'education')
          GROUP BY institution_key, institution_code, year
        ), placed AS (
          SELECT code.institution_code, year, region_key
          FROM stood JOIN code USING (institution_key)
          QUALIFY row_number() OVER (PARTITION BY code.institution_code, year
            ORDER BY code.institution_code = own_code DESC, institution_key, own_code) = 1
        )
        SELECT institution_code, region_key,
          if(year = min(year) OVER (PARTITION BY institution_code), 0, year) AS held_from,
          coalesce(lead(year) OVER (PARTITION BY institution_code ORDER BY year) - 1, 9999)
            AS held_to
        FROM placed
        """);
  }
}
