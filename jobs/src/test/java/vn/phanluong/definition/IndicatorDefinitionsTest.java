package vn.phanluong.definition;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An indicator is a file. */
class IndicatorDefinitionsTest {
  private static final Map<String, IndicatorDefinition> BUNDLED =
      IndicatorDefinitions.of(SchemaFiles.bundled());

  @Test
  void at_least_thirty_five_can_be_computed_and_the_rest_say_what_they_wait_for() {
    assertThat(BUNDLED.values())
        .filteredOn(IndicatorDefinition::isComputed)
        .hasSizeGreaterThanOrEqualTo(35);
    assertThat(BUNDLED.values())
        .filteredOn(it -> !it.isComputed())
        .allSatisfy(it -> assertThat(it.waitsFor()).endsWith("."));
  }

  @Test
  void a_definition_says_what_counts_and_for_which_cohorts() {
    assertThat(BUNDLED.get("PL-THCS-SCTC"))
        .returns("percent", IndicatorDefinition::unit)
        .returns("school", IndicatorDefinition::basis)
        .returns(2018, IndicatorDefinition::validFrom)
        .returns(2025, IndicatorDefinition::validTo);
    assertThat(BUNDLED.get("CC-95"))
        .returns(null, IndicatorDefinition::validTo)
        .returns(
            List.of("THPT", "GDTX", "DUAL", "THN", "TC", "SC"), IndicatorDefinition::destinations);
  }

  /**
   * The list that people read and the query that counts must not part. After THCS a learner of
   * trung cấp who also studies GDTX is told as DUAL, and counts as one of trung cấp.
   */
  @Test
  void a_numerator_counts_just_the_destinations_named() {
    for (IndicatorDefinition each : BUNDLED.values()) {
      CountedSums reported = each.reported();
      if (reported != null && !each.destinations().isEmpty()) {
        assertThat(reported.numerator()).contains(counted(each));
        assertThat(reported.numerator()).contains("is_additive");
        assertThat(reported.denominator()).contains("is_additive");
        assertThat(reported.known()).contains("is_additive", "destination_code <> 'UNKNOWN'");
      }
    }
  }

  /** A rate names its destinations, a distribution all of them: what is unknown is the rest. */
  private static String counted(IndicatorDefinition each) {
    List<String> counted = new ArrayList<>(each.destinations());
    if (each.isDistribution()) {
      counted.remove("UNKNOWN");
      return "explode(array('" + String.join("', '", counted) + "'))";
    }
    if (each.id().startsWith("PL-THCS") && counted.contains("TC")) {
      counted.add("DUAL");
    }
    return "destination_code IN ('" + String.join("', '", counted) + "')";
  }

  @Test
  void a_linked_rate_asks_a_population_that_is_declared_with_answers_that_are() {
    Map<String, Population> populations = Populations.of(SchemaFiles.bundled());
    IndicatorParameters parameters = Populations.parameters(SchemaFiles.bundled());
    for (IndicatorDefinition each : BUNDLED.values()) {
      LinkedRate linked = each.linked();
      if (linked != null) {
        assertThat(populations).containsKey(linked.population());
        for (String sql : List.of(linked.of(), linked.counts(), linked.unknown())) {
          String asked = sql.replace("${part}", "");
          assertThat(parameters.in(asked, linked.parameters())).doesNotContain("$");
        }
      }
    }
  }

  @Test
  void an_answer_that_is_not_declared_is_named() {
    IndicatorParameters parameters = Populations.parameters(SchemaFiles.bundled());
    assertThat(parameters.in("x = ${window}", Map.of())).isEqualTo("x = 'december'");
    assertThat(parameters.in("x = ${window}", Map.of("window", "april"))).isEqualTo("x = 'april'");
    assertThatThrownBy(() -> parameters.in("${window}", Map.of("window", "may")))
        .hasMessageContaining("window: may")
        .hasMessageContaining("april");
    assertThatThrownBy(() -> parameters.in("${wind}", Map.of())).hasMessageContaining("wind");
  }

  @Test
  void an_indicator_may_allow_less_below_a_target_that_says_about(@TempDir Path folder)
      throws IOException {
    ContractsTest.write(folder, "indicator/definitions/D.yml", sound("D") + "tolerance: none\n");
    IndicatorParameters parameters = Populations.parameters(SchemaFiles.bundled());
    IndicatorDefinition own = IndicatorDefinitions.of(SchemaFiles.of(folder)).get("D");
    assertThat(parameters.tolerance(Objects.requireNonNull(own))).isEqualByComparingTo("0");
    assertThat(BUNDLED.values())
        .allSatisfy(it -> assertThat(parameters.tolerance(it)).isEqualByComparingTo("2.5"));
  }

  @Test
  void all_problems_are_told_at_once_and_stop_no_other_definition(@TempDir Path folder)
      throws IOException {
    ContractsTest.write(
        folder,
        "indicator/definitions/A.yml",
        """
        id: B
        version: "1"
        name: { vi: Tỷ lệ }
        unit: percent
        basis: school
        legal_source: none
        valid_cohorts: { from: 2018 }
        definition: { vi: a, en: b }
        reported:
          denominator: SELECT 1
          numerater: SELECT 1
          known: SELECT 1
          reads: []
        """);
    ContractsTest.write(folder, "indicator/definitions/C.yml", "id: [");

    ContractsTest.write(folder, "indicator/definitions/D.yml", sound("D"));

    SchemaFiles files = SchemaFiles.of(folder);
    assertThat(IndicatorDefinitions.of(files)).containsOnlyKeys("D");
    assertThat(IndicatorDefinitions.problems(files))
        .extracting(it -> "%s:%d: %s".formatted(it.path(), it.line(), it.en()))
        .containsExactlyInAnyOrder(
            "indicator/definitions/A.yml:3: `name/en` is missing",
            "indicator/definitions/A.yml:1: its id is B",
            "indicator/definitions/A.yml:2: its version is not of the form 1.2.3",
            "indicator/definitions/A.yml:9: `reported/numerator` is missing",
            "indicator/definitions/A.yml:11: there is no key `numerater`",
            "indicator/definitions/C.yml:1: is not YAML: while parsing a flow node");
  }

  @Test
  void a_value_of_another_kind_is_named_and_not_read_as_nothing(@TempDir Path folder)
      throws IOException {
    ContractsTest.write(
        folder,
        "indicator/definitions/A.yml",
        sound("A").replace("percent", "pupils").replace("2018 }", "2018, to: text }")
            + """
            breaks:
              - 2026
              - cohort: soon
                reason: A law
            headers: none
            aggregation: distinct
            """);
    ContractsTest.write(
        folder,
        "indicator/definitions/B.yml",
        sound("B")
            .replace(
                "waits_for: A register.",
                """
                linked:
                  population: completers
                  of: true
                  counts: true
                  has_bounds: never
                  parts: { by: level, values: [], of: both }
                  parameters: [april]\
                """));

    SchemaFiles files = SchemaFiles.of(folder);
    assertThat(IndicatorDefinitions.of(files)).isEmpty();
    assertThat(IndicatorDefinitions.problems(files))
        .extracting(it -> "%s:%d: %s".formatted(it.indicator(), it.line(), it.en()))
        .containsExactlyInAnyOrder(
            "A:5: `unit` is \"pupils\", and must be one of [percent, persons, per_person]",
            "A:8: `valid_cohorts/to` is \"text\", and must be a year, for example 2026",
            "A:11: `breaks/0/cohort` is missing",
            "A:11: `breaks/0/reason` is missing",
            "A:12: `breaks/1/cohort` is \"soon\", and must be a year, for example 2026",
            "A:14: `headers` is \"none\", and must be a list [ … ]",
            "A:15: `aggregation` is \"distinct\", and must be additive: indicator.tally only sums",
            "B:13: `linked/has_bounds` is \"never\", and must be true or false",
            "B:14: `linked/parts/values` is [], and must be a list of one part or more",
            "B:14: `linked/parts/of` is \"both\", and must be numerator or denominator",
            "B:15: `linked/parameters` is [\"april\"], and must be { name: answer }");
  }

  @Test
  void a_definition_is_known_by_methods_or_by_one_other_way(@TempDir Path folder)
      throws IOException {
    String waits = "waits_for: A register.";
    String derived = "derived: { reads: [indicator.change], sql: SELECT 1 }";
    Map<String, String> texts =
        Map.of(
            "A", sound("A") + "found_in: indicator.outlook.needed_pace\n",
            "B", sound("B").replace(waits, ""),
            "C", sound("C").replace(waits, derived + "\napparent: { reads: [] }"),
            "D", sound("D").replace("percent", "points"),
            "E", sound("E").replace("percent", "points").replace(waits, derived),
            "F", sound("F").replace(waits, "derived: { sql: SELECT 1 }"),
            "G", sound("G").replace(waits, "derived: { reads: indicator.change, sql: S, by: x }"));
    for (Map.Entry<String, String> each : texts.entrySet()) {
      String path = "indicator/definitions/%s.yml".formatted(each.getKey());
      ContractsTest.write(folder, path, each.getValue());
    }

    SchemaFiles files = SchemaFiles.of(folder);
    assertThat(IndicatorDefinitions.of(files)).containsOnlyKeys("E");
    String one = "give just one of [waits_for, derived, found_in], or one or more of [rep";
    assertThat(IndicatorDefinitions.problems(files))
        .extracting(it -> "%s:%d: %s".formatted(it.indicator(), it.line(), it.en()))
        .satisfiesExactlyInAnyOrder(
            it -> assertThat(it).startsWith("A:10: " + one),
            it -> assertThat(it).startsWith("B:1: " + one),
            it -> assertThat(it).startsWith("C:9: " + one),
            it -> assertThat(it).isEqualTo("C:10: `apparent/denominator` is missing"),
            it -> assertThat(it).isEqualTo("C:10: `apparent/numerator` is missing"),
            it -> assertThat(it).startsWith("D:5: `unit` is \"points\", and must be one of [per"),
            it -> assertThat(it).isEqualTo("F:9: `derived/reads` is missing"),
            it -> assertThat(it).startsWith("G:9: `derived/reads` is \"indicator.change\""),
            it -> assertThat(it).isEqualTo("G:9: there is no key `by`"));
  }

  @Test
  void a_derivation_names_whole_tables_alone() {
    Derivation derivation =
        new Derivation(
            List.of("indicator.change"), "SELECT * FROM indicator.change JOIN indicator.changes");
    assertThat(QueriedTables.renamed(derivation.sql(), derivation.reads(), table -> "$view"))
        .isEqualTo("SELECT * FROM $view JOIN indicator.changes");
  }

  @Test
  void who_supersedes_ends_later_than_who_is_superseded(@TempDir Path folder) throws IOException {
    String ends = "valid_cohorts: { from: 2018, to: 2025 }";
    String begins = "valid_cohorts: { from: 2018 }";
    Map<String, String> texts =
        Map.of(
            "A", sound("A").replace(begins, ends),
            "B", sound("B") + "supersedes: [A]\n",
            "C", sound("C") + "supersedes: [B]\n",
            "D", sound("D").replace(begins, ends) + "supersedes: [E]\n",
            "E", sound("E").replace(begins, ends) + "supersedes: [D]\n",
            "F", sound("F") + "supersedes: [X]\n");
    for (Map.Entry<String, String> each : texts.entrySet()) {
      String path = "indicator/definitions/%s.yml".formatted(each.getKey());
      ContractsTest.write(folder, path, each.getValue());
    }

    SchemaFiles files = SchemaFiles.of(folder);
    Map<String, IndicatorDefinition> sound = IndicatorDefinitions.of(files);
    assertThat(sound).containsOnlyKeys("A", "B");
    assertThat(requireNonNull(sound.get("A")).supersededBy(sound.values())).containsExactly("B");
    assertThat(IndicatorDefinitions.problems(files))
        .extracting(it -> "%s:%d: %s".formatted(it.path(), it.line(), it.en()))
        .containsExactlyInAnyOrder(
            problem("C", "B"), problem("D", "E"), problem("E", "D"), problem("F", "X"));
  }

  private static String problem(String id, String old) {
    return "indicator/definitions/%s.yml:10: supersedes %s, which is no indicator or does not end before it"
        .formatted(id, old);
  }

  private static String sound(String id) {
    return """
    id: %s
    version: 1.0.0
    name: { vi: Tỷ lệ, en: Rate }
    definition: { vi: a, en: b }
    unit: percent
    basis: school
    legal_source: Luật Giáo dục 2019
    valid_cohorts: { from: 2018 }
    waits_for: A register.
    """
        .formatted(id);
  }
}
