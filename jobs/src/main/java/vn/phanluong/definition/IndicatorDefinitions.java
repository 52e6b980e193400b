package vn.phanluong.definition;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the indicator definitions; adding an indicator is adding a file. */
public final class IndicatorDefinitions {
  private static final String FOLDER = "indicator/definitions/";
  private static final List<String> NEEDED =
      List.of(
          "/id",
          "/version",
          "/name/vi",
          "/name/en",
          "/definition/vi",
          "/definition/en",
          "/unit",
          "/basis",
          "/legal_source",
          "/valid_cohorts/from");
  private static final List<String> METHODS = List.of("reported", "linked", "apparent");
  private static final YAMLMapper YAML = new YAMLMapper();

  private final List<String> problems = new ArrayList<>();

  private IndicatorDefinitions() {}

  /**
   * All definitions by indicator id.
   *
   * @throws DefinitionException with all problems at once
   */
  public static Map<String, IndicatorDefinition> of(SchemaFiles files) {
    Map<String, IndicatorDefinition> byId = new TreeMap<>();
    IndicatorDefinitions reader = new IndicatorDefinitions();
    files
        .under(FOLDER, ".yml")
        .forEach(
            (path, text) -> {
              try {
                IndicatorDefinition definition = reader.read(path, YAML.readTree(text));
                byId.put(definition.id(), definition);
              } catch (JsonProcessingException e) {
                reader.problems.add(
                    "schemas/%s is not YAML: %s".formatted(path, e.getOriginalMessage()));
              }
            });
    if (!reader.problems.isEmpty()) {
      throw new DefinitionException("schemas/" + FOLDER, reader.problems);
    }
    return byId;
  }

  /** The first cohorts of a new series, by indicator id; an indicator without a break is absent. */
  public static Map<String, List<Integer>> breaks(SchemaFiles files) {
    Map<String, List<Integer>> breaks = new TreeMap<>();
    of(files)
        .forEach(
            (id, definition) -> {
              if (!definition.breaks().isEmpty()) {
                breaks.put(id, definition.breaks());
              }
            });
    return breaks;
  }

  private IndicatorDefinition read(String path, JsonNode node) {
    boolean waits = node.has("waits_for");
    need(path, node, "", NEEDED);
    if (waits == METHODS.stream().anyMatch(node::has)) {
      problems.add("schemas/%s: give `waits_for`, or one or more of %s".formatted(path, METHODS));
    }
    if (!path.equals(FOLDER + node.path("id").asText() + ".yml")) {
      problems.add("schemas/%s: its id is %s".formatted(path, node.path("id").asText()));
    }
    List<Integer> breaks = new ArrayList<>();
    node.path("breaks").forEach(each -> breaks.add(each.path("cohort").asInt()));
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
        List.copyOf(breaks),
        texts(node.path("headers")),
        sums(path, node, "reported", true),
        linked(path, node.path("linked")),
        sums(path, node, "apparent", false),
        waits ? node.path("waits_for").asText() : null);
  }

  private @Nullable CountedSums sums(
      String path, JsonNode definition, String method, boolean isKnown) {
    JsonNode node = definition.path(method);
    if (node.isMissingNode()) {
      return null;
    }
    need(path, node, method + "/", List.of("/reads", "/denominator", "/numerator"));
    if (isKnown) {
      need(path, node, method + "/", List.of("/known"));
    }
    return new CountedSums(
        texts(node.path("reads")),
        node.path("denominator").asText(),
        node.path("numerator").asText(),
        node.has("known") ? node.path("known").asText() : null);
  }

  private @Nullable LinkedRate linked(String path, JsonNode node) {
    if (node.isMissingNode()) {
      return null;
    }
    need(path, node, "linked/", List.of("/population", "/of", "/counts"));
    JsonNode parts = node.path("parts");
    Map<String, String> parameters = new TreeMap<>();
    node.path("parameters")
        .properties()
        .forEach(each -> parameters.put(each.getKey(), each.getValue().asText()));
    return new LinkedRate(
        node.path("population").asText(),
        node.path("of").asText(),
        node.path("counts").asText(),
        node.path("unknown").asText("false"),
        node.path("disputed").asText("false"),
        parts.isMissingNode()
            ? null
            : new LinkedRate.Parts(
                parts.path("by").asText(),
                texts(parts.path("values")),
                parts.path("of").asText().equals("denominator")),
        parameters);
  }

  private void need(String path, JsonNode node, String above, List<String> pointers) {
    for (String pointer : pointers) {
      if (node.at(pointer).isMissingNode()) {
        problems.add("schemas/%s: `%s%s` is missing".formatted(path, above, pointer.substring(1)));
      }
    }
  }

  private static List<String> texts(JsonNode node) {
    List<String> texts = new ArrayList<>();
    node.forEach(item -> texts.add(item.asText()));
    return List.copyOf(texts);
  }
}
