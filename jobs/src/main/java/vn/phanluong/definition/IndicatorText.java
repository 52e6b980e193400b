package vn.phanluong.definition;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads one file of an indicator, and says what is wrong in it by itself. */
final class IndicatorText {
  private static final List<String> NEEDED =
      List.of(
          "id",
          "version",
          "name/vi",
          "name/en",
          "definition/vi",
          "definition/en",
          "unit",
          "basis",
          "legal_source",
          "valid_cohorts/from");

  private static final List<String> METHODS = List.of("reported", "linked", "apparent");

  /** What may stand below a key; a key that is none of these is a slip of the pen. */
  private static final Map<String, Set<String>> KEYS =
      Map.of(
          "",
          Set.of(
              "id",
              "version",
              "name",
              "definition",
              "unit",
              "education_levels",
              "counted_destinations",
              "basis",
              "aggregation",
              "legal_source",
              "valid_cohorts",
              "supersedes",
              "breaks",
              "headers",
              "reported",
              "linked",
              "apparent",
              "waits_for"),
          "/reported",
          Set.of("reads", "denominator", "numerator", "known"),
          "/apparent",
          Set.of("reads", "denominator", "numerator"),
          "/linked",
          Set.of(
              "population",
              "of",
              "counts",
              "has_bounds",
              "unknown",
              "disputed",
              "parts",
              "parameters"),
          "/linked/parts",
          Set.of("by", "values", "of"));

  private static final String VERSION = "\\d+\\.\\d+\\.\\d+";
  private static final YAMLMapper YAML = new YAMLMapper();

  private final String path;
  private final List<DefinitionProblem> problems;
  private YamlLines lines = new YamlLines("");

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
    lines = new YamlLines(text);
    KEYS.forEach((pointer, known) -> knows(pointer, node.at(pointer), known));
    NEEDED.forEach(key -> need(node, "", key));
    methods(node);
    values(node);
    return definition(node);
  }

  private void methods(JsonNode node) {
    boolean waits = node.has("waits_for");
    if (waits == METHODS.stream().anyMatch(node::has)) {
      problem(
          "/waits_for",
          "ghi `waits_for`, hoặc một hay nhiều cách tính %s".formatted(METHODS),
          "give `waits_for`, or one or more of %s".formatted(METHODS));
    }
    if (node.has("reported")) {
      List.of("reads", "denominator", "numerator", "known")
          .forEach(key -> need(node, "/reported", key));
    }
    if (node.has("apparent")) {
      List.of("reads", "denominator", "numerator").forEach(key -> need(node, "/apparent", key));
    }
    if (node.has("linked")) {
      List.of("population", "of", "counts").forEach(key -> need(node, "/linked", key));
    }
  }

  private void values(JsonNode node) {
    String id = node.path("id").asText();
    if (node.has("id") && !path.equals(IndicatorDefinitions.path(id))) {
      problem("/id", "mã trong tệp là %s".formatted(id), "its id is %s".formatted(id));
    }
    if (node.has("version") && !node.path("version").asText().matches(VERSION)) {
      problem("/version", "phiên bản không có dạng 1.2.3", "its version is not of the form 1.2.3");
    }
    if (node.has("legal_source") && node.path("legal_source").asText().isBlank()) {
      problem("/legal_source", "thiếu căn cứ", "names no source");
    }
    JsonNode from = node.at("/valid_cohorts/from");
    JsonNode to = node.at("/valid_cohorts/to");
    if (to.isInt() && to.asInt() < from.asInt()) {
      problem("/valid_cohorts", "khóa cuối trước khóa đầu", "its last cohort is before its first");
    }
  }

  private IndicatorDefinition definition(JsonNode node) {
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
        sums(node.path("reported")),
        linked(node.path("linked")),
        sums(node.path("apparent")),
        node.has("waits_for") ? node.path("waits_for").asText() : null);
  }

  private static @Nullable CountedSums sums(JsonNode node) {
    return node.isMissingNode()
        ? null
        : new CountedSums(
            texts(node.path("reads")),
            node.path("denominator").asText(),
            node.path("numerator").asText(),
            node.has("known") ? node.path("known").asText() : null);
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

  private void need(JsonNode node, String above, String key) {
    if (node.at(above + "/" + key).isMissingNode()) {
      String full = (above + "/" + key).substring(1);
      problem(above + "/" + key, "thiếu `%s`".formatted(full), "`%s` is missing".formatted(full));
    }
  }

  private void knows(String pointer, JsonNode node, Set<String> known) {
    node.fieldNames()
        .forEachRemaining(
            key -> {
              if (!known.contains(key)) {
                problem(
                    pointer + "/" + key,
                    "không có khóa `%s`".formatted(key),
                    "there is no key `%s`".formatted(key));
              }
            });
  }

  private void problem(String pointer, String vi, String en) {
    problems.add(new DefinitionProblem(path, lines.of(pointer), vi, en));
  }

  private static List<String> texts(JsonNode node) {
    List<String> texts = new ArrayList<>();
    node.forEach(item -> texts.add(item.asText()));
    return List.copyOf(texts);
  }
}
