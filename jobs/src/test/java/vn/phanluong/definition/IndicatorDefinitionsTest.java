package vn.phanluong.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An indicator is a file. */
class IndicatorDefinitionsTest {
  private static final Map<String, IndicatorDefinition> BUNDLED =
      IndicatorDefinitions.of(SchemaFiles.bundled());

  @Test
  void there_are_seven_of_which_two_wait_for_data() {
    assertThat(BUNDLED)
        .containsOnlyKeys(
            "CC-95", "HN-CT", "HN-GV", "PL-GDTX-CD", "PL-THCS-SCTC", "PL-THPT-CD", "PL-THPT-TCCD");
    assertThat(BUNDLED.values())
        .filteredOn(it -> !it.isComputed())
        .extracting(IndicatorDefinition::id)
        .containsExactlyInAnyOrder("HN-CT", "HN-GV");
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
      if (each.isComputed()) {
        List<String> counted = new ArrayList<>(each.destinations());
        if (each.id().startsWith("PL-THCS") && counted.contains("TC")) {
          counted.add("DUAL");
        }
        String named = "('" + String.join("', '", counted) + "')";
        assertThat(each.numerator()).contains("destination_code IN " + named);
        assertThat(each.numerator()).contains("is_additive");
        assertThat(each.denominator()).contains("is_additive");
        assertThat(each.known()).contains("is_additive", "destination_code <> 'UNKNOWN'");
      }
    }
  }

  @Test
  void all_problems_are_told_at_once(@TempDir Path folder) throws IOException {
    ContractsTest.write(
        folder,
        "indicator/definitions/A.yml",
        """
        id: B
        version: 1.0.0
        name: { vi: Tỷ lệ }
        unit: percent
        basis: school
        legal_source: none
        valid_cohorts: { from: 2018 }
        denominator: SELECT 1
        """);
    ContractsTest.write(folder, "indicator/definitions/C.yml", "id: [");

    assertThatThrownBy(() -> IndicatorDefinitions.of(SchemaFiles.of(folder)))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("schemas/indicator/definitions/A.yml: `name/en` is missing")
        .hasMessageContaining("schemas/indicator/definitions/A.yml: `numerator` is missing")
        .hasMessageContaining("schemas/indicator/definitions/A.yml: its id is B")
        .hasMessageContaining("schemas/indicator/definitions/C.yml is not YAML");
  }
}
