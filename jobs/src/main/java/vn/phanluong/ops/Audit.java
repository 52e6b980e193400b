package vn.phanluong.ops;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import vn.phanluong.definition.Column;
import vn.phanluong.definition.Contract;
import vn.phanluong.definition.Contracts;
import vn.phanluong.definition.Rule;
import vn.phanluong.runtime.Inputs;
import vn.phanluong.runtime.TableStore;

/**
 * Looks at a table before release: its contract's rules, its key, its references. A failed one
 * stops the release and says why.
 */
public final class Audit {
  private final TableStore store;

  public Audit(TableStore store) {
    this.store = store;
  }

  /**
   * What one audit found.
   *
   * @param violations rows or groups that break it, 0 if it holds
   * @param named which they are, a line each, as far as the audit tells; else blank
   * @param stopsRelease true if a violation may not be released
   */
  public record Result(
      String table, String name, long violations, String named, boolean stopsRelease) {
    public boolean isFailed() {
      return violations > 0 && stopsRelease;
    }

    /** True if it stops nothing, and a person has something to look at. */
    public boolean isWarning() {
      return violations > 0 && !stopsRelease;
    }

    /** The audit, how often it was broken, and where. */
    @Override
    public String toString() {
      return "%s: %s (%d)%s"
          .formatted(
              table, name, violations, named.lines().map(it -> "\n      " + it).collect(joining()));
    }
  }

  /** All audits of a table that a release may hold. */
  public List<Result> of(Contract contract) {
    List<Result> results = new ArrayList<>();
    if (!store.exists(contract)) {
      return results;
    }
    Dataset<Row> rows = store.read(contract);
    results.add(new Result(contract.id(), "key_is_unique", repeatedKeys(contract, rows), "", true));
    for (Rule rule : contract.rules()) {
      if (rule.query() != null) {
        Row found = found(rule.query(), rows);
        String named = found.size() > 1 ? found.getString(1) : "";
        results.add(new Result(contract.id(), rule.name(), found.getLong(0), named, rule.fail()));
      }
    }
    for (Column column : contract.columns()) {
      if (column.refersTo() != null) {
        String name = column.name() + "_resolves";
        results.add(
            new Result(
                contract.id(), name, dangling(rows, column.name(), column.refersTo()), "", true));
      }
    }
    return results;
  }

  private static long repeatedKeys(Contract contract, Dataset<Row> rows) {
    org.apache.spark.sql.Column[] key =
        contract.key().stream().map(functions::col).toArray(org.apache.spark.sql.Column[]::new);
    return rows.groupBy(key).count().where(functions.col("count").gt(1)).count();
  }

  private static Row found(String query, Dataset<Row> rows) {
    rows.createOrReplaceTempView("audited");
    return rows.sparkSession().sql(query.replace("${table}", "audited")).first();
  }

  private long dangling(Dataset<Row> rows, String column, String to) {
    String table = to.substring(0, to.indexOf('.'));
    String key = to.substring(to.indexOf('.') + 1);
    Contract target =
        Contracts.bundled().all().stream()
            .filter(contract -> contract.table().equals(table))
            .filter(contract -> contract.columnNames().contains(key))
            .findFirst()
            .orElseThrow();
    Dataset<Row> known = store.read(target).select(functions.col(key).as("v"));
    return rows.select(functions.col(column).as("v"))
        .na()
        .drop()
        .distinct()
        .join(known, Inputs.keys("v"), "left_anti")
        .count();
  }
}
