package vn.phanluong.definition;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads the indicator definitions; adding an indicator is adding a file. */
public final class IndicatorDefinitions {
  private static final String FOLDER = "indicator/definitions/";
  private static final YAMLMapper YAML = new YAMLMapper();

  private IndicatorDefinitions() {}

  /**
   * All definitions by indicator id.
   *
   * @throws DefinitionException with all problems at once
   */
  public static Map<String, IndicatorDefinition> of(SchemaFiles files) {
    Map<String, IndicatorDefinition> byId = new TreeMap<>();
    List<String> problems = new ArrayList<>();
    files
        .under(FOLDER, ".yml")
        .forEach(
            (path, text) -> {
              try {
                IndicatorDefinition definition = read(path, YAML.readTree(text), problems);
                byId.put(definition.id(), definition);
              } catch (JsonProcessingException e) {
                problems.add("schemas/%s is not YAML: %s".formatted(path, e.getOriginalMessage()));
              }
            });
    if (!problems.isEmpty()) {
      throw new DefinitionException("schemas/" + FOLDER, problems);
    }
    return byId;
  }

  private static IndicatorDefinition read(String path, JsonNode node, List<String> problems) {
    boolean waits = node.has("waits_for");
    List<String> needed = new ArrayList<>(List.of("/id", "/version", "/name/vi", "/name/en"));
    needed.addAll(List.of("/unit", "/basis", "/legal_source", "/valid_cohorts/from"));
    if (!waits) {
      needed.addAll(List.of("/reads", "/denominator", "/numerator", "/known"));
    }
    for (String pointer : needed) {
      if (node.at(pointer).isMissingNode()) {
        problems.add("schemas/%s: `%s` is missing".formatted(path, pointer.substring(1)));
      }
    }
    if (!path.equals(FOLDER + node.path("id").asText() + ".yml")) {
      problems.add("schemas/%s: its id is %s".formatted(path, node.path("id").asText()));
    }
    return new IndicatorDefinition(
        node.path("id").asText(),
        node.path("version").asText(),
        node.at("/name/vi").asText(),
        node.at("/name/en").asText(),
        node.path("unit").asText(),
        texts(node.path("education_levels")),
        texts(node.path("counted_destinations")),
        node.path("basis").asText(),
        node.path("legal_source").asText(),
        node.at("/valid_cohorts/from").asInt(),
        node.at("/valid_cohorts/to").isMissingNode() ? null : node.at("/valid_cohorts/to").asInt(),
        texts(node.path("headers")),
        texts(node.path("reads")),
        node.path("denominator").asText(""),
        node.path("numerator").asText(""),
        node.path("known").asText(""),
        waits ? node.path("waits_for").asText() : null);
  }

  private static List<String> texts(JsonNode node) {
    List<String> texts = new ArrayList<>();
    node.forEach(item -> texts.add(item.asText()));
    return List.copyOf(texts);
  }
}
