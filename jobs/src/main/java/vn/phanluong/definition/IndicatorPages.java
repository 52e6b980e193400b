package vn.phanluong.definition;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Writes {@code docs/generated/indicators/}: a page of each indicator, and their list. */
public final class IndicatorPages {
  private static final String HEAD =
      "<!-- Generated from schemas/indicator/ by `make docs`. Do not edit. -->\n\n";

  private static final Map<String, String> METHODS =
      new TreeMap<>(
          Map.of(
              "reported", "As places report it (`method = 'reported'`)",
              "linked", "Of persons followed one by one (`method = 'linked'`)",
              "apparent", "Of sums over sums of different persons (`method = 'apparent'`)",
              "derived", "From other figures (`indicator.derived`)"));

  private final IndicatorParameters parameters;
  private final Map<String, Population> populations;
  private final Collection<IndicatorDefinition> definitions;

  private IndicatorPages(SchemaFiles files) {
    parameters = Populations.parameters(files);
    populations = Populations.of(files);
    definitions = IndicatorDefinitions.of(files).values();
  }

  /** File name to text of every page. */
  public static Map<String, String> of(SchemaFiles files) {
    IndicatorPages writer = new IndicatorPages(files);
    Map<String, String> pages = new TreeMap<>();
    StringBuilder list = new StringBuilder(HEAD).append("# Indicators\n\n");
    list.append("| indicator | | known | source |\n|---|---|---|---|\n");
    for (IndicatorDefinition each : writer.definitions) {
      JsonNode node = Populations.yaml(files, IndicatorDefinitions.path(each.id()));
      pages.put("indicators/" + each.id() + ".md", writer.page(each, node));
      list.append(
          "| [%s](%s.md) | %s<br>%s | %s | %s |\n"
              .formatted(
                  each.id(),
                  each.id(),
                  cell(each.nameVi()),
                  cell(each.nameEn()),
                  known(each, node),
                  cell(each.legalSource())));
    }
    pages.put("indicators/README.md", list.toString());
    return pages;
  }

  private static String known(IndicatorDefinition each, JsonNode node) {
    return each.foundIn() == null
        ? METHODS.keySet().stream().filter(node::has).collect(Collectors.joining(", "))
        : "`%s`".formatted(each.foundIn());
  }

  private String page(IndicatorDefinition each, JsonNode node) {
    StringBuilder text = new StringBuilder(HEAD).append("# %s\n".formatted(each.id()));
    text.append("\n%s\n\n%s\n".formatted(each.nameVi(), each.nameEn()));
    text.append("\n> %s\n>\n".formatted(node.at("/definition/vi").asText()));
    text.append("> %s\n\n".formatted(node.at("/definition/en").asText()));
    line(text, "Version", each.version());
    line(text, "Unit", each.unit());
    line(text, "Education levels", String.join(", ", each.educationLevels()));
    line(text, "Counted destinations", String.join(", ", each.destinations()));
    line(text, "Basis of place", each.basis());
    line(text, "Source", each.legalSource());
    String to = each.validTo() == null ? "…" : String.valueOf(each.validTo());
    line(text, "Cohorts", "%d – %s".formatted(each.validFrom(), to));
    line(text, "Supersedes", String.join(", ", each.supersedes()));
    line(text, "Superseded by", String.join(", ", each.supersededBy(definitions)));
    for (JsonNode one : node.path("breaks")) {
      String reason = one.path("reason").asText();
      line(text, "Break", "from cohort %s: %s".formatted(one.path("cohort").asText(), reason));
    }
    line(text, "Below a target that says about", node.path("tolerance").asText());
    line(text, "Waits for", node.path("waits_for").asText());
    if (each.foundIn() != null) {
      line(text, "Found in", "`%s`".formatted(each.foundIn()));
    }
    METHODS.forEach(
        (method, title) -> {
          if (node.has(method)) {
            text.append("\n## %s\n".formatted(title));
            formula(text, each, method, node.path(method));
          }
        });
    return text.toString();
  }

  private void formula(StringBuilder text, IndicatorDefinition each, String method, JsonNode node) {
    LinkedRate rate = each.linked();
    if (method.equals("linked") && rate != null) {
      Population population = populations.get(rate.population());
      if (population != null) {
        text.append("\nOne row of `%s` is one of them".formatted(population.table()));
        String where = parameters.in(population.where(), rate.parameters());
        text.append(where.equals("true") ? ".\n" : ", where `%s`.\n".formatted(where));
      }
      parameters
          .taken(rate, population)
          .keySet()
          .forEach(name -> text.append(question(name, rate)));
    } else {
      text.append("\nRead from %s.\n".formatted(joined(node.path("reads"))));
    }
    node.properties()
        .forEach(
            part -> {
              if (part.getValue().isTextual() && !part.getKey().equals("population")) {
                String sql = part.getValue().asText().strip();
                text.append("\n`%s`:\n\n```sql\n%s\n```\n".formatted(part.getKey(), sql));
              }
            });
    JsonNode parts = node.path("parts");
    if (!parts.isMissingNode()) {
      text.append(
          "\nTold apart by `%s`: %s.\n"
              .formatted(parts.path("by").asText(), joined(parts.path("values"))));
    }
  }

  private String question(String name, LinkedRate rate) {
    return "\n- `${%s}`: %s **%s**\n"
        .formatted(name, parameters.question(name), parameters.meaning(name, rate.parameters()));
  }

  private static String joined(JsonNode texts) {
    return StreamSupport.stream(texts.spliterator(), false)
        .map(text -> "`%s`".formatted(text.asText()))
        .collect(Collectors.joining(", "));
  }

  private static void line(StringBuilder text, String label, String value) {
    if (!value.isEmpty()) {
      text.append("- **%s:** %s\n".formatted(label, value));
    }
  }

  private static String cell(String text) {
    return text.replace("|", "\\|");
  }
}
