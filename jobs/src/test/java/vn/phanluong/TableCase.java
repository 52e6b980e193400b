package vn.phanluong;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;
import vn.phanluong.definition.Column;
import vn.phanluong.definition.Contract;
import vn.phanluong.definition.Contracts;
import vn.phanluong.definition.Rule;

/**
 * How a table behaves, told in rows: {@code given/<stage.table>.yml} and what to expect of it. Only
 * the columns that matter are written; types come from the contracts, never from a result.
 *
 * <p>{@code expect.yml} holds every row of the table, {@code expect_among.yml} some of them.
 */
public record TableCase(Contract contract, Path folder) {
  private static final YAMLMapper YAML = new YAMLMapper();

  /** Values that a rule allows: {@code basis IN ('school', 'residence')}. */
  private static final Pattern ALLOWED = Pattern.compile("^(\\w+) IN \\('([^']*)'");

  /** The cases of all tables, by {@code stage/table/case}. */
  static List<TableCase> under(Path root) {
    try (Stream<Path> folders = Files.walk(root, 3)) {
      return folders
          .filter(it -> root.relativize(it).getNameCount() == 3)
          .sorted()
          .map(it -> new TableCase(tableOf(root.relativize(it)), it))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Contract tableOf(Path path) {
    return Contracts.bundled().of(path.getName(0) + "." + path.getName(1));
  }

  /** The folder's name as a sentence. */
  String sentence() {
    return String.valueOf(folder.getFileName()).replace('_', ' ');
  }

  boolean isComplete() {
    return Files.exists(folder.resolve("expect.yml"));
  }

  /** What is expected, typed, with just the columns written. */
  List<Map<String, @Nullable Object>> expected() {
    Path file = folder.resolve(isComplete() ? "expect.yml" : "expect_among.yml");
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    for (JsonNode row : read(file)) {
      rows.add(typed(contract, row));
    }
    return rows;
  }

  /** The rows given, of each table that has any. */
  Map<Contract, List<Row>> given() {
    Map<Contract, List<Row>> given = new LinkedHashMap<>();
    Map<String, Path> files = new TreeMap<>();
    for (Path file : filesOf(folder.resolve("given"))) {
      files.put(String.valueOf(file.getFileName()).replace(".yml", ""), file);
    }
    files.forEach(
        (id, file) -> {
          Contract table = Contracts.bundled().of(id);
          List<Row> rows = new ArrayList<>();
          read(file).forEach(row -> rows.add(filled(table, typed(table, row))));
          given.put(table, rows);
        });
    return given;
  }

  private static List<Path> filesOf(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode read(Path file) {
    try {
      return YAML.readTree(file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, @Nullable Object> typed(Contract table, JsonNode row) {
    Map<String, @Nullable Object> typed = new LinkedHashMap<>();
    row.fieldNames()
        .forEachRemaining(
            name -> {
              Column column =
                  table.columns().stream()
                      .filter(it -> it.name().equals(name))
                      .findFirst()
                      .orElseThrow(
                          () -> new IllegalArgumentException(table.id() + " has no " + name));
              JsonNode cell = row.get(name);
              typed.put(name, cell.isNull() ? null : typed(column.type(), cell.asText()));
            });
    return typed;
  }

  private static Object typed(String type, String text) {
    if (type.startsWith("decimal")) {
      return new BigDecimal(text);
    }
    return switch (type) {
      case "string" -> text;
      case "smallint" -> Short.valueOf(text);
      case "int" -> Integer.valueOf(text);
      case "bigint" -> Long.valueOf(text);
      case "double" -> Double.valueOf(text);
      case "boolean" -> Boolean.valueOf(text);
      case "date" -> LocalDate.parse(text);
      case "timestamp" -> Instant.parse(text);
      default -> throw new IllegalArgumentException("No value of type " + type);
    };
  }

  /** A whole row of a table that is written as in the files of a case. */
  static Row row(Contract table, String written) {
    try {
      return filled(table, typed(table, YAML.readTree(written)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A whole row: what was not written is null or, where that may not be, anything that may. */
  public static Row filled(Contract table, Map<String, @Nullable Object> written) {
    return RowFactory.create(
        table.columns().stream()
            .map(
                column ->
                    written.containsKey(column.name()) || !column.required()
                        ? written.get(column.name())
                        : anyValue(table, column))
            .toArray());
  }

  private static Object anyValue(Contract table, Column column) {
    for (Rule rule : table.rules()) {
      Matcher allowed = ALLOWED.matcher(rule.check() == null ? "" : rule.check());
      if (allowed.find() && allowed.group(1).equals(column.name())) {
        return allowed.group(2);
      }
    }
    return switch (column.type()) {
      case "string" -> "-";
      case "boolean" -> false;
      case "date" -> LocalDate.EPOCH;
      case "timestamp" -> Instant.EPOCH;
      default -> typed(column.type(), "0");
    };
  }
}
