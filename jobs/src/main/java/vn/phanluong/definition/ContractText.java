package vn.phanluong.definition;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads one contract in the Open Data Contract Standard 3.1. What the standard has no word for
 * stands in {@code customProperties}: {@code reads}, {@code slice}, {@code shape}, {@code layouts},
 * {@code accumulation}, {@code yearChange}, {@code headerForms}, {@code period}, {@code days},
 * {@code places}, {@code checks} of a table; {@code unit}, {@code cell}, {@code codes}, {@code
 * aliases}, {@code constants}, {@code door}, {@code states}, {@code choices}, {@code filled} of a
 * property.
 */
final class ContractText {
  private static final YAMLMapper YAML = new YAMLMapper();

  private final String path;
  private final JsonNode root;
  private final JsonNode table;
  private final List<String> problems;

  private ContractText(String path, JsonNode root, List<String> problems) {
    this.path = path;
    this.root = root;
    this.table = root.path("schema").path(0);
    this.problems = problems;
  }

  static @Nullable Contract read(
      String path, String text, SchemaFiles files, List<String> problems) {
    try {
      return new ContractText(path, YAML.readTree(text), problems).contract(text, files);
    } catch (JsonProcessingException e) {
      problems.add("schemas/%s is not YAML: %s".formatted(path, e.getOriginalMessage()));
      return null;
    }
  }

  private Contract contract(String text, SchemaFiles files) {
    String id = required(root, "id");
    String expected = path.substring(0, path.length() - ".yml".length()).replace('/', '.');
    if (!id.equals(expected)) {
      problems.add("schemas/%s: id is %s, the file's place says %s".formatted(path, id, expected));
    }
    JsonNode shape = custom(table, "shape");
    ContractText columnsFrom = shape.isMissingNode() ? this : shapeOf(shape.asText(), files);
    List<JsonNode> properties = list(columnsFrom.table.path("properties"));
    return new Contract(
        id,
        required(root, "version"),
        required(root.path("description"), "purpose"),
        required(table, "dataGranularityDescription"),
        root.path("description").path("limitations").asText(""),
        properties.stream().map(this::column).toList(),
        shape.isMissingNode()
            ? List.of()
            : list(table.path("properties")).stream().map(this::field).toList(),
        list(custom(table, "layouts")).stream().map(this::layout).toList(),
        rowRules(),
        list(custom(table, "headerForms")).stream().map(this::headerForm).toList(),
        positioned(properties, "primaryKey", "primaryKeyPosition"),
        positioned(properties, "partitioned", "partitionKeyPosition"),
        texts(custom(columnsFrom.table, "slice")),
        texts(custom(table, "reads")),
        rules(columnsFrom),
        custom(table, "accumulation").asText("cumulative"),
        yearChange(custom(table, "yearChange")),
        text);
  }

  /** Raw tables share one physical shape, said once. */
  private ContractText shapeOf(String id, SchemaFiles files) {
    String file = id.replace('.', '/') + ".yml";
    try {
      return new ContractText(file, YAML.readTree(files.text(file)), problems);
    } catch (JsonProcessingException e) {
      problems.add("schemas/%s is not YAML: %s".formatted(file, e.getOriginalMessage()));
      return this;
    }
  }

  private Column column(JsonNode property) {
    return new Column(
        required(property, "name"),
        required(property, "physicalType"),
        property.path("required").asBoolean(false),
        required(property, "description"),
        required(property, "classification"),
        property.at("/relationships/0/to").asText(null),
        custom(property, "unit").asText(null));
  }

  private Field field(JsonNode property) {
    String cell = custom(property, "cell").asText("text");
    return new Field(
        required(property, "name"),
        Field.Cell.valueOf(cell.toUpperCase(Locale.ROOT)),
        property.path("required").asBoolean(false),
        property.path("primaryKey").asBoolean(false),
        texts(custom(property, "aliases")),
        texts(custom(property, "constants")),
        required(property, "description"),
        custom(property, "unit").asText(null),
        Field.Door.valueOf(custom(property, "door").asText("keep").toUpperCase(Locale.ROOT)),
        custom(property, "codes").asText(null),
        states(custom(property, "states")),
        texts(custom(property, "choices")),
        custom(property, "filled").asBoolean(false));
  }

  private RowRules rowRules() {
    List<RowCheck> checks = new ArrayList<>();
    for (String text : texts(custom(table, "checks"))) {
      try {
        checks.add(RowCheck.of(text));
      } catch (IllegalArgumentException e) {
        problems.add("schemas/%s: %s".formatted(path, e.getMessage()));
      }
    }
    return new RowRules(
        custom(table, "period").asText(null),
        texts(custom(table, "days")),
        list(custom(table, "places")).stream().map(this::place).toList(),
        List.copyOf(checks));
  }

  private RowRules.Place place(JsonNode node) {
    return new RowRules.Place(
        node.path("region").asText(),
        node.path("province").asText(),
        node.path("district").asText(null),
        node.path("commune").asText(null),
        node.path("day").asText(null));
  }

  private static @Nullable YearChange yearChange(JsonNode node) {
    return node.isMissingNode()
        ? null
        : new YearChange(
            node.path("most").asDouble(),
            node.path("fewest").asInt(),
            node.path("by").asText(null));
  }

  private static Map<String, Field.State> states(JsonNode node) {
    Map<String, Field.State> states = new LinkedHashMap<>();
    node.properties()
        .forEach(
            each ->
                states.put(
                    each.getKey(),
                    Field.State.valueOf(each.getValue().asText().toUpperCase(Locale.ROOT))));
    return Collections.unmodifiableMap(states);
  }

  private FileLayout layout(JsonNode node) {
    return new FileLayout(
        required(node, "name"),
        FileLayout.Kind.valueOf(required(node, "kind").toUpperCase(Locale.ROOT)),
        required(node, "signature"),
        texts(node.path("fields")),
        texts(node.path("missing")));
  }

  /** {@code years} is one year, or {@code from-to} with either end open. */
  private HeaderForm headerForm(JsonNode node) {
    Map<String, String> fields = new LinkedHashMap<>();
    node.path("headers").properties().forEach(e -> fields.put(e.getKey(), e.getValue().asText()));
    String years = node.path("years").asText("-");
    int dash = years.indexOf('-');
    return new HeaderForm(
        required(node, "name"),
        year(dash < 0 ? years : years.substring(0, dash), 0),
        year(dash < 0 ? years : years.substring(dash + 1), Integer.MAX_VALUE),
        node.path("assumed").asBoolean(false),
        Collections.unmodifiableMap(fields));
  }

  private int year(String text, int open) {
    if (text.isEmpty()) {
      return open;
    }
    if (!text.matches("20\\d\\d")) {
      problems.add("schemas/%s: «%s» is no year".formatted(path, text));
      return open;
    }
    return Integer.parseInt(text);
  }

  private List<Rule> rules(ContractText columnsFrom) {
    List<Rule> rules = new ArrayList<>();
    list(columnsFrom.table.path("quality")).forEach(node -> rules.add(rule(node)));
    for (JsonNode property : list(columnsFrom.table.path("properties"))) {
      list(property.path("quality")).forEach(node -> rules.add(rule(node)));
    }
    return List.copyOf(rules);
  }

  private Rule rule(JsonNode node) {
    boolean isCheck = "custom".equals(node.path("type").asText());
    return new Rule(
        required(node, "name"),
        node.path("description").asText(""),
        isCheck ? required(node, "implementation") : null,
        isCheck ? null : required(node, "query"),
        "error".equals(node.path("severity").asText("error")));
  }

  private static List<String> positioned(List<JsonNode> properties, String flag, String position) {
    return properties.stream()
        .filter(property -> property.path(flag).asBoolean(false))
        .sorted(Comparator.comparingInt(property -> property.path(position).asInt(0)))
        .map(property -> property.path("name").asText())
        .toList();
  }

  private static JsonNode custom(JsonNode node, String name) {
    for (JsonNode property : node.path("customProperties")) {
      if (name.equals(property.path("property").asText())) {
        return property.path("value");
      }
    }
    return MissingNode.getInstance();
  }

  private String required(JsonNode node, String name) {
    String value = node.path(name).asText("");
    if (value.isEmpty()) {
      String where = node.path("name").asText("");
      problems.add(
          "schemas/%s: `%s` is missing%s"
              .formatted(path, name, where.isEmpty() ? "" : " at " + where));
    }
    return value;
  }

  private static List<JsonNode> list(JsonNode node) {
    List<JsonNode> nodes = new ArrayList<>();
    node.forEach(nodes::add);
    return nodes;
  }

  private static List<String> texts(JsonNode node) {
    return list(node).stream().map(JsonNode::asText).toList();
  }
}
