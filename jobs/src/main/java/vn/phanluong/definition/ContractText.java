package vn.phanluong.definition;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads one contract in the Open Data Contract Standard 3.1. What the standard has no word for
 * stands in {@code customProperties}: {@code reads}, {@code slice}, {@code shape}, {@code layouts}
 * of a table; {@code unit}, {@code cell}, {@code aliases}, {@code constants}, {@code door}, {@code
 * codes}, {@code filled} of a property.
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
        positioned(properties, "primaryKey", "primaryKeyPosition"),
        positioned(properties, "partitioned", "partitionKeyPosition"),
        texts(custom(columnsFrom.table, "slice")),
        texts(custom(table, "reads")),
        rules(columnsFrom),
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
        texts(custom(property, "codes")),
        custom(property, "filled").asBoolean(false));
  }

  private FileLayout layout(JsonNode node) {
    return new FileLayout(
        required(node, "name"),
        FileLayout.Kind.valueOf(required(node, "kind").toUpperCase(Locale.ROOT)),
        required(node, "signature"),
        texts(node.path("fields")),
        texts(node.path("missing")));
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
