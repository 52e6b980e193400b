package vn.phanluong.runtime;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Keys whose rows differ between two versions of a table, so that a run looks for them once. */
public final class DifferingKeys {
  private final Map<Span, Dataset<Row>> known = new HashMap<>();

  /** Versions of a table, the parts of it that were compared, and the columns of a key. */
  private record Span(String table, long from, long to, Slices parts, List<String> columns) {}

  /** Two states of tables, by the version of each. */
  public final class Between {
    private final Map<String, Long> from;
    private final Map<String, Long> to;

    private Between(Map<String, Long> from, Map<String, Long> to) {
      this.from = Map.copyOf(from);
      this.to = Map.copyOf(to);
    }

    /** The keys among which are all that differ in some parts, as they were told or else found. */
    Dataset<Row> of(
        String table, Slices parts, List<String> columns, Supplier<Dataset<Row>> finding) {
      Dataset<Row> told = known.get(span(table, Slices.WHOLE, columns));
      return told != null
          ? told
          : known.computeIfAbsent(
              span(table, parts, columns), any -> finding.get().localCheckpoint());
    }

    private Span span(String table, Slices parts, List<String> columns) {
      return new Span(
          table, from.getOrDefault(table, -1L), to.getOrDefault(table, -1L), parts, columns);
    }
  }

  /** Tells that from one version of a table to the next no row differs that has none of these. */
  public void add(String table, long from, long to, Dataset<Row> keys) {
    known.put(new Span(table, from, to, Slices.WHOLE, List.of(keys.columns())), keys);
  }

  public Between between(Map<String, Long> from, Map<String, Long> to) {
    return new Between(from, to);
  }
}
