package vn.phanluong.raw;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import vn.phanluong.definition.Contracts;
import vn.phanluong.reading.Layout;
import vn.phanluong.reading.Part;
import vn.phanluong.reading.Scope;
import vn.phanluong.runtime.TableStore;

/**
 * Which submissions stand in each scope, followed file by file: a full one stands instead of all
 * before it, an addition or a correction beside them.
 */
final class StandingSubmissions {
  private final Map<String, List<Standing>> byScope = new HashMap<>();
  private final Map<String, List<Standing>> replacedBy = new TreeMap<>();

  /** A submission that stood when another came, and how its rows are read. */
  record Standing(String submissionId, Scope scope, Layout layout) implements Serializable {}

  /** As the ledger has it. */
  static StandingSubmissions of(TableStore store) {
    StandingSubmissions standing = new StandingSubmissions();
    store
        .read(Contracts.bundled().of("ops.submission"))
        .where(not(col("status").isin("rejected", "superseded")))
        .orderBy("sequence")
        .collectAsList()
        .forEach(row -> standing.at(row).add(of(row)));
    return standing;
  }

  /** Enters a submission that was taken in, in the order received. */
  void enter(Delivery delivery) {
    List<Standing> stood = byScope.computeIfAbsent(key(delivery), key -> new ArrayList<>());
    if (delivery.scope().part().coverage() == Part.Coverage.FULL) {
      if (!stood.isEmpty()) {
        replacedBy.put(delivery.submissionId(), List.copyOf(stood));
      }
      stood.clear();
    }
    stood.add(of(delivery));
  }

  /** A delivery of this run as it will stand in the ledger. */
  static Standing of(Delivery delivery) {
    return new Standing(
        delivery.submissionId(), delivery.scope(), Layout.fromJson(delivery.layout()));
  }

  /** What each full submission entered stands instead of, by its id; only if there is any. */
  Map<String, List<Standing>> replacedBy() {
    return replacedBy;
  }

  /** Superseded submissions, and by which. */
  Map<String, String> supersededBy() {
    Map<String, String> superseded = new TreeMap<>();
    replacedBy.forEach(
        (id, stood) -> stood.forEach(each -> superseded.put(each.submissionId(), id)));
    return superseded;
  }

  private List<Standing> at(Row row) {
    String key =
        key(
            row.getAs("dataset"),
            row.getAs("reporter_code"),
            row.<Short>getAs("period"),
            row.getAs("subperiod"),
            row.<Short>getAs("round"));
    return byScope.computeIfAbsent(key, it -> new ArrayList<>());
  }

  private static Standing of(Row row) {
    return new Standing(
        row.getAs("submission_id"),
        Scope.of(row.getAs("reporter_code"), row.<Short>getAs("period")),
        Layout.fromJson(row.getAs("layout")));
  }

  private static String key(Delivery delivery) {
    Scope scope = delivery.scope();
    return key(
        delivery.dataset(),
        scope.reporterCode(),
        scope.period(),
        scope.part().subperiod(),
        scope.part().round());
  }

  /** The scope within which submissions stand instead of each other. */
  private static String key(
      String dataset, String reporter, short period, String subperiod, short round) {
    return "%s/%s/%d/%s/%d".formatted(dataset, reporter, period, subperiod, round);
  }
}
