package vn.phanluong;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vn.phanluong.definition.Contract;
import vn.phanluong.definition.Contracts;
import vn.phanluong.definition.DefinitionProblem;
import vn.phanluong.definition.SchemaFiles;
import vn.phanluong.indicator.Derived;
import vn.phanluong.indicator.Tally;
import vn.phanluong.runtime.Inputs;
import vn.phanluong.runtime.Slices;

/** A definition that lints and is wrong all the same spoils no other. */
@ExtendWith(SparkExtension.class)
class FaultyDefinitionTest {
  private static final String DEFINITIONS = "indicator/definitions/";
  private static final Contract TALLY = Contracts.bundled().of("indicator.tally");
  private static final Contract DERIVED = Contracts.bundled().of("indicator.derived");

  @TempDir private Path folder = Path.of("");

  private final SparkSession spark;
  private final GivenTables tables;

  FaultyDefinitionTest(SparkSession spark) {
    this.spark = spark;
    tables = new GivenTables(spark);
  }

  @BeforeEach
  void a_place_tells_of_100_completers_and_where_90_went() throws IOException {
    BundledSchemas.copy(folder, "indicator/counting/.*|reference/[^/]*");
    Files.createDirectories(folder.resolve(DEFINITIONS));
    define("PL-THCS-SCTC", UnaryOperator.identity());
    given("star.fct_graduate_count", "100 AS persons");
    given(
        "star.fct_destination_count",
        "stack(3, 'TC', 40, 'THPT', 50, 'UNKNOWN', 30) AS (destination_code, persons)");
  }

  @Test
  void more_counted_than_went_anywhere_is_inconsistent() throws IOException {
    define("X-ALL", text -> text.replace("IN ('SC', 'TC', 'DUAL')", "<> ''"));

    assertThat(counted(Tally.of(in(), SchemaFiles.of(folder))))
        .containsExactlyInAnyOrder(
            "PL-THCS-SCTC complete 40 100 10", "X-ALL inconsistent null 100 null");
  }

  /** One is asked of persons, one of sums, and one gives a part that no table takes. */
  @Test
  void one_that_fails_is_named_and_the_others_are_counted() throws IOException {
    given(
        "star.fct_pathway",
        """
        stack(2, 'TC', 'TC', 'THPT', CAST(NULL AS STRING)) AS (destination_code, vocational_level),
        'december' AS window_code, 'A' AS school_region_key, 'VI-1' AS vocational_institution_code
        """);
    define(
        "X-CODE",
        text ->
            text.replace(
                "${vocational_slot} IN",
                "CAST(vocational_institution_code AS INT) > 5 AND ${vocational_slot} IN"));
    define("X-PART", text -> text.replaceAll("(SELECT cohort_year)", "$1, 'private' AS part"));
    define(
        "X-SUM",
        text -> text.replace("destination_code <> 'UNKNOWN'", "CAST(destination_code AS INT) > 0"));
    SchemaFiles files = SchemaFiles.of(folder);

    assertThatThrownBy(() -> counted(Tally.of(in(), files)))
        .hasStackTraceContaining("CAST_INVALID_INPUT");

    List<DefinitionProblem> faults = Tally.faults(in(), files);

    assertThat(faults)
        .extracting(
            it -> it.indicator() + ":" + it.line() + ": " + it.en().split("] The| \\(", -1)[0])
        .containsExactly(
            "X-CODE:35: `linked` cannot be counted: [CAST_INVALID_INPUT",
            "X-PART:20: `reported` cannot be counted: part_known",
            "X-SUM:20: `reported` cannot be counted: [CAST_INVALID_INPUT");
    assertThat(counted(Tally.of(in().without(faults), files)))
        .containsExactlyInAnyOrder(
            "PL-THCS-SCTC complete 40 100 10", "PL-THCS-SCTC complete 1 2 0");
  }

  /** One casts a text, one leaves a place blank, one gives a share that its counts are not. */
  @Test
  void a_derived_one_that_fails_is_named_and_the_others_are_derived() throws IOException {
    given("indicator.observation", "40 AS numerator, 50 AS denominator, 80D AS value");
    derive("X", "region_key, value");
    derive("X-BLANK", "nullif(region_key, 'A') AS region_key, value");
    derive("X-CAST", "region_key, CAST(region_key AS DOUBLE) AS value");
    derive("X-SHARE", "region_key, value + 1 AS value");
    SchemaFiles files = SchemaFiles.of(folder);
    Inputs in = new Inputs(tables, DERIVED, Slices.WHOLE);

    assertThatThrownBy(() -> Derived.of(in, files).collectAsList())
        .hasStackTraceContaining("CAST_INVALID_INPUT");

    List<DefinitionProblem> faults = Derived.faults(in, files);

    assertThat(faults)
        .extracting(
            it -> it.indicator() + ":" + it.line() + ": " + it.en().split("] The| \\(", -1)[0])
        .containsExactly(
            "X-BLANK:9: `derived` cannot be counted: region_key is NULL",
            "X-CAST:9: `derived` cannot be counted: [CAST_INVALID_INPUT",
            "X-SHARE:9: `derived` cannot be counted: value_is_the_ratio");
    assertThat(Derived.of(in.without(faults), files).collectAsList())
        .singleElement()
        .extracting(row -> row.getAs("indicator_id"))
        .isEqualTo("X");
  }

  private void derive(String id, String placeAndValue) throws IOException {
    Files.writeString(
        folder.resolve(DEFINITIONS + id + ".yml"),
        """
        id: %s
        version: 1.0.0
        name: { vi: Tỷ lệ, en: Rate }
        definition: { vi: a, en: b }
        unit: percent
        basis: school
        legal_source: none
        valid_cohorts: { from: 2018 }
        derived:
          reads: [indicator.observation]
          sql: |
            SELECT 'A' AS of_indicator_id, '1' AS of_version, '' AS of_part, '' AS part, 'linked' AS method,
              cohort_year, 'as_was' AS boundary, 'province' AS level, basis, '' AS breakdown, '' AS member,
              numerator, denominator, is_synthetic, %s
            FROM indicator.observation
        """
            .formatted(id, placeAndValue));
  }

  private Inputs in() {
    return new Inputs(tables, TALLY, Slices.WHOLE);
  }

  private static List<String> counted(Dataset<Row> tally) {
    return tally
        .select("indicator_id", "tally_state", "numerator", "denominator", "unknown")
        .collectAsList()
        .stream()
        .map(row -> row.mkString(" "))
        .toList();
  }

  private void given(String table, String counts) {
    Contract contract = Contracts.bundled().of(table);
    tables.put(
        contract,
        spark
            .sql(
                """
                SELECT 2023S AS cohort_year, 'A' AS region_key, '' AS school, 'THCS' AS education_level,
                  'school' AS basis, true AS is_additive, false AS is_synthetic, %s
                """
                    .formatted(counts))
            .to(StructType.fromDDL(contract.shapeDdl())));
  }

  /** Another definition than PL-THCS-SCTC in what is changed alone. */
  private void define(String id, UnaryOperator<String> changed) throws IOException {
    String text = SchemaFiles.bundled().text(DEFINITIONS + "PL-THCS-SCTC.yml");
    Files.writeString(
        folder.resolve(DEFINITIONS + id + ".yml"),
        changed.apply(text.replace("id: PL-THCS-SCTC", "id: " + id)));
  }
}
