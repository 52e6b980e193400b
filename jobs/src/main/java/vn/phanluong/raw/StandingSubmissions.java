package vn.phanluong.raw;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
  private final Map<Key, List<Standing>> byScope = new HashMap<>();
  private final Map<String, List<Standing>> replacedBy = new TreeMap<>();

  private final Map<String, String> rescreened = new TreeMap<>();
  private long entered;

  /**
   * A submission that stood when another came, and how its rows are read.
   *
   * @param order in which it was received
   * @param rows accepted
   */
  record Standing(
      String submissionId, Scope scope, Layout layout, String fileName, long order, long rows)
      implements Serializable {
    boolean isFull() {
      return scope.part().coverage() == Part.Coverage.FULL;
    }
  }

  /** As the ledger has it. */
  static StandingSubmissions of(TableStore store) {
    StandingSubmissions standing = new StandingSubmissions();
    store
        .read(Contracts.bundled().of("ops.submission"))
        .where(not(col("status").isin("rejected", "superseded")))
        .orderBy("sequence")
        .collectAsList()
        .forEach(row -> standing.at(row).add(standing.of(row)));
    return standing;
  }

  /** Enters a submission that was taken in, in the order received, with its accepted rows. */
  void enter(Delivery delivery, long rows) {
    List<Standing> stood = byScope.computeIfAbsent(key(delivery), key -> new ArrayList<>());
    if (delivery.scope().part().coverage() == Part.Coverage.FULL) {
      if (!stood.isEmpty()) {
        replacedBy.put(delivery.submissionId(), List.copyOf(stood));
      }
      stood.clear();
    }
    entered++;
    stood.add(of(delivery, entered, rows));
  }

  /**
   * Full submissions of all reporters that stand for a dataset and the same part of some year, the
   * last received first.
   */
  List<Standing> full(String dataset, int period, Part part) {
    List<Standing> found = new ArrayList<>();
    byScope.forEach(
        (key, stood) -> {
          if (key.isOf(dataset, period, part)) {
            stood.stream().filter(Standing::isFull).forEach(found::add);
          }
        });
    found.sort(Comparator.comparingLong(Standing::order).reversed());
    return found;
  }

  /**
   * Enters a file screened again in the place of the submission it was: what came later stands
   * instead of it or beside it as before.
   *
   * @param before the ledger's row of that submission
   * @param replaced the ledger's rows of those it stood instead of
   */
  void enterInsteadOf(Row before, List<Row> replaced, Delivery delivery, long rows) {
    String beforeId = before.getAs("submission_id");
    long order = before.<Long>getAs("sequence");
    rescreened.put(beforeId, delivery.submissionId());
    List<Standing> stood = byScope.computeIfAbsent(key(delivery), key -> new ArrayList<>());
    stood.removeIf(each -> each.submissionId().equals(beforeId));
    Optional<Standing> later =
        stood.stream().filter(each -> each.isFull() && each.order() > order).findFirst();
    if (later.isPresent()) {
      rescreened.put(delivery.submissionId(), later.get().submissionId());
      return;
    }
    Standing again = of(delivery, order, rows);
    if (again.isFull()) {
      List<Standing> earlier = new ArrayList<>(replaced.stream().map(this::of).toList());
      stood.stream().filter(each -> each.order() < order).forEach(earlier::add);
      stood.removeAll(earlier);
      if (!earlier.isEmpty()) {
        replacedBy.put(delivery.submissionId(), List.copyOf(earlier));
      }
    }
    stood.add(again);
    stood.sort(Comparator.comparingLong(Standing::order));
  }

  /** A delivery of this run, to read its rows; its place in the order is not asked for. */
  static Standing of(Delivery delivery) {
    return of(delivery, 0, 0);
  }

  private static Standing of(Delivery delivery, long order, long rows) {
    return new Standing(
        delivery.submissionId(),
        delivery.scope(),
        Layout.fromJson(delivery.layout()),
        delivery.fileName(),
        order,
        rows);
  }

  /** What each full submission entered stands instead of, by its id; only if there is any. */
  Map<String, List<Standing>> replacedBy() {
    return replacedBy;
  }

  /** Superseded submissions, and by which. */
  Map<String, String> supersededBy() {
    Map<String, String> superseded = new TreeMap<>(rescreened);
    replacedBy.forEach(
        (id, stood) -> stood.forEach(each -> superseded.put(each.submissionId(), id)));
    return superseded;
  }

  private List<Standing> at(Row row) {
    Key key =
        new Key(
            row.getAs("dataset"),
            row.getAs("reporter_code"),
            row.<Short>getAs("period"),
            row.getAs("subperiod"),
            row.<Short>getAs("round"));
    return byScope.computeIfAbsent(key, it -> new ArrayList<>());
  }

  private Standing of(Row row) {
    long order = row.<Long>getAs("sequence");
    entered = Math.max(entered, order);
    Part part =
        Part.stored(
            row.getAs("subperiod"),
            row.<Short>getAs("round"),
            row.getAs("coverage"),
            row.getAs("accumulation"));
    return new Standing(
        row.getAs("submission_id"),
        Scope.of(row.getAs("reporter_code"), row.<Short>getAs("period")).with(part),
        Layout.fromJson(row.getAs("layout")),
        row.getAs("file_name"),
        order,
        row.<Long>getAs("rows_accepted"));
  }

  private static Key key(Delivery delivery) {
    Scope scope = delivery.scope();
    return new Key(
        delivery.dataset(),
        scope.reporterCode(),
        scope.period(),
        scope.part().subperiod(),
        scope.part().round());
  }

  /** The scope within which submissions stand instead of each other. */
  private record Key(String dataset, String reporter, short period, String subperiod, short round) {
    boolean isOf(String otherDataset, int otherPeriod, Part part) {
      return dataset.equals(otherDataset)
          && period == otherPeriod
          && subperiod.equals(part.subperiod())
          && round == part.round();
    }
  }
}
