package vn.phanluong.star;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.jspecify.annotations.Nullable;
import vn.phanluong.definition.Contract;
import vn.phanluong.runtime.Changes;

/** Rows of the registers of learners, with what tells of whom each is. */
final class LearnerRecords {

  /** Of each register, what tells rows without a code apart when the register tells them twice. */
  private static final Map<String, List<String>> LIKENESS =
      new TreeMap<>(
          Map.of(
              "graduate",
              List.of("cohort_year", "school", "education_level", "class", "residence_commune"),
              "enrolment",
              List.of("school_year", "school", "programme", "grade", "class", "entered_on"),
              "grade10_admission",
              List.of("admission_year", "school", "applicant_number", "choice_1"),
              "vocational_enrolment",
              List.of(
                  "intake_year",
                  "institution",
                  "occupation_code",
                  "level",
                  "start_date",
                  "region_key"),
              "higher_enrolment",
              List.of("year", "institution_code", "major_code", "enrolled_on")));

  /** What a decision is about, of which a person has one. */
  private static final String DECISION = "concat_ws('|', education_level, cohort_year)";

  private static final String ALIKE =
      "if(likeness IS NULL, NULL, concat_ws('|', dataset, likeness, sex, birth_year))";

  private LearnerRecords() {}

  /** True of a table of {@code clean} whose rows each tell of a person. */
  static boolean isRegister(Contract contract) {
    return contract.stage().equals("clean") && LIKENESS.containsKey(contract.table());
  }

  /** Which rows of a register changed; null if they are more than every task can hold. */
  static @Nullable Dataset<Row> changed(Changes changes, Contract register) {
    return Changes.few(Stream.of(changes.differing(register.id(), "submission_id", "row_number")));
  }

  /** The rows of all registers: of each the code, the number, or what is alike in the same row. */
  static Dataset<Row> of(Function<String, Dataset<Row>> tables) {
    return LIKENESS.keySet().stream()
        .map(register -> of(register, tables.apply("clean." + register)))
        .reduce(Dataset::union)
        .orElseThrow();
  }

  /** Rows of one register. */
  static Dataset<Row> of(String register, Dataset<Row> rows) {
    String likeness =
        Objects.requireNonNull(LIKENESS.get(register)).stream()
            .map("coalesce(CAST(%s AS STRING), '')"::formatted)
            .collect(Collectors.joining(", ", "concat_ws('|', ", ")"));
    return rows.selectExpr(
        "'%s' AS dataset".formatted(register),
        "period",
        "submission_id",
        "row_number",
        "learner_key AS code",
        "identity_key AS number",
        "sex",
        "birth_year",
        "%s AS decision".formatted(register.equals("graduate") ? DECISION : "CAST(NULL AS STRING)"),
        "if(coalesce(learner_key, identity_key) IS NULL, %s, NULL) AS likeness"
            .formatted(likeness));
  }

  /**
   * All that may tie a row to others, blanks among it: its codes, or else what is alike. What is
   * alike is worked out of many columns, and asked only of rows without a code.
   */
  static Column ties() {
    return functions.expr(
        "array(struct(code AS tie, false AS is_alike), struct(number AS tie, false AS is_alike),"
            + " struct(%s AS tie, true AS is_alike))".formatted(ALIKE));
  }

  /** Rows by each of their codes. */
  static Dataset<Row> byCode(Dataset<Row> records) {
    return named(records, functions.expr("explode(array(code, number))"));
  }

  /** Rows without a code, by what is alike in rows of one person. */
  static Dataset<Row> byLikeness(Dataset<Row> records) {
    return named(records.where("code IS NULL AND number IS NULL"), functions.expr(ALIKE));
  }

  private static Dataset<Row> named(Dataset<Row> records, Column tie) {
    return records.select(
        functions.col("dataset"),
        functions.col("submission_id"),
        functions.col("row_number"),
        tie.as("tie"));
  }
}
