package vn.phanluong.definition;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code schemas/indicator/counting/populations.yml}. */
public final class Populations {
  private static final YAMLMapper YAML = new YAMLMapper();

  private Populations() {}

  /** All populations by name. */
  public static Map<String, Population> of(SchemaFiles files) {
    Map<String, Population> byName = new LinkedHashMap<>();
    JsonNode file = yaml(files, "indicator/counting/populations.yml");
    Map<String, String> groups = new LinkedHashMap<>();
    file.path("groups")
        .properties()
        .forEach(group -> groups.put(group.getKey(), group.getValue().asText()));
    file.path("populations")
        .forEach(node -> byName.put(node.path("name").asText(), population(node, groups)));
    return byName;
  }

  /** The answers to open questions that populations and definitions may name. */
  public static IndicatorParameters parameters(SchemaFiles files) {
    return IndicatorParameters.of(files);
  }

  private static Population population(JsonNode node, Map<String, String> groups) {
    Map<String, Population.Place> places = new LinkedHashMap<>();
    node.path("places")
        .properties()
        .forEach(
            place ->
                places.put(
                    place.getKey(),
                    new Population.Place(
                        place.getValue().path("unit").asText(),
                        place.getValue().path("province").asText(),
                        place.getValue().path("today").asText("NULL"))));
    return new Population(
        node.path("name").asText(),
        node.path("table").asText(),
        node.path("where").asText("true"),
        node.path("year").asText(),
        places,
        groups);
  }

  static JsonNode yaml(SchemaFiles files, String path) {
    try {
      return YAML.readTree(files.text(path));
    } catch (JsonProcessingException e) {
      throw new DefinitionException(
          "schemas/",
          List.of("schemas/%s is not YAML: %s".formatted(path, e.getOriginalMessage())));
    }
  }
}
