package vn.phanluong.raw;

import static java.util.stream.Collectors.toMap;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
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
import org.apache.spark.storage.StorageLevel;
import vn.phanluong.definition.Contract;
import vn.phanluong.definition.Contracts;
import vn.phanluong.definition.Field;
import vn.phanluong.reading.Declared;
import vn.phanluong.reading.Recognition;
import vn.phanluong.runtime.BuildLedger;
import vn.phanluong.runtime.HomeKeys;
import vn.phanluong.runtime.InTurn;
import vn.phanluong.runtime.KeyRing;
import vn.phanluong.runtime.Progress;
import vn.phanluong.runtime.Slices;
import vn.phanluong.runtime.TableStore;
import vn.phanluong.vault.Archive;
import vn.phanluong.vault.Identities;

/**
 * Takes delivered files in. Rows go to {@code raw} first and into the ledger of submissions last,
 * so that a load killed at any moment and run again gives the same result.
 */
public final class Load {
  private final TableStore store;
  private final Progress progress;
  private final PendingSubmissions pending;
  private final SubmissionLedger ledger;
  private final FindingTable findings;
  private final KeyRing keys;
  private final Archive archive;
  private final Map<String, RowCounts> counts = new HashMap<>();
  private final UnitRows units;

  /**
   * A load into a home.
   *
   * @throws vn.phanluong.runtime.Problem if the home's keys are missing or others
   */
  public Load(TableStore store, Progress progress) {
    this.store = store;
    this.progress = progress;
    this.pending = new PendingSubmissions(store);
    this.ledger = new SubmissionLedger(store);
    this.findings = new FindingTable(store);
    this.units = UnitRows.in(store.spark());
    this.keys = new HomeKeys(store.home()).open();
    this.archive = new Archive(store, keys);
  }

  /**
   * Screens files and takes in what is good of them.
   *
   * @param files in the order they count as received
   * @return one receipt a file, in the same order
   */
  public List<Receipt> run(List<Path> files, Declared declared) {
    recover();
    List<Delivery> deliveries = new ArrayList<>();
    InTurn.forEach(files, file -> Delivery.of(file, declared), deliveries::add);
    List<Delivery> fresh = fresh(deliveries);
    if (!fresh.isEmpty()) {
      takeIn(fresh);
    }
    Set<Delivery> entered = new HashSet<>(fresh);
    return deliveries.stream()
        .map(delivery -> entered.remove(delivery) ? receipt(delivery) : Receipt.held(delivery))
        .toList();
  }

  /** Undoes a run that was killed before it reached the ledger. */
  void recover() {
    pending.recover(archive);
  }

  /**
   * Takes a file in once more under today's rules, in the place of the submission it was: what came
   * later stands as before. Killed anywhere and run again, it ends the same.
   *
   * @param file the bytes of that submission, which are in the archive
   * @param before its row of the ledger
   * @return the id under which it stands
   */
  String runInsteadOf(Path file, Declared declared, Row before) {
    String beforeId = before.getAs("submission_id");
    Delivery delivery = Delivery.of(file, declared).insteadOf(beforeId);
    String id = delivery.submissionId();
    List<Delivery> again = List.of(delivery);
    Map<String, List<Delivery>> byTable = Map.of("raw." + delivery.dataset(), again);
    LocalDate lastDay = archive.lastDay(beforeId);
    pending.note(byTable, again);
    archive.keepAlso(beforeId, id);
    findings.enterFiles(again);
    byTable.forEach((table, taken) -> counts.putAll(write(Contracts.bundled().of(table), taken)));
    if (lastDay != null) {
      new Identities(store).keepUntil(id, lastDay);
    }
    enterLedgerInsteadOf(before, delivery);
    pending.clear();
    return id;
  }

  private void enterLedgerInsteadOf(Row before, Delivery delivery) {
    progress.step("Ghi sổ", "Entering", "ops.submission (1)");
    StandingSubmissions standing = StandingSubmissions.of(store);
    List<Row> replaced =
        ledger.where(functions.col("superseded_by").equalTo(before.<String>getAs("submission_id")));
    RowCounts rows = RowCounts.of(delivery, counts);
    standing.enterInsteadOf(before, replaced, delivery, rows.accepted());
    enterBeside(List.of(delivery), standing);
    ledger.enterInsteadOf(before, delivery, rows, status(delivery), standing.supersededBy());
    progress.rows(1);
  }

  private void enterBeside(List<Delivery> taken, StandingSubmissions standing) {
    findings.enterBeside(taken, new Predecessor(store).lacking(taken, standing));
    findings.enterBeside(taken, new YearBefore(store, standing, units.value()).changes(taken));
  }

  /** Deliveries not held yet, each submission once. */
  private List<Delivery> fresh(List<Delivery> deliveries) {
    Set<String> seen = ledger.ids(true);
    return deliveries.stream().filter(delivery -> seen.add(delivery.submissionId())).toList();
  }

  private void takeIn(List<Delivery> fresh) {
    Map<String, List<Delivery>> byTable =
        fresh.stream()
            .filter(delivery -> delivery.recognition() instanceof Recognition.Recognised)
            .collect(
                Collectors.groupingBy(
                    delivery -> "raw." + delivery.dataset(), TreeMap::new, Collectors.toList()));
    pending.note(byTable, fresh);
    forgetRejected(fresh);
    archive.add(fresh.stream().collect(toMap(Delivery::submissionId, it -> Path.of(it.path()))));
    findings.enterFiles(fresh);
    byTable.forEach((id, taken) -> counts.putAll(write(Contracts.bundled().of(id), taken)));
    enterLedger(fresh);
    pending.clear();
  }

  /** A rejected file sent again is judged anew, under its old number. */
  private void forgetRejected(List<Delivery> fresh) {
    Set<String> again = ledger.ids(false);
    List<Delivery> judgedAnew =
        fresh.stream().filter(delivery -> again.contains(delivery.submissionId())).toList();
    List<String> ids = judgedAnew.stream().map(Delivery::submissionId).toList();
    pending.takeOut(Contracts.bundled().of("ops.finding"), ids);
    judgedAnew.stream()
        .map(delivery -> Contracts.bundled().find("raw." + delivery.dataset()))
        .filter(Objects::nonNull)
        .distinct()
        .forEach(table -> pending.takeOut(table, ids));
    archive.forget(ids);
  }

  /** What stands from now on, what that no longer tells, and the outcome of each: one commit. */
  private void enterLedger(List<Delivery> fresh) {
    progress.step("Ghi sổ", "Entering", "ops.submission (%d)".formatted(fresh.size()));
    List<Delivery> taken =
        fresh.stream().filter(delivery -> !status(delivery).equals("rejected")).toList();
    StandingSubmissions standing = StandingSubmissions.of(store);
    taken.forEach(each -> standing.enter(each, RowCounts.of(each, counts).accepted()));
    enterBeside(taken, standing);
    Map<String, String> statuses = new HashMap<>();
    fresh.forEach(delivery -> statuses.put(delivery.submissionId(), status(delivery)));
    ledger.enter(fresh, counts, statuses, standing.supersededBy());
    progress.rows(fresh.size());
  }

  private String status(Delivery delivery) {
    RowCounts rows = RowCounts.of(delivery, counts);
    return SubmissionLedger.status(delivery, rows, findings.count(delivery.submissionId()));
  }

  private Map<String, RowCounts> write(Contract table, List<Delivery> taken) {
    progress.step("Nhận", "Taking in", "%s (%d)".formatted(table.id(), taken.size()));
    Instant started = Instant.now();
    TableStore.Written written = append(table, taken);
    progress.rows(written.rows());
    Object[] ids = taken.stream().map(Delivery::submissionId).toArray();
    Dataset<Row> raw = store.read(table).where(functions.col("submission_id").isin(ids));
    Map<String, RowCounts> ofTable = RowCounts.of(raw, taken);
    if (ofTable.values().stream().anyMatch(rows -> rows.findingRows() > 0)) {
      findings.enterRows(raw, taken);
    }
    pending.takeOut(table, ofTable.keySet().stream().filter(id -> isBroken(ofTable, id)).toList());
    enterBuild(table, taken, written, started);
    pending.screened(taken);
    return ofTable;
  }

  /** Rows to raw; where the dataset has identities, those to the vault first. */
  private TableStore.Written append(Contract table, List<Delivery> taken) {
    Dataset<Row> rows = DeliveredRows.of(store.spark(), table, taken, store.home().keys(), units);
    if (table.fields().stream().allMatch(field -> field.door() == Field.Door.KEEP)) {
      return store.append(table, rows.drop("key_id", "sealed"));
    }
    // Read once, written twice; what is kept meanwhile holds no identity in clear.
    Dataset<Row> kept = rows.persist(StorageLevel.DISK_ONLY());
    try {
      new Identities(store)
          .enter(
              kept.where(functions.col("sealed").isNotNull())
                  .select("submission_id", "row_number", "key_id", "sealed"));
      return store.append(table, kept.drop("key_id", "sealed"));
    } finally {
      kept.unpersist();
    }
  }

  private static boolean isBroken(Map<String, RowCounts> counts, String id) {
    RowCounts rows = counts.get(id);
    return rows != null && rows.isBroken();
  }

  private Receipt receipt(Delivery delivery) {
    RowCounts rows = RowCounts.of(delivery, counts);
    return new Receipt(
        delivery.fileName(),
        delivery.dataset(),
        delivery.scope().reporterCode(),
        delivery.scope().part().of(delivery.scope().period()),
        status(delivery),
        rows.read(),
        rows.accepted(),
        rows.rejected(),
        findings.count(delivery.submissionId()),
        findings.first(delivery.submissionId()));
  }

  private void enterBuild(
      Contract table, List<Delivery> taken, TableStore.Written written, Instant started) {
    Set<Map<String, String>> parts =
        taken.stream()
            .map(Delivery::scope)
            .map(
                scope ->
                    Map.of(
                        "period",
                        String.valueOf(scope.period()),
                        "reporter_code",
                        scope.reporterCode()))
            .collect(Collectors.toSet());
    BuildLedger builds = new BuildLedger(store);
    builds.add(
        new BuildLedger.Entry(
            "load-" + started,
            table.id(),
            store.version(table),
            new Slices(parts),
            Map.of(),
            "",
            written.rows(),
            started,
            Instant.now()));
    builds.commit();
  }
}
