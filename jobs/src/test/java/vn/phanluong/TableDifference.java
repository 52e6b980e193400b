package vn.phanluong;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** Tells in sentences how rows differ from those expected, row by row found by the key. */
final class TableDifference {
  private static final double PRECISION = 1e-9;

  private final List<String> key;
  private final List<String> sentences = new ArrayList<>();

  private TableDifference(List<String> key) {
    this.key = key;
  }

  /** Nothing if every expected row is there once, with the values written. */
  static List<String> of(
      List<String> key,
      List<Map<String, @Nullable Object>> expected,
      List<Row> actual,
      boolean isComplete) {
    TableDifference difference = new TableDifference(key);
    List<Row> left = new ArrayList<>(actual);
    expected.forEach(row -> difference.look(row, left));
    if (isComplete) {
      left.forEach(row -> difference.sentences.add("not expected: " + row.json()));
    }
    return difference.sentences;
  }

  private void look(Map<String, @Nullable Object> expected, List<Row> left) {
    Map<String, @Nullable Object> named = new LinkedHashMap<>(expected);
    named.keySet().retainAll(key);
    List<Row> found =
        left.stream()
            .filter(
                row ->
                    named.entrySet().stream()
                        .allMatch(it -> isEqual(it.getValue(), row.getAs(it.getKey()))))
            .toList();
    if (found.size() != 1) {
      sentences.add(
          found.isEmpty() ? "missing: " + expected : found.size() + " rows where one: " + named);
      return;
    }
    left.remove(found.get(0));
    expected.forEach(
        (column, value) -> {
          Object other = found.get(0).getAs(column);
          if (!isEqual(value, other)) {
            sentences.add("%s: %s should be %s, is %s".formatted(named, column, value, other));
          }
        });
  }

  private static boolean isEqual(@Nullable Object expected, @Nullable Object actual) {
    if (expected instanceof Double number && actual instanceof Double other) {
      return Math.abs(number - other) <= PRECISION;
    }
    if (expected instanceof BigDecimal number && actual instanceof BigDecimal other) {
      return number.compareTo(other) == 0;
    }
    return Objects.equals(expected, actual);
  }
}
