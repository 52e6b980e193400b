package vn.phanluong.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.phanluong.region.Communes;
import vn.phanluong.region.Places;
import vn.phanluong.region.Region;

/**
 * Finds the unit a file is from whose sender declared none: that of the letterhead, else the
 * smallest unit that holds all rows.
 */
final class ReporterSearch {
  private final Map<String, Integer> rows;

  /**
   * @param rows rows by the unit they are about
   */
  ReporterSearch(Map<String, Integer> rows) {
    this.rows = rows;
  }

  String find(Letterhead letterhead) {
    Region named =
        letterhead.unit(holders(), rows.values().stream().mapToInt(Integer::intValue).sum());
    return named == null ? commonUnit() : named.regionKey();
  }

  /**
   * True if a unit lies in the unit that reports, or became part of it: that sends it late. What
   * lies in a commune may be told as of the unit around it.
   */
  static boolean isReported(String regionKey, Scope scope) {
    if (Places.bundled().find(scope.reporterCode()) == null) {
      Region commune = Communes.bundled().find(scope.reporterCode());
      return commune == null
          || regionKey.equals(commune.regionKey())
          || regionKey.equals(around(commune, regionKey));
    }
    return Places.bundled().lineage(regionKey).contains(scope.reporterCode())
        || Places.bundled().lineageThroughTime(regionKey).contains(scope.reporterCode());
  }

  /** The unit around a commune as it stands since another began: it may have a new status. */
  private static @Nullable String around(Region commune, String regionKey) {
    Region named = Places.bundled().find(regionKey);
    String parent = commune.parentKey();
    if (named == null || parent == null) {
      return parent;
    }
    Region standing = Places.bundled().standingFor(parent, named.validFrom());
    return standing == null ? parent : standing.regionKey();
  }

  /** Rows by every unit below the nation that they lie in, or came to lie in. */
  private Map<Region, Integer> holders() {
    Map<Region, Integer> holders = new LinkedHashMap<>();
    rows.forEach(
        (regionKey, count) ->
            Places.bundled().lineageThroughTime(regionKey).stream()
                .map(Places.bundled()::find)
                .filter(Objects::nonNull)
                .filter(unit -> !unit.regionKey().equals(Scope.NATION))
                .forEach(unit -> holders.merge(unit, count, Integer::sum)));
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
      Region unit = Places.bundled().standingFor(regionKey, last);
      List<String> lineage = unit == null ? List.of() : Places.bundled().lineage(unit.regionKey());
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
      Region unit = Places.bundled().find(regionKey);
      if (unit != null && unit.validFrom().isAfter(last)) {
        last = unit.validFrom();
      }
    }
    return last;
  }
}
