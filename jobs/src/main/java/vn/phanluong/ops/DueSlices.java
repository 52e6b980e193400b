package vn.phanluong.ops;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.jspecify.annotations.Nullable;
import vn.phanluong.definition.Contract;
import vn.phanluong.definition.Contracts;
import vn.phanluong.runtime.BuildLedger;
import vn.phanluong.runtime.Changes;
import vn.phanluong.runtime.DifferingKeys;
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
    Map<String, Slices> parts = changed(contract, fingerprint);
    if (parts == null) {
      return Slices.WHOLE;
    }
    Slices due = Slices.NONE;
    for (Map.Entry<String, Slices> each : parts.entrySet()) {
      due = due.and(due(contract, Contracts.bundled().of(each.getKey()), each.getValue()));
    }
    return due;
  }

  /**
   * What changed since a table was built; null if not all of it is known, or it never was.
   *
   * @param keys what this run found to differ between versions
   */
  @Nullable Changes changes(Contract contract, String fingerprint, DifferingKeys keys) {
    Map<String, Slices> parts = changed(contract, fingerprint);
    if (parts == null || !parts.keySet().stream().allMatch(id -> isKept(contract, id))) {
      return null;
    }
    Map<String, Long> built = built(contract);
    return new Changes(
        store.asOf(built), store, contract, parts, keys.between(built, versions(store, contract)));
  }

  /**
   * True if the version of an input that a table was built from can be read, and compared with what
   * the input is: what erases persons destroys versions, and tells no build of its own.
   */
  private boolean isKept(Contract contract, String id) {
    Contract input = Contracts.bundled().of(id);
    BuildLedger.Entry last = ledger.last(id);
    long built = built(contract).getOrDefault(id, -1L);
    return built >= 0
        && last != null
        && last.version() == store.version(input)
        && List.of(store.read(input, built).columns()).equals(input.columnNames());
  }

  /**
   * The parts of each input that are not as the last build read them.
   *
   * @return null if the table is not what the last build made, or would be made otherwise now
   */
  private @Nullable Map<String, Slices> changed(Contract contract, String fingerprint) {
    BuildLedger.Entry last = ledger.last(contract.id());
    if (last == null
        || !last.fingerprint().equals(fingerprint)
        || store.version(contract) != last.version()) {
      return null;
    }
    Map<String, Slices> parts = new TreeMap<>();
    for (Contract input : inputs(contract)) {
      long built = last.inputs().getOrDefault(input.id(), -1L);
      if (store.version(input) != built) {
        Slices changed = concerning(contract, ledger.changedSince(input.id(), built));
        // A version no build accounts for may have changed anything.
        if (built < 0 || changed == null) {
          parts.put(input.id(), Slices.WHOLE);
        } else if (!changed.isNone()) {
          parts.put(input.id(), changed);
        }
      }
    }
    return parts;
  }

  private Map<String, Long> built(Contract contract) {
    return Objects.requireNonNull(ledger.last(contract.id())).inputs();
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

  private Slices due(Contract contract, Contract input, Slices changed) {
    List<String> shared = new ArrayList<>(contract.slice());
    shared.retainAll(input.columnNames());
    if (changed.isWhole() || shared.isEmpty()) {
      return Slices.WHOLE;
    }
    String condition = changed.condition(input);
    Set<Map<String, String>> parts = new HashSet<>();
    collect(store.read(input).where(condition), shared, parts);
    long built = Objects.requireNonNull(built(contract).get(input.id()));
    collect(store.read(input, built).where(condition), shared, parts);
    return new Slices(parts);
  }

  /** Those of some parts that a table needs; null if no part is told. */
  private static @Nullable Slices concerning(Contract contract, Slices changed) {
    if (changed.isNone()) {
      return null;
    }
    return new Slices(
        changed.parts().stream()
            .filter(part -> isOf(contract, part.get(DATASET)))
            .collect(Collectors.toSet()));
  }

  private static boolean isOf(Contract contract, @Nullable String dataset) {
    return dataset == null || contract.reads().contains("clean." + dataset);
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
