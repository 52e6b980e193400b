package vn.phanluong.region;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.phanluong.definition.Reference;
import vn.phanluong.definition.SchemaFiles;

/** Units and events as they are known on one day: what stood when, and what became of it. */
public final class RegionHistory {
  /** Reference lists whose rows are units, and those whose rows are events. */
  public static final List<String> UNITS = List.of("region", "commune");

  public static final List<String> EVENTS = List.of("region_succession", "commune_succession");

  private static final RegionHistory BUNDLED = knownOn(SchemaFiles.bundled(), LocalDate.MAX);

  private final Map<String, Region> byKey = new LinkedHashMap<>();
  private final List<Succession> successions;
  private final Map<String, List<Succession>> after = new LinkedHashMap<>();
  private final Map<String, List<Succession>> before = new LinkedHashMap<>();
  private final NavigableSet<LocalDate> changes = new TreeSet<>();

  public RegionHistory(List<Region> regions, List<Succession> successions) {
    this.successions = successions;
    for (Region region : regions) {
      byKey.put(region.regionKey(), region);
      changes.add(region.validFrom());
      LocalDate last = region.validTo();
      if (last != null) {
        changes.add(last.plusDays(1));
      }
    }
    for (Succession each : successions) {
      changes.add(each.day());
      index(after, each.predecessor(), each);
      index(before, each.successor(), each);
    }
    after.values().forEach(lines -> lines.sort(Comparator.comparing(Succession::day)));
    before.values().forEach(lines -> lines.sort(Comparator.comparing(Succession::day).reversed()));
  }

  private static void index(
      Map<String, List<Succession>> lines, @Nullable String key, Succession line) {
    if (key != null) {
      lines.computeIfAbsent(key, any -> new ArrayList<>()).add(line);
    }
  }

  /** The reference this program was built with, as known now. */
  public static RegionHistory bundled() {
    return BUNDLED;
  }

  /** The reference as it was known on a day: later corrections of it are not seen. */
  public static RegionHistory knownOn(SchemaFiles files, LocalDate day) {
    return new RegionHistory(
        rows(files, UNITS, day).map(Region::of).toList(),
        rows(files, EVENTS, day).map(Succession::of).toList());
  }

  private static Stream<Map<String, String>> rows(
      SchemaFiles files, List<String> lists, LocalDate day) {
    return lists.stream()
        .filter(list -> files.under("reference/", "/" + list + ".csv").size() == 1)
        .flatMap(list -> Reference.rows(files, list).stream())
        .filter(row -> isKnown(row, day));
  }

  /** True if a row of the reference was held to be right on a day. */
  public static boolean isKnown(Map<String, String> row, LocalDate day) {
    String until = row.getOrDefault("known_to", "");
    String from = row.getOrDefault("known_from", "");
    return (from.isEmpty() || !day.isBefore(LocalDate.parse(from)))
        && (until.isEmpty() || !day.isAfter(LocalDate.parse(until)));
  }

  public @Nullable Region find(String key) {
    return byKey.get(key);
  }

  public Stream<Region> regions() {
    return byKey.values().stream();
  }

  public Stream<Region> standingOn(LocalDate day) {
    return regions().filter(unit -> unit.isValidOn(day));
  }

  public List<Succession> successions() {
    return successions;
  }

  /** Events a unit gave people away in, earliest first. */
  public List<Succession> after(String key) {
    return after.getOrDefault(key, List.of());
  }

  /** Events a unit was given people in, latest first. */
  public List<Succession> before(String key) {
    return before.getOrDefault(key, List.of());
  }

  /** Days on which anything changed. */
  public NavigableSet<LocalDate> changes() {
    return changes;
  }

  /**
   * The unit that a unit lies in on a day. The reference names the parent of its first day; where
   * that was renamed or recoded meanwhile, the parent is what it became.
   *
   * @return null for the nation, or if the parent has ended without a whole successor
   */
  public @Nullable Region parentOn(Region unit, LocalDate day) {
    String key = unit.parentKey();
    Region parent = key == null ? null : byKey.get(key);
    while (parent != null && !parent.isValidOn(day)) {
      parent =
          after(parent.regionKey()).stream()
              .filter(Succession::isWhole)
              .map(line -> byKey.get(Objects.requireNonNull(line.successor())))
              .filter(Objects::nonNull)
              .findFirst()
              .orElse(null);
    }
    return parent;
  }

  /** The unit itself and all it lies in on a day, smallest first. */
  public List<Region> lineageOn(Region unit, LocalDate day) {
    List<Region> lineage = new ArrayList<>();
    for (Region each = unit; each != null; each = parentOn(each, day)) {
      lineage.add(each);
    }
    return lineage;
  }
}
