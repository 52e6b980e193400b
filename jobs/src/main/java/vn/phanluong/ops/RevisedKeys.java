package vn.phanluong.ops;

import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What the revisions of a run put in the place of what, so that nobody looks for it again. */
final class RevisedKeys {
  private final Map<String, Step> steps = new HashMap<>();

  /** From one version of a table to the next no row differs that has none of these keys. */
  private record Step(long from, long to, Dataset<Row> keys) {}

  void add(String table, long from, long to, Dataset<Row> keys) {
    steps.put(table, new Step(from, to, keys));
  }

  /** Of the tables that one revision brought from the one version to the other, its keys. */
  Map<String, Dataset<Row>> between(Map<String, Long> from, Map<String, Long> to) {
    Map<String, Dataset<Row>> keys = new HashMap<>();
    steps.forEach(
        (table, step) -> {
          if (from.getOrDefault(table, -1L) == step.from()
              && to.getOrDefault(table, -1L) == step.to()) {
            keys.put(table, step.keys());
          }
        });
    return keys;
  }
}
