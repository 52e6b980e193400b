package vn.phanluong.ops;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import vn.phanluong.definition.Contract;
import vn.phanluong.definition.Contracts;
import vn.phanluong.runtime.BuildLedger;
import vn.phanluong.runtime.Builders;
import vn.phanluong.runtime.Inputs;
import vn.phanluong.runtime.Progress;
import vn.phanluong.runtime.Slices;
import vn.phanluong.runtime.TableStore;

/** Brings tables up to date with what was taken in: only the slices that are due. */
public final class BuildRun {
  private final TableStore store;
  private final Progress progress;
  private final BuildLedger ledger;

  public BuildRun(TableStore store, Progress progress) {
    this.store = store;
    this.progress = progress;
    this.ledger = new BuildLedger(store);
  }

  /**
   * Builds what is due.
   *
   * @param only these tables and what they are made from; empty for all
   * @param isFull true to make every slice anew
   * @return the builds made, in order
   */
  public List<BuildLedger.Entry> run(List<String> only, boolean isFull) {
    String runId = "build-" + Instant.now();
    List<BuildLedger.Entry> made = new ArrayList<>();
    try {
      for (Contract contract : order(only)) {
        String fingerprint = Fingerprint.of(contract);
        Slices due = isFull ? Slices.WHOLE : new DueSlices(store, ledger).of(contract, fingerprint);
        if (!due.isNone()) {
          made.add(build(runId, contract, due, fingerprint));
        }
      }
    } finally {
      ledger.commit();
    }
    return made;
  }

  /**
   * Makes a table that no builder makes, as a whole, if it is due.
   *
   * @param maker class whose code makes it
   */
  public void make(Contract contract, Class<?> maker, Supplier<TableStore.Written> making) {
    String fingerprint = Fingerprint.of(contract, maker.getName());
    if (!new DueSlices(store, ledger).of(contract, fingerprint).isNone()) {
      made("make-" + Instant.now(), contract, Slices.WHOLE, fingerprint, making);
      ledger.commit();
    }
  }

  private BuildLedger.Entry build(String runId, Contract contract, Slices due, String fingerprint) {
    Inputs inputs = new Inputs(store, contract, due);
    return made(
        runId,
        contract,
        due,
        fingerprint,
        () -> store.replace(contract, due, Builders.of(contract).build(inputs)));
  }

  private BuildLedger.Entry made(
      String runId,
      Contract contract,
      Slices due,
      String fingerprint,
      Supplier<TableStore.Written> making) {
    Instant started = Instant.now();
    Map<String, Long> inputs = DueSlices.versions(store, contract);
    progress.step("Dựng", "Building", contract.id());
    TableStore.Written written = making.get();
    BuildLedger.Entry entry =
        new BuildLedger.Entry(
            runId,
            contract.id(),
            written.version(),
            due,
            inputs,
            fingerprint,
            written.rows(),
            started,
            Instant.now());
    ledger.add(entry);
    progress.rows(written.rows());
    return entry;
  }

  /**
   * Tables after what they read. Raw tables and ledgers are written by loading, not by building.
   */
  static List<Contract> order(List<String> only) {
    Set<Contract> ordered = new LinkedHashSet<>();
    List<Contract> wanted =
        only.isEmpty()
            ? Contracts.bundled().all()
            : only.stream().map(Contracts.bundled()::of).toList();
    wanted.forEach(contract -> visit(contract, ordered));
    return List.copyOf(ordered);
  }

  private static void visit(Contract contract, Set<Contract> ordered) {
    if (!contract.isBuilt()) {
      return;
    }
    DueSlices.inputs(contract).forEach(input -> visit(input, ordered));
    ordered.add(contract);
  }
}
