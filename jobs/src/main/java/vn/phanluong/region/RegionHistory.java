package vn.phanluong.region;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.phanluong.definition.Reference;
import vn.phanluong.definition.SchemaFiles;

/** Units and events as they are known on one day: what stood when, and what became of it. */
public final class RegionHistory {
  /** Reference lists whose rows are units, and those whose rows are events. */
  public static final List<String> UNITS = List.of("region", "commune");

  public static final List<String> EVENTS = List.of("region_succession", "commune_succession");

  /** The list of which province belongs to which socio-economic region. */
  public static final String MEMBERSHIPS = "region_membership";

  private static final RegionHistory BUNDLED = knownOn(SchemaFiles.bundled(), LocalDate.MAX);

  private final Map<String, Region> byKey = new LinkedHashMap<>();
  private final List<Succession> successions;
  private final Map<String, List<Membership>> memberships = new LinkedHashMap<>();
  private final Map<String, List<Succession>> after = new LinkedHashMap<>();
  private final Map<String, List<Succession>> before = new LinkedHashMap<>();
  private final NavigableSet<LocalDate> changes = new TreeSet<>();

  /** A history of units none of which is a member of a socio-economic region. */
  public RegionHistory(List<Region> regions, List<Succession> successions) {
    this(regions, successions, List.of());
  }

  public RegionHistory(
      List<Region> regions, List<Succession> successions, List<Membership> memberships) {
    this.successions = successions;
    for (Membership each : memberships) {
      this.memberships.computeIfAbsent(each.province(), any -> new ArrayList<>()).add(each);
      changes.add(each.validFrom());
      LocalDate last = each.validTo();
      if (last != null) {
        changes.add(last.plusDays(1));
      }
    }
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

  /**
   * The same history with shares of events of which it knows none, each event's all or none.
   *
   * @param known lines that stand instead of those without a share
   */
  public RegionHistory with(Collection<Succession> known) {
    Set<List<@Nullable Object>> told = new HashSet<>();
    known.forEach(line -> told.add(Arrays.asList(line.predecessor(), line.day())));
    List<Succession> lines = new ArrayList<>(known);
    successions.stream()
        .filter(line -> !told.contains(Arrays.asList(line.predecessor(), line.day())))
        .forEach(lines::add);
    return new RegionHistory(regions().toList(), lines, memberships().toList());
  }

  /** Of each unit divided nobody knows how among several that are named, the lines that say so. */
  public Stream<List<Succession>> dividedUnknown() {
    return after.values().stream()
        .flatMap(
            lines ->
                lines.stream().collect(Collectors.groupingBy(Succession::day)).values().stream())
        .filter(
            lines ->
                lines.size() > 1
                    && lines.stream()
                        .allMatch(line -> line.share() == null && line.successor() != null));
  }

  /** The unit and all that gave everybody to it before, in however many events. */
  public Set<String> whole(String key) {
    Set<String> found = new LinkedHashSet<>(Set.of(key));
    before(key).stream()
        .filter(line -> line.isWhole() && line.predecessor() != null)
        .filter(line -> !key.equals(line.predecessor()))
        .forEach(line -> found.addAll(whole(Objects.requireNonNull(line.predecessor()))));
    return found;
  }

  /**
   * The first unit of a unit's territory: until the unit, each went whole to the next, which was
   * made of it alone. A change of status, name or code makes a new unit and no new territory.
   */
  public String territory(String key) {
    Region unit = byKey.get(key);
    List<Succession> made =
        before(key).stream()
            .filter(line -> unit != null && line.day().equals(unit.validFrom()))
            .toList();
    String whole = made.size() == 1 && made.get(0).isWhole() ? made.get(0).predecessor() : null;
    return whole == null || whole.equals(key) ? key : territory(whole);
  }

  /** All units there ever were of a unit's territory, the unit among them. */
  public Stream<Region> sameTerritory(String key) {
    String territory = territory(key);
    return regions().filter(unit -> territory(unit.regionKey()).equals(territory));
  }

  /** The reference this program was built with, as known now. */
  public static RegionHistory bundled() {
    return BUNDLED;
  }

  /** The reference as it was known on a day: later corrections of it are not seen. */
  public static RegionHistory knownOn(SchemaFiles files, LocalDate day) {
    return of(list -> rows(files, list), day);
  }

  /**
   * A history of the reference's rows.
   *
   * @param lists rows of a reference list by its name, none if there is no such list
   */
  public static RegionHistory of(
      Function<String, List<Map<String, String>>> lists, LocalDate knownOn) {
    return new RegionHistory(
        known(lists, UNITS, knownOn).map(Region::of).toList(),
        known(lists, EVENTS, knownOn).map(Succession::of).toList(),
        known(lists, List.of(MEMBERSHIPS), knownOn).map(Membership::of).toList());
  }

  private static Stream<Map<String, String>> known(
      Function<String, List<Map<String, String>>> lists, List<String> names, LocalDate day) {
    return names.stream()
        .flatMap(name -> lists.apply(name).stream())
        .filter(it -> isKnown(it, day));
  }

  private static List<Map<String, String>> rows(SchemaFiles files, String list) {
    return files.under("reference/", "/" + list + ".csv").isEmpty()
        ? List.of()
        : Reference.rows(files, list);
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

  /** Which province is in which socio-economic region, at any time. */
  Stream<Membership> memberships() {
    return memberships.values().stream().flatMap(List::stream);
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
      Region region = socioEconomicRegionOn(each, day);
      if (region != null) {
        lineage.add(region);
      }
    }
    return lineage;
  }

  /** The socio-economic region a province belongs to on a day. */
  private @Nullable Region socioEconomicRegionOn(Region unit, LocalDate day) {
    return memberships.getOrDefault(unit.regionKey(), List.of()).stream()
        .filter(each -> each.holdsOn(day))
        .map(each -> byKey.get(each.socioEconomicRegion()))
        .findFirst()
        .orElse(null);
  }

  /** The last day on which anything changed, up to a day: what stands then stands on that day. */
  public LocalDate lastChange(LocalDate day) {
    LocalDate last = changes.floor(day);
    return last == null ? day : last;
  }
}
