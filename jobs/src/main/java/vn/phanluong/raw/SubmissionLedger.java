package vn.phanluong.raw;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import vn.phanluong.definition.Contract;
import vn.phanluong.definition.Contracts;
import vn.phanluong.definition.CountryTime;
import vn.phanluong.reading.Obligations;
import vn.phanluong.reading.Part;
import vn.phanluong.reading.Recognition;
import vn.phanluong.reading.Scope;
import vn.phanluong.runtime.TableStore;

/** {@code ops.submission}: one commit a run; what is not in it was not taken in. */
final class SubmissionLedger {
  private static final String SUPERSEDED = "superseded";

  private final TableStore store;
  private final Contract contract = Contracts.bundled().of("ops.submission");

  SubmissionLedger(TableStore store) {
    this.store = store;
  }

  /** Submissions by whether they were taken in; a rejected one may be sent again. */
  Set<String> ids(boolean isTakenIn) {
    Set<String> ids = new HashSet<>();
    store
        .read(contract)
        .where(col("status").equalTo("rejected").notEqual(isTakenIn))
        .select("submission_id")
        .collectAsList()
        .forEach(row -> ids.add(row.getString(0)));
    return ids;
  }

  /**
   * Enters submissions in the order received, and marks those that no longer stand.
   *
   * @param statuses outcome of each, by id
   * @param supersededBy what stands instead, by id, of submissions of this run and of earlier ones
   */
  void enter(
      List<Delivery> deliveries,
      Map<String, RowCounts> counts,
      Map<String, String> statuses,
      Map<String, String> supersededBy) {
    Row last = store.read(contract).agg(max("sequence")).first();
    long sequence = last.isNullAt(0) ? 0 : last.getLong(0);
    Instant now = Instant.now();
    List<Row> rows = new ArrayList<>();
    Set<String> ofRun = new HashSet<>();
    for (Delivery delivery : deliveries) {
      sequence++;
      ofRun.add(delivery.submissionId());
      Row row = row(delivery, RowCounts.of(delivery, counts), sequence, now);
      rows.add(
          marked(
              row,
              statuses.getOrDefault(delivery.submissionId(), ""),
              supersededBy.get(delivery.submissionId())));
    }
    merge(rows, ofRun, supersededBy);
  }

  /**
   * Enters a file screened again in the place of the submission it was, with its order and time of
   * receipt.
   */
  void enterInsteadOf(
      Row before,
      Delivery delivery,
      RowCounts counts,
      String status,
      Map<String, String> supersededBy) {
    Row row = row(delivery, counts, before.<Long>getAs("sequence"), before.getAs("received_at"));
    Map<String, @Nullable Object> same = new HashMap<>();
    for (String column : List.of("file_name", "due_date", "is_late")) {
      same.put(column, before.getAs(column));
    }
    same.put("rescreened_from", before.getAs("submission_id"));
    same.put("rescreened_at", Instant.now());
    Row entered = marked(with(row, same), status, supersededBy.get(delivery.submissionId()));
    List<Row> rows = new ArrayList<>(List.of(entered));
    merge(rows, Set.of(delivery.submissionId()), supersededBy);
  }

  /** The rows of a submission in the ledger. */
  List<Row> where(Column condition) {
    return store.read(contract).where(condition).orderBy("sequence").collectAsList();
  }

  private void merge(List<Row> rows, Set<String> ofRun, Map<String, String> supersededBy) {
    Map<String, String> earlier = new TreeMap<>(supersededBy);
    earlier.keySet().removeAll(ofRun);
    where(col("submission_id").isin(earlier.keySet().toArray()))
        .forEach(row -> rows.add(marked(row, "", earlier.get(row.getAs("submission_id")))));
    StructType shape = StructType.fromDDL(contract.shapeDdl());
    store.merge(contract, store.spark().createDataFrame(rows, shape).coalesce(1));
  }

  /** The outcome of a delivery, whether or not another one stands instead of it later. */
  static String status(Delivery delivery, RowCounts rows, long findings) {
    if (!(delivery.recognition() instanceof Recognition.Recognised) || rows.isBroken()) {
      return "rejected";
    }
    if (rows.rejected() > 0) {
      return rows.accepted() > 0 ? "partially_accepted" : "rejected";
    }
    return findings == 0 ? "accepted" : "accepted_with_findings";
  }

  private Row marked(Row row, String status, @Nullable String supersededBy) {
    Map<String, @Nullable Object> marks = new HashMap<>();
    marks.put("status", supersededBy == null ? status : SUPERSEDED);
    marks.put("superseded_by", supersededBy);
    return with(row, marks);
  }

  private Row with(Row row, Map<String, @Nullable Object> values) {
    @Nullable Object[] cells = new @Nullable Object[row.size()];
    for (int i = 0; i < cells.length; i++) {
      String column = contract.columnNames().get(i);
      cells[i] = values.containsKey(column) ? values.get(column) : row.get(i);
    }
    return RowFactory.create(cells);
  }

  private static Row row(Delivery delivery, RowCounts rows, long sequence, Instant received) {
    Scope scope = delivery.scope();
    Part part = scope.part();
    boolean isKnown = delivery.recognition() instanceof Recognition.Recognised;
    LocalDate due = Obligations.bundled().due(delivery.dataset(), scope);
    return RowFactory.create(
        delivery.submissionId(),
        sequence,
        delivery.dataset(),
        scope.period(),
        scope.reporterCode(),
        part.subperiod(),
        part.round(),
        part.coverage().name().toLowerCase(Locale.ROOT),
        part.accumulation().name().toLowerCase(Locale.ROOT),
        isKnown ? scope.basis() : "unknown",
        delivery.fileName(),
        delivery.bytes(),
        delivery.sha256(),
        received,
        due,
        due == null ? null : LocalDate.ofInstant(received, CountryTime.ZONE).isAfter(due),
        delivery.layout(),
        delivery.recognition().isSynthetic(),
        "",
        null,
        rows.read(),
        rows.accepted(),
        rows.rejected(),
        delivery.rulesVersion(),
        null,
        null);
  }
}
