package vn.phanluong.definition;

import static java.util.stream.Collectors.toCollection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The questions that laws and plans leave open, each with the answer taken where a definition takes
 * no other: {@code schemas/indicator/counting/parameters.yml}.
 */
public final class IndicatorParameters {
  /** The question of each indicator's targets; no expression asks it. */
  public static final String TOLERANCE = "tolerance";

  private static final Pattern PLACE = Pattern.compile("\\$\\{(\\w+)\\}");

  private final Map<String, String> defaults = new TreeMap<>();
  private final Map<String, Map<String, String>> answers = new TreeMap<>();

  private final JsonNode file;

  private IndicatorParameters(JsonNode file) {
    this.file = file;
    file.path("parameters")
        .forEach(
            parameter -> {
              String name = parameter.path("name").asText();
              Map<String, String> sql = new TreeMap<>();
              parameter
                  .path("answers")
                  .forEach(
                      answer ->
                          sql.put(answer.path("answer").asText(), answer.path("sql").asText()));
              defaults.put(name, parameter.path("default").asText());
              answers.put(name, sql);
            });
  }

  /** The parameters of a folder of schemas. */
  static IndicatorParameters of(SchemaFiles files) {
    return new IndicatorParameters(Populations.yaml(files, "indicator/counting/parameters.yml"));
  }

  /**
   * An expression with the chosen answers in place of {@code ${name}}.
   *
   * @throws IllegalArgumentException if it names a parameter or an answer that is not declared
   */
  public String in(String sql, Map<String, String> chosen) {
    Matcher matcher = PLACE.matcher(sql);
    StringBuilder text = new StringBuilder();
    while (matcher.find()) {
      matcher.appendReplacement(text, Matcher.quoteReplacement(answer(matcher.group(1), chosen)));
    }
    return matcher.appendTail(text).toString();
  }

  /** The answers each parameter may have, by its name. */
  public Map<String, Set<String>> answers() {
    Map<String, Set<String>> byName = new TreeMap<>();
    answers.forEach((name, sql) -> byName.put(name, sql.keySet()));
    return byName;
  }

  /** The parameters that a text names, sorted. */
  public Set<String> named(String sql) {
    return PLACE.matcher(sql).results().map(it -> it.group(1)).collect(toCollection(TreeSet::new));
  }

  /** Version of the questions and answers, raised when figures change with them. */
  public String version() {
    return file.path("version").asText();
  }

  /**
   * What «khoảng» (about) allows below a target of an indicator, in percentage points; what is no
   * answer counts as none.
   */
  public BigDecimal tolerance(IndicatorDefinition definition) {
    String answer = definition.tolerance();
    Map<String, String> known = answers.getOrDefault(TOLERANCE, Map.of());
    boolean isKnown = answer != null && known.containsKey(answer);
    return new BigDecimal(answer(TOLERANCE, isKnown ? Map.of(TOLERANCE, answer) : Map.of()));
  }

  /** The questions that a rate and its population ask, each with the answer that is taken. */
  public SortedMap<String, String> taken(LinkedRate rate, @Nullable Population population) {
    SortedMap<String, String> answers = new TreeMap<>();
    String where = population == null ? "" : population.where();
    Stream.concat(Stream.of(where), rate.expressions().values().stream())
        .flatMap(sql -> named(sql.replace(LinkedRate.PART, "")).stream())
        .forEach(name -> answers.put(name, taken(name, rate.parameters())));
    return answers;
  }

  private String taken(String name, Map<String, String> chosen) {
    return chosen.getOrDefault(name, defaults.getOrDefault(name, ""));
  }

  /** What is left open, in English. */
  String question(String name) {
    return of(name).at("/question/en").asText();
  }

  /** The chosen answer in English. */
  String meaning(String name, Map<String, String> chosen) {
    String taken = taken(name, chosen);
    for (JsonNode answer : of(name).path("answers")) {
      if (answer.path("answer").asText().equals(taken)) {
        return answer.path("en").asText();
      }
    }
    return taken;
  }

  private JsonNode of(String name) {
    for (JsonNode parameter : file.path("parameters")) {
      if (parameter.path("name").asText().equals(name)) {
        return parameter;
      }
    }
    return MissingNode.getInstance();
  }

  private String answer(String name, Map<String, String> chosen) {
    Map<String, String> known = answers.getOrDefault(name, Map.of());
    String answer = taken(name, chosen);
    String sql = known.get(answer);
    if (sql == null) {
      throw new IllegalArgumentException(
          "parameters.yml has no %s: %s; it has %s".formatted(name, answer, known.keySet()));
    }
    return sql;
  }
}
