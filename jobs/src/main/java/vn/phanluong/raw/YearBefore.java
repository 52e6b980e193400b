package vn.phanluong.raw;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.phanluong.definition.Contracts;
import vn.phanluong.definition.YearChange;
import vn.phanluong.raw.StandingSubmissions.Standing;
import vn.phanluong.reading.ExamCouncils;
import vn.phanluong.reading.Finding;
import vn.phanluong.reading.FindingCode;
import vn.phanluong.reading.Part;
import vn.phanluong.reading.Scope;
import vn.phanluong.runtime.TableStore;

/**
 * How full submissions compare with what stands of the year before: the number of rows of each
 * reporter, or of each unit its contract counts by. Of submissions of this run the rows are known;
 * of earlier national ones they are read once a dataset.
 */
final class YearBefore {
  /** Units named in a finding; all are counted. */
  private static final int NAMED = 10;

  private final TableStore store;
  private final StandingSubmissions standing;
  private final Map<String, Map<String, Long>> counted;

  /**
   * A comparison.
   *
   * @param standing with the submissions of this run
   * @param counted rows by unit of each submission of this run
   */
  YearBefore(
      TableStore store, StandingSubmissions standing, Map<String, Map<String, Long>> counted) {
    this.store = store;
    this.standing = standing;
    this.counted = new HashMap<>(counted);
  }

  /** Findings of the submissions of this run that were taken in, by id. */
  Map<String, List<Finding>> changes(List<Delivery> taken) {
    Map<String, List<Delivery>> byDataset = new TreeMap<>();
    for (Delivery delivery : taken) {
      boolean isFull = delivery.scope().part().coverage() == Part.Coverage.FULL;
      if (isFull && delivery.scope().period() > 0) {
        byDataset.computeIfAbsent(delivery.dataset(), it -> new ArrayList<>()).add(delivery);
      }
    }
    Map<String, List<Finding>> found = new TreeMap<>();
    byDataset.forEach(
        (dataset, full) -> {
          YearChange rule = Contracts.bundled().of("raw." + dataset).yearChange();
          if (rule != null) {
            read(dataset, rule, full);
            full.forEach(each -> found.put(each.submissionId(), changes(each, rule)));
          }
        });
    return found;
  }

  /** Counts the rows of last year's national submissions that came in earlier runs. */
  private void read(String dataset, YearChange rule, List<Delivery> full) {
    String by = rule.by();
    if (by == null) {
      return;
    }
    Map<String, Standing> unknown = new TreeMap<>();
    for (Delivery delivery : full) {
      before(delivery).stream()
          .filter(each -> isNational(each) && !counted.containsKey(each.submissionId()))
          .forEach(each -> unknown.put(each.submissionId(), each));
    }
    ReportedUnits.rows(store, dataset, List.copyOf(unknown.values()), List.of(by))
        .forEach(
            (id, rows) ->
                rows.forEach(
                    (unit, count) ->
                        counted
                            .computeIfAbsent(id, it -> new HashMap<>())
                            .put(unit.get(0), count)));
  }

  private List<Standing> before(Delivery delivery) {
    Scope scope = delivery.scope();
    return standing.full(delivery.dataset(), scope.period() - 1, scope.part());
  }

  private List<Finding> changes(Delivery delivery, YearChange rule) {
    Standing now = now(delivery);
    if (now == null) {
      return List.of();
    }
    Map<String, Standing> before = new TreeMap<>();
    for (Standing each : before(delivery)) {
      // The one received last tells of a unit, as it does in what is published.
      rows(each, rule).keySet().forEach(unit -> before.putIfAbsent(unit, each));
    }
    List<Finding> found = new ArrayList<>();
    rows(now, rule)
        .forEach(
            (unit, count) -> {
              Standing last = before.get(unit);
              long of = last == null ? 0 : rows(last, rule).getOrDefault(unit, 0L);
              if (last != null && rule.isNotable(of, count)) {
                String detail = detail(unit, last, of, now, count);
                found.add(FindingCode.FILE_YEAR_CHANGE.ofFile(null, null, detail));
              }
            });
    if (rule.by() != null && isNational(now)) {
      found.addAll(missing(now, delivery.dataset(), rule, before));
    }
    return found;
  }

  /** Null if another of the same run stands instead of it. */
  private @Nullable Standing now(Delivery delivery) {
    Scope scope = delivery.scope();
    return standing.full(delivery.dataset(), scope.period(), scope.part()).stream()
        .filter(each -> each.submissionId().equals(delivery.submissionId()))
        .findFirst()
        .orElse(null);
  }

  /** Units of last year that nobody tells of this year. */
  private List<Finding> missing(
      Standing now, String dataset, YearChange rule, Map<String, Standing> before) {
    Set<String> told = new TreeSet<>();
    Scope scope = now.scope();
    standing
        .full(dataset, scope.period(), scope.part())
        .forEach(each -> told.addAll(rows(each, rule).keySet()));
    List<String> missing =
        before.keySet().stream()
            .filter(unit -> !told.contains(unit) && isThere(unit, scope.period()))
            .toList();
    if (missing.isEmpty()) {
      return List.of();
    }
    String named = String.join(", ", missing.stream().limit(NAMED).toList());
    String rest = missing.size() > NAMED ? ", …" : "";
    String names =
        missing.stream()
            .map(before::get)
            .filter(Objects::nonNull)
            .map(YearBefore::name)
            .distinct()
            .limit(NAMED)
            .collect(Collectors.joining("; "));
    String detail = "%d: %s%s (%s)".formatted(missing.size(), named, rest, names);
    return List.of(FindingCode.FILE_UNITS_MISSING.ofFile(null, null, detail));
  }

  /** A council that was dissolved, as those of universities after 2016, is not missed. */
  private static boolean isThere(String unit, short year) {
    return ExamCouncils.bundled().has(year, unit);
  }

  private Map<String, Long> rows(Standing submission, YearChange rule) {
    return rule.by() == null || !isNational(submission)
        ? Map.of(submission.scope().reporterCode(), submission.rows())
        : counted.getOrDefault(submission.submissionId(), Map.of());
  }

  private static boolean isNational(Standing submission) {
    return submission.scope().reporterCode().equals(Scope.NATION);
  }

  private static String detail(String unit, Standing before, long of, Standing now, long count) {
    return "%s: %d (%s) → %d (%s)".formatted(unit, of, name(before), count, name(now));
  }

  private static String name(Standing submission) {
    return "%d, %s, %s"
        .formatted(submission.scope().period(), submission.fileName(), submission.submissionId());
  }
}
