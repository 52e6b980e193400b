package vn.phanluong.definition;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What the contracts say of identities. */
class DoorsTest {
  private static final Set<String> IDENTITIES =
      Set.of(
          "learner_code",
          "identity_number",
          "full_name",
          "given_name",
          "birth_date",
          "birth_place",
          "address",
          "phone",
          "email",
          "parent_name",
          "mother_name");

  @Test
  void identities_are_restricted_and_do_not_enter_as_they_are() throws IOException {
    Set<String> met = new HashSet<>();
    for (Contract contract : Contracts.bundled().ofStage("raw")) {
      JsonNode properties =
          new YAMLMapper().readTree(contract.text()).at("/schema/0").path("properties");
      for (Field field : contract.fields()) {
        String place = contract.id() + "." + field.name();
        boolean isIdentity = IDENTITIES.contains(field.name());
        assertThat(field.door() != Field.Door.KEEP).as(place).isEqualTo(isIdentity);
        if (isIdentity) {
          met.add(field.name());
          assertThat(classification(properties, field.name())).as(place).isEqualTo("restricted");
        }
      }
    }
    assertThat(met).isEqualTo(IDENTITIES);
  }

  @Test
  void what_is_withheld_is_a_column_nowhere() {
    Set<String> found = new TreeSet<>();
    for (Contract contract : Contracts.bundled().all()) {
      contract.columnNames().stream()
          .filter(IDENTITIES::contains)
          .forEach(name -> found.add(contract.id() + "." + name));
    }
    assertThat(found).isEmpty();
  }

  private static String classification(JsonNode properties, String name) {
    for (JsonNode property : properties) {
      if (property.path("name").asText().equals(name)) {
        return property.path("classification").asText();
      }
    }
    return "";
  }
}
