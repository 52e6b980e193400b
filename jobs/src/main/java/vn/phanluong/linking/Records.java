package vn.phanluong.linking;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import vn.phanluong.definition.Contract;
import vn.phanluong.definition.Contracts;
import vn.phanluong.runtime.TableStore;

/** The two sides of linking as typed rows tell them, without identities. */
final class Records {
  /** Registers of destinations, in the order of their names. */
  static final List<String> DESTINATIONS =
      List.of("enrolment", "grade10_admission", "higher_enrolment", "vocational_enrolment");

  private static final String LOWER = "THCS";
  private static final String UPPER = "THPT,GDTX";
  private static final String ANY = LOWER + "," + UPPER;
  private static final int GRADE_10 = 10;

  private final TableStore store;

  Records(TableStore store) {
    this.store = store;
  }

  /**
   * Who completed a level: recognised, or of THCS also completed, as there is no diploma since
   * 2026. {@code completion} is the cohort, {@code levels} the level.
   */
  Dataset<Row> graduates() {
    Column isDone =
        col("outcome")
            .equalTo("recognised")
            .or(col("outcome").equalTo("completed").and(col("education_level").equalTo(LOWER)));
    return side(
        clean("graduate").where(isDone),
        "graduate",
        col("cohort_year"),
        col("education_level"),
        col("cohort_year"));
  }

  /**
   * Destination records that no token links: their tokens are blank or meet those of no row of a
   * graduate, whatever its outcome. {@code levels} are those whose completion may have led there,
   * {@code completion} the year of it as the record tells.
   */
  Dataset<Row> candidates() {
    Dataset<Row> destinations =
        enrolments().unionByName(admissions()).unionByName(higher()).unionByName(vocational());
    Dataset<Row> unmet = destinations;
    for (String token : List.of("learner_key", "identity_key")) {
      Dataset<Row> known =
          clean("graduate").select(col(token).as("known")).where("known is not null").distinct();
      unmet = unmet.join(known, unmet.col(token).equalTo(known.col("known")), "left_anti");
    }
    return unmet;
  }

  private Dataset<Row> enrolments() {
    return side(
        clean("enrolment").where(col("grade").geq(GRADE_10)).withColumn("school_code", none()),
        "enrolment",
        col("school_year"),
        lit(LOWER),
        col("school_year").minus(col("grade").minus(GRADE_10)));
  }

  private Dataset<Row> admissions() {
    return side(
        clean("grade10_admission"),
        "grade10_admission",
        col("admission_year"),
        lit(LOWER),
        col("admission_year"));
  }

  private Dataset<Row> higher() {
    return side(
        clean("higher_enrolment").withColumn("school_code", none()),
        "higher_enrolment",
        col("year"),
        lit(UPPER),
        col("prior_year"));
  }

  /** Who completed THPT without a diploma, or something later, has a THCS completion before. */
  private Dataset<Row> vocational() {
    Column prior = col("prior_education");
    Column levels =
        when(prior.equalTo(LOWER), LOWER)
            .when(prior.isin("THPT", "GDTX"), UPPER)
            .when(prior.equalTo("completed_thpt"), LOWER)
            .when(prior.equalTo("below_thcs"), "")
            .otherwise(ANY);
    Column isOfLevel = prior.isin(LOWER, "THPT", "GDTX");
    return side(
        clean("vocational_enrolment").withColumn("school_code", none()),
        "vocational_enrolment",
        col("intake_year"),
        levels,
        when(isOfLevel, col("prior_year")));
  }

  private static Dataset<Row> side(
      Dataset<Row> rows, String dataset, Column year, Column levels, Column completion) {
    return rows.select(
        lit(dataset).as("dataset"),
        col("submission_id"),
        col("row_number"),
        year.cast("int").as("year"),
        levels.as("levels"),
        completion.cast("int").as("completion"),
        col("school_code").as("school"),
        col("sex"),
        col("residence_region_key"),
        col("residence_commune"),
        col("learner_key"),
        col("identity_key"));
  }

  private static Column none() {
    return lit(null).cast("string");
  }

  private Dataset<Row> clean(String dataset) {
    Contract contract = Contracts.bundled().of("clean." + dataset);
    return store.read(contract);
  }
}
