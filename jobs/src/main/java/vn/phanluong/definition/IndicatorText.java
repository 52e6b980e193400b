package vn.phanluong.definition;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads one file of an indicator, and says what is wrong in it by itself. */
final class IndicatorText {
  private static final YAMLMapper YAML = new YAMLMapper();

  private final String path;
  private final List<DefinitionProblem> problems;

  IndicatorText(String path, List<DefinitionProblem> problems) {
    this.path = path;
    this.problems = problems;
  }

  /** The definition as far as it can be read; null if the file is no YAML. */
  @Nullable IndicatorDefinition read(String text) {
    JsonNode node;
    try {
      node = YAML.readTree(text);
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      String said = String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("");
      problems.add(new DefinitionProblem(path, line, "không phải YAML", "is not YAML: " + said));
      return null;
    }
    new IndicatorForm(path, node, new YamlLines(text), problems).check();
    return definition(node);
  }

  private static IndicatorDefinition definition(JsonNode node) {
    List<Integer> breaks = new ArrayList<>();
    node.path("breaks").forEach(each -> breaks.add(each.path("cohort").asInt()));
    JsonNode to = node.at("/valid_cohorts/to");
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
        to.isMissingNode() ? null : to.asInt(),
        texts(node.path("supersedes")),
        List.copyOf(breaks),
        texts(node.path("headers")),
        text(node.path("tolerance")),
        sums(node.path("reported")),
        linked(node.path("linked")),
        sums(node.path("apparent")),
        text(node.path("waits_for")),
        derived(node.path("derived")),
        text(node.path("found_in")));
  }

  private static @Nullable String text(JsonNode node) {
    return node.isMissingNode() ? null : node.asText();
  }

  private static @Nullable Derivation derived(JsonNode node) {
    return node.isMissingNode()
        ? null
        : new Derivation(texts(node.path("reads")), node.path("sql").asText());
  }

  private static @Nullable CountedSums sums(JsonNode node) {
    return node.isMissingNode()
        ? null
        : new CountedSums(
            texts(node.path("reads")),
            node.path("denominator").asText(),
            node.path("numerator").asText(),
            text(node.path("known")));
  }

  private static @Nullable LinkedRate linked(JsonNode node) {
    if (node.isMissingNode()) {
      return null;
    }
    JsonNode parts = node.path("parts");
    Map<String, String> parameters = new TreeMap<>();
    node.path("parameters")
        .properties()
        .forEach(each -> parameters.put(each.getKey(), each.getValue().asText()));
    return new LinkedRate(
        node.path("population").asText(),
        node.path("of").asText(),
        node.path("counts").asText(),
        node.path("has_bounds").asBoolean(true),
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

  private static List<String> texts(JsonNode node) {
    List<String> texts = new ArrayList<>();
    node.forEach(item -> texts.add(item.asText()));
    return List.copyOf(texts);
  }
}
