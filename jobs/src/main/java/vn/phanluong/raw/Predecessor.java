package vn.phanluong.raw;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.phanluong.reading.Finding;
import vn.phanluong.reading.FindingCode;
import vn.phanluong.region.Places;
import vn.phanluong.region.Region;
import vn.phanluong.runtime.TableStore;

/** What a full submission no longer tells that those it stands instead of did. */
final class Predecessor {
  /** Units named in a finding; all are counted. */
  private static final int NAMED = 5;

  private final TableStore store;

  Predecessor(TableStore store) {
    this.store = store;
  }

  /**
   * One finding for each full submission that lacks units, by its id.
   *
   * @param entered submissions of this run that were taken in
   */
  Map<String, List<Finding>> lacking(List<Delivery> entered, StandingSubmissions standing) {
    Map<String, List<Finding>> found = new TreeMap<>();
    Map<String, List<Delivery>> byDataset =
        entered.stream()
            .filter(each -> standing.replacedBy().containsKey(each.submissionId()))
            .collect(Collectors.groupingBy(Delivery::dataset));
    byDataset.forEach((dataset, full) -> lacking(dataset, full, standing, found));
    return found;
  }

  private void lacking(
      String dataset,
      List<Delivery> full,
      StandingSubmissions standing,
      Map<String, List<Finding>> found) {
    Map<String, StandingSubmissions.Standing> read = new TreeMap<>();
    for (Delivery delivery : full) {
      read.put(delivery.submissionId(), StandingSubmissions.of(delivery));
      before(delivery, standing).forEach(each -> read.put(each.submissionId(), each));
    }
    Map<String, Set<List<String>>> units =
        ReportedUnits.of(store, dataset, List.copyOf(read.values()));
    for (Delivery delivery : full) {
      Set<String> lacking = new TreeSet<>();
      for (StandingSubmissions.Standing each : before(delivery, standing)) {
        units.getOrDefault(each.submissionId(), Set.of()).stream()
            .filter(it -> !units.getOrDefault(delivery.submissionId(), Set.of()).contains(it))
            .forEach(it -> lacking.add(name(it)));
      }
      if (!lacking.isEmpty()) {
        found.put(
            delivery.submissionId(),
            List.of(FindingCode.FILE_LACKS_UNITS.ofFile(null, null, detail(lacking))));
      }
    }
  }

  private static List<StandingSubmissions.Standing> before(
      Delivery delivery, StandingSubmissions standing) {
    return standing.replacedBy().getOrDefault(delivery.submissionId(), List.of());
  }

  private static String detail(Set<String> lacking) {
    List<String> named = new ArrayList<>(lacking.stream().limit(NAMED).toList());
    String rest = lacking.size() > NAMED ? ", …" : "";
    return "%d: %s%s".formatted(lacking.size(), String.join(", ", named), rest);
  }

  private static String name(List<String> unit) {
    return unit.stream()
        .filter(part -> !part.isEmpty())
        .map(
            part -> {
              Region region = Places.bundled().find(part);
              return region == null ? part : region.name();
            })
        .collect(Collectors.joining(" / "));
  }
}
