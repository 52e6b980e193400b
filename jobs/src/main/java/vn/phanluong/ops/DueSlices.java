package vn.phanluong.ops;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import vn.phanluong.definition.Contract;
import vn.phanluong.definition.Contracts;
import vn.phanluong.runtime.BuildLedger;
import vn.phanluong.runtime.Slices;
import vn.phanluong.runtime.TableStore;

/** Which slices of a table are due: those that rows now or before in changed inputs belong to. */
final class DueSlices {
  /** A part of that name holds rows about a table of {@code clean}: who reads it not needs none. */
  private static final String DATASET = "dataset";

  private final TableStore store;
  private final BuildLedger ledger;

  DueSlices(TableStore store, BuildLedger ledger) {
    this.store = store;
    this.ledger = ledger;
  }

  Slices of(Contract contract, String fingerprint) {
    BuildLedger.Entry last = ledger.last(contract.id());
    if (last == null
        || !last.fingerprint().equals(fingerprint)
        || store.version(contract) != last.version()) {
      return Slices.WHOLE;
    }
    Slices due = Slices.NONE;
    for (Contract input : inputs(contract)) {
      long built = last.inputs().getOrDefault(input.id(), -1L);
      if (store.version(input) != built) {
        due = due.and(changed(contract, input, built));
      }
    }
    return due;
  }

  /** The tables whose change makes a table due; ledgers only say how to read what changed. */
  static List<Contract> inputs(Contract contract) {
    return contract.reads().stream()
        .filter(read -> !read.startsWith("reference.") && !read.startsWith("ops."))
        .map(read -> Contracts.bundled().of(read))
        .toList();
  }

  /** The version of each table that a build of one now would read. */
  static Map<String, Long> versions(TableStore store, Contract contract) {
    Map<String, Long> versions = new TreeMap<>();
    inputs(contract).forEach(input -> versions.put(input.id(), store.version(input)));
    return versions;
  }

  private Slices changed(Contract contract, Contract input, long built) {
    Slices changed = ledger.changedSince(input.id(), built);
    List<String> shared = new ArrayList<>(contract.slice());
    shared.retainAll(input.columnNames());
    // A version no build accounts for may have changed anything.
    if (built < 0 || changed.isNone() || changed.isWhole()) {
      return Slices.WHOLE;
    }
    if (shared.isEmpty()) {
      return concerns(contract, changed) ? Slices.WHOLE : Slices.NONE;
    }
    String condition = changed.condition(input);
    Set<Map<String, String>> parts = new HashSet<>();
    collect(store.read(input).where(condition), shared, parts);
    collect(store.read(input, built).where(condition), shared, parts);
    return new Slices(parts);
  }

  private static boolean concerns(Contract contract, Slices changed) {
    return changed.parts().stream()
        .map(part -> part.get(DATASET))
        .anyMatch(dataset -> dataset == null || contract.reads().contains("clean." + dataset));
  }

  private static void collect(
      Dataset<Row> rows, List<String> columns, Set<Map<String, String>> parts) {
    rows.select(columns.stream().map(functions::col).toArray(org.apache.spark.sql.Column[]::new))
        .distinct()
        .collectAsList()
        .forEach(
            row -> {
              Map<String, String> part = new TreeMap<>();
              columns.forEach(
                  column -> part.put(column, String.valueOf(row.<Object>getAs(column))));
              parts.add(part);
            });
  }
}
