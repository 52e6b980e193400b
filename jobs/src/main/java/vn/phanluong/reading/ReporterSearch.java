package vn.phanluong.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.phanluong.region.Places;
import vn.phanluong.region.Region;

/**
 * Finds the unit a file is from whose sender declared none: that of the letterhead, else the
 * smallest unit that holds all rows.
 */
final class ReporterSearch {
  private final Map<String, Integer> rows;
  private final short year;

  /**
   * @param rows rows by the unit they are about
   * @param year what the file is about
   */
  ReporterSearch(Map<String, Integer> rows, short year) {
    this.rows = rows;
    this.year = year;
  }

  String find(Letterhead letterhead) {
    Region named =
        letterhead.unit(holders(), rows.values().stream().mapToInt(Integer::intValue).sum());
    return named == null ? commonUnit() : named.regionKey();
  }

  /** True if a unit, or what it became within the year, lies in the unit that reports. */
  static boolean isReported(String regionKey, Scope scope) {
    return Places.bundled().find(scope.reporterCode()) == null
        || Places.bundled().lineage(regionKey).contains(scope.reporterCode())
        || lineageOn(regionKey, lastDay(scope.period())).contains(scope.reporterCode());
  }

  private static LocalDate lastDay(short year) {
    return LocalDate.of(year, 12, 31);
  }

  private static List<String> lineageOn(String regionKey, LocalDate day) {
    Region unit = Places.bundled().standingFor(regionKey, day);
    return unit == null ? List.of() : Places.bundled().lineage(unit.regionKey());
  }

  /** Rows by every unit below the nation that they lie in, or came to lie in within the year. */
  private Map<Region, Integer> holders() {
    Map<Region, Integer> holders = new LinkedHashMap<>();
    rows.forEach(
        (regionKey, count) -> {
          Set<String> keys = new LinkedHashSet<>(Places.bundled().lineage(regionKey));
          keys.addAll(lineageOn(regionKey, lastDay(year)));
          keys.stream()
              .map(Places.bundled()::find)
              .filter(Objects::nonNull)
              .filter(unit -> !unit.regionKey().equals(Scope.NATION))
              .forEach(unit -> holders.merge(unit, count, Integer::sum));
        });
    return holders;
  }

  /**
   * The smallest unit that holds all others; the nation where no row names a place. Where a
   * boundary changed between two rows, they are looked at in the units after it.
   */
  private String commonUnit() {
    List<String> common = null;
    LocalDate last = lastBeginning();
    for (String regionKey : rows.keySet()) {
      List<String> lineage = lineageOn(regionKey, last);
      if (common == null) {
        common = new ArrayList<>(lineage);
      } else {
        common.retainAll(lineage);
      }
    }
    return common == null || common.isEmpty() ? Scope.NATION : common.get(0);
  }

  /** The first day on which the youngest of the units stood. */
  private LocalDate lastBeginning() {
    LocalDate last = LocalDate.MIN;
    for (String regionKey : rows.keySet()) {
      @Nullable Region unit = Places.bundled().find(regionKey);
      if (unit != null && unit.validFrom().isAfter(last)) {
        last = unit.validFrom();
      }
    }
    return last.isAfter(lastDay(year)) ? lastDay(year) : last;
  }
}
