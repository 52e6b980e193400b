package vn.phanluong.definition;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/** The breaks in series that indicator definitions declare. */
public final class IndicatorBreaks {
  private static final YAMLMapper YAML = new YAMLMapper();

  private IndicatorBreaks() {}

  /**
   * The first cohorts of a new series, by indicator id; an indicator without a break is absent.
   *
   * @throws DefinitionException if a definition is not YAML
   */
  public static Map<String, List<Integer>> of(SchemaFiles files) {
    Map<String, List<Integer>> breaks = new TreeMap<>();
    files
        .under("indicator/definitions/", ".yml")
        .forEach(
            (path, text) -> {
              JsonNode definition = read(path, text);
              List<Integer> cohorts =
                  StreamSupport.stream(definition.path("breaks").spliterator(), false)
                      .map(it -> it.path("cohort").asInt())
                      .toList();
              if (!cohorts.isEmpty()) {
                breaks.put(definition.path("id").asText(), cohorts);
              }
            });
    return breaks;
  }

  private static JsonNode read(String path, String text) {
    try {
      return YAML.readTree(text);
    } catch (JsonProcessingException e) {
      throw new DefinitionException(
          "schemas/" + path, List.of("not YAML: " + e.getOriginalMessage()));
    }
  }
}
