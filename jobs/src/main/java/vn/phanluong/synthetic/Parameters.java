package vn.phanluong.synthetic;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.phanluong.definition.Reference;
import vn.phanluong.definition.SchemaFiles;

/**
 * What the synthetic ministry assumes: {@code schemas/reference/synthetic_parameter.csv}, one
 * number a row, each with its source or marked as assumed. A name with a {@code key} is a table.
 */
public final class Parameters {
  private final Map<String, Map<String, Double>> values = new LinkedHashMap<>();

  private Parameters(List<Map<String, String>> rows) {
    for (Map<String, String> row : rows) {
      Double before =
          values
              .computeIfAbsent(row.getOrDefault("name", ""), name -> new LinkedHashMap<>())
              .put(row.getOrDefault("key", ""), Double.valueOf(row.getOrDefault("value", "")));
      if (before != null) {
        throw new IllegalArgumentException("synthetic_parameter.csv says twice: " + row);
      }
    }
  }

  /** The parameters this program was built with. */
  public static Parameters bundled() {
    return of(SchemaFiles.bundled());
  }

  /**
   * The same with other numbers.
   *
   * @param others by {@code name}, or {@code name:key} of a table
   * @throws IllegalArgumentException if there is none of a name
   */
  public Parameters assuming(Map<String, Double> others) {
    Parameters changed = new Parameters(List.of());
    values.forEach((name, table) -> changed.values.put(name, new LinkedHashMap<>(table)));
    others.forEach(
        (name, value) -> {
          int colon = name.indexOf(':');
          String key = colon < 0 ? "" : name.substring(colon + 1);
          String table = colon < 0 ? name : name.substring(0, colon);
          changed.of(table, key);
          changed.values.getOrDefault(table, Map.of()).put(key, value);
        });
    return changed;
  }

  /** Those of a folder of schemas. */
  public static Parameters of(SchemaFiles files) {
    return new Parameters(Reference.rows(files, "synthetic_parameter"));
  }

  /**
   * A single number.
   *
   * @throws IllegalArgumentException if there is none of the name
   */
  public double of(String name) {
    return of(name, "");
  }

  /**
   * A number of a table.
   *
   * @throws IllegalArgumentException if the table has no such key
   */
  public double of(String name, String key) {
    Double value = table(name).get(key);
    if (value == null) {
      throw new IllegalArgumentException(
          "synthetic_parameter.csv has no %s of %s".formatted(name, key));
    }
    return value;
  }

  /**
   * A table by key, in the order of the file.
   *
   * @throws IllegalArgumentException if there is none of the name
   */
  public Map<String, Double> table(String name) {
    Map<String, Double> table = values.get(name);
    if (table == null) {
      throw new IllegalArgumentException("synthetic_parameter.csv has no " + name);
    }
    return table;
  }
}
