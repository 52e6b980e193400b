package vn.phanluong.ops;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import vn.phanluong.definition.Contract;
import vn.phanluong.definition.Contracts;
import vn.phanluong.definition.DefinitionProblem;
import vn.phanluong.runtime.BuildLedger;
import vn.phanluong.runtime.Builders;
import vn.phanluong.runtime.Changes;
import vn.phanluong.runtime.DefinedBuilder;
import vn.phanluong.runtime.DifferingKeys;
import vn.phanluong.runtime.Inputs;
import vn.phanluong.runtime.Progress;
import vn.phanluong.runtime.RevisingBuilder;
import vn.phanluong.runtime.Revision;
import vn.phanluong.runtime.Slices;
import vn.phanluong.runtime.TableBuilder;
import vn.phanluong.runtime.TableStore;

/**
 * Brings tables up to date with what was taken in: only the slices that are due. A table that is
 * due as a whole is made anew, or of what some changed rows decide if its builder knows how, and
 * only what is not as it was is written and makes later tables due.
 */
public final class BuildRun {
  /** Of a table from which a definition was left out: no fingerprint is like it. */
  private static final String INCOMPLETE = "incomplete";

  private final TableStore store;
  private final Progress progress;
  private final BuildLedger ledger;
  private final DifferingKeys keys = new DifferingKeys();
  private final List<DefinitionProblem> faults = new ArrayList<>();
  private final Function<Contract, TableBuilder> builders;

  public BuildRun(TableStore store, Progress progress) {
    this(store, progress, Builders::of);
  }

  BuildRun(TableStore store, Progress progress, Function<Contract, TableBuilder> builders) {
    this.store = store;
    this.progress = progress;
    this.ledger = new BuildLedger(store);
    this.builders = builders;
  }

  /** What was found in definitions that were left out because they failed. */
  public List<DefinitionProblem> faults() {
    return List.copyOf(faults);
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
          made.add(build(runId, contract, due, fingerprint, isFull));
          ledger.commitIfLong();
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
      made(
          "make-" + Instant.now(),
          contract,
          () -> fingerprint,
          () -> new TableStore.Revised(making.get(), Slices.WHOLE, null));
      ledger.commit();
    }
  }

  private BuildLedger.Entry build(
      String runId, Contract contract, Slices due, String fingerprint, boolean isFull) {
    boolean isRevised = due.isWhole() && !isFull && isAccountedFor(contract);
    TableBuilder builder = builders.apply(contract);
    Supplier<TableStore.Revised> making =
        () ->
            isRevised ? revised(contract, builder, fingerprint) : replaced(contract, builder, due);
    if (!(builder instanceof DefinedBuilder defined)) {
      return made(runId, contract, () -> fingerprint, making);
    }
    return made(
        runId,
        contract,
        () -> faults.isEmpty() ? fingerprint : INCOMPLETE,
        () -> tolerant(making, () -> defined.faults(inputs(contract, due))));
  }

  /** Makes a table, once more without the definitions that failed if there are some. */
  private TableStore.Revised tolerant(
      Supplier<TableStore.Revised> making, Supplier<List<DefinitionProblem>> failing) {
    try {
      // Spark throws checked exceptions that its methods do not declare.
      return CompletableFuture.supplyAsync(making, Runnable::run).join();
    } catch (CompletionException e) {
      boolean isError = e.getCause() instanceof Error;
      List<DefinitionProblem> found = isError ? List.of() : failing.get();
      if (found.isEmpty()) {
        throw e.getCause() instanceof RuntimeException failure ? failure : e;
      }
      faults.addAll(found);
      return making.get();
    }
  }

  private TableStore.Revised replaced(Contract contract, TableBuilder builder, Slices due) {
    Dataset<Row> rows = builder.build(inputs(contract, due));
    return new TableStore.Revised(store.replace(contract, due, rows), due, null);
  }

  private Inputs inputs(Contract contract, Slices due) {
    return new Inputs(store, contract, due).without(faults);
  }

  private TableStore.Revised revised(Contract contract, TableBuilder builder, String fingerprint) {
    Revision revision = revision(contract, builder, fingerprint);
    if (revision == null) {
      return store.revise(contract, builder.build(inputs(contract, Slices.WHOLE)));
    }
    long before = store.version(contract);
    TableStore.Revised revised = store.revise(contract, revision);
    if (revised.keys() != null) {
      keys.add(contract.id(), before, revised.written().version(), revised.keys());
    }
    return revised;
  }

  private @Nullable Revision revision(Contract contract, TableBuilder builder, String fingerprint) {
    boolean isIncomplete = builder instanceof DefinedBuilder && !faults.isEmpty();
    if (isIncomplete || !(builder instanceof RevisingBuilder revising)) {
      return null;
    }
    Changes changes = new DueSlices(store, ledger).changes(contract, fingerprint, keys);
    return changes == null ? null : revising.revision(changes);
  }

  /** Of a version that no build tells of nobody knows in what it differs from the one before. */
  private boolean isAccountedFor(Contract contract) {
    BuildLedger.Entry last = ledger.last(contract.id());
    return last != null && last.version() == store.version(contract);
  }

  private BuildLedger.Entry made(
      String runId,
      Contract contract,
      Supplier<String> fingerprint,
      Supplier<TableStore.Revised> making) {
    Instant started = Instant.now();
    Map<String, Long> inputs = DueSlices.versions(store, contract);
    progress.step("Dựng", "Building", contract.id());
    TableStore.Revised revised = making.get();
    BuildLedger.Entry entry =
        new BuildLedger.Entry(
            runId,
            contract.id(),
            revised.written().version(),
            revised.differing(),
            inputs,
            fingerprint.get(),
            revised.written().rows(),
            started,
            Instant.now());
    ledger.add(entry);
    progress.rows(entry.rows());
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
