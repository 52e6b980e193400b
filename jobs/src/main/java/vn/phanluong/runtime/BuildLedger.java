package vn.phanluong.runtime;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import vn.phanluong.definition.Contract;
import vn.phanluong.definition.Contracts;

/** {@code ops.build} in memory; what a run adds is committed now and then, and at its end. */
public final class BuildLedger {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final Duration LONG = Duration.ofMinutes(1);

  private final TableStore store;
  private final Contract contract = Contracts.bundled().of("ops.build");
  private final List<Entry> known = new ArrayList<>();
  private final List<Entry> added = new ArrayList<>();

  /** Reads the ledger of a home. */
  public BuildLedger(TableStore store) {
    this.store = store;
    store.read(contract).collectAsList().forEach(row -> known.add(entry(row)));
  }

  /**
   * One build of one table.
   *
   * @param version Delta version committed
   * @param inputs version of each table read
   */
  public record Entry(
      String runId,
      String table,
      long version,
      Slices slices,
      Map<String, Long> inputs,
      String fingerprint,
      long rows,
      Instant startedAt,
      Instant finishedAt) {}

  /**
   * The last build of the newest version of a table, or null. Nothing in the place of nothing makes
   * no version, so that several builds may have one.
   */
  public @Nullable Entry last(String table) {
    return known.stream()
        .filter(entry -> entry.table().equals(table))
        .max(Comparator.comparingLong(Entry::version).thenComparing(Entry::finishedAt))
        .orElse(null);
  }

  /** What builds after a version changed in a table. */
  public Slices changedSince(String table, long version) {
    return known.stream()
        .filter(entry -> entry.table().equals(table) && entry.version() > version)
        .map(Entry::slices)
        .reduce(Slices.NONE, Slices::and);
  }

  public void add(Entry entry) {
    known.add(entry);
    added.add(entry);
  }

  /** Commits if what was added took so long that nobody would like to make it again. */
  public void commitIfLong() {
    if (!added.isEmpty()
        && added.get(0).startedAt().plus(LONG).isBefore(added.get(added.size() - 1).finishedAt())) {
      commit();
    }
  }

  /** Commits what was added. A run killed before this makes the same slices again. */
  public void commit() {
    if (added.isEmpty()) {
      return;
    }
    List<Row> rows = added.stream().map(BuildLedger::row).toList();
    store.append(
        contract,
        store.spark().createDataFrame(rows, StructType.fromDDL(contract.shapeDdl())).coalesce(1));
    added.clear();
  }

  private static Row row(Entry entry) {
    return RowFactory.create(
        entry.runId(),
        entry.table(),
        entry.version(),
        entry.slices().toJson(),
        json(new TreeMap<>(entry.inputs())),
        entry.fingerprint(),
        entry.rows(),
        entry.startedAt(),
        entry.finishedAt());
  }

  private static Entry entry(Row row) {
    return new Entry(
        row.getAs("run_id"),
        row.getAs("table_id"),
        row.getAs("delta_version"),
        Slices.fromJson(row.getAs("slices")),
        inputs(row.getAs("inputs")),
        row.getAs("fingerprint"),
        row.getAs("rows_written"),
        row.getAs("started_at"),
        row.getAs("finished_at"));
  }

  private static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, Long> inputs(String text) {
    try {
      return JSON.readValue(text, new TypeReference<Map<String, Long>>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Not a map of versions: " + text, e);
    }
  }
}
