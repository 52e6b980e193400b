package vn.phanluong.raw;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import vn.phanluong.definition.Contract;
import vn.phanluong.definition.Contracts;
import vn.phanluong.reading.Recognition;
import vn.phanluong.reading.Scope;
import vn.phanluong.runtime.TableStore;

/** {@code ops.submission}: one commit a run; what is not in it was not taken in. */
final class SubmissionLedger {
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

  /** Enters submissions in the order received. */
  void enter(List<Delivery> deliveries, Map<String, RowCounts> counts) {
    Row last = store.read(contract).agg(max("sequence")).first();
    long sequence = last.isNullAt(0) ? 0 : last.getLong(0);
    Instant now = Instant.now();
    List<Row> rows = new ArrayList<>();
    for (Delivery delivery : deliveries) {
      sequence++;
      rows.add(row(delivery, RowCounts.of(delivery, counts), sequence, now));
    }
    StructType shape = StructType.fromDDL(contract.shapeDdl());
    store.append(contract, store.spark().createDataFrame(rows, shape).coalesce(1));
  }

  static String status(Delivery delivery, RowCounts rows) {
    if (!(delivery.recognition() instanceof Recognition.Recognised) || rows.isBroken()) {
      return "rejected";
    }
    if (rows.rejected() > 0) {
      return rows.accepted() > 0 ? "partially_accepted" : "rejected";
    }
    boolean isClean = rows.findingRows() == 0 && FindingTable.ofFile(delivery).isEmpty();
    return isClean ? "accepted" : "accepted_with_findings";
  }

  private static Row row(Delivery delivery, RowCounts rows, long sequence, Instant now) {
    Scope scope = delivery.scope();
    boolean isKnown = delivery.recognition() instanceof Recognition.Recognised;
    String basis =
        "reporter %s, period %s".formatted(scope.reporterKnownBy(), scope.periodKnownBy());
    return RowFactory.create(
        delivery.submissionId(),
        sequence,
        delivery.dataset(),
        scope.period(),
        scope.reporterCode(),
        isKnown ? basis.toLowerCase(Locale.ROOT) : "unknown",
        delivery.fileName(),
        delivery.bytes(),
        delivery.sha256(),
        now,
        delivery.layout(),
        delivery.recognition().isSynthetic(),
        status(delivery, rows),
        rows.read(),
        rows.accepted(),
        rows.rejected());
  }
}
