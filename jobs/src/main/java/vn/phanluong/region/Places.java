package vn.phanluong.region;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.phanluong.definition.Reference;
import vn.phanluong.definition.SchemaFiles;
import vn.phanluong.region.PlaceResult.Ambiguous;
import vn.phanluong.region.PlaceResult.Found;
import vn.phanluong.region.PlaceResult.Unknown;
import vn.phanluong.text.Spelling;

/** Finds units by name, only among those valid on a day and inside a parent. */
public final class Places {
  public static final String NATION = "nation";
  public static final String SOCIO_ECONOMIC_REGION = "socio_economic_region";
  public static final String PROVINCE = "province";
  public static final String DISTRICT = "district";
  public static final String COMMUNE = "commune";

  private static final Places BUNDLED = of(SchemaFiles.bundled());

  private final Map<String, Region> byKey = new LinkedHashMap<>();

  /** What a unit became that stayed what it was. */
  private final Map<@Nullable String, @Nullable String> followers = new HashMap<>();

  /** What took a unit over whole, whether it stayed what it was or not. */
  private final Map<@Nullable String, @Nullable String> heirs = new HashMap<>();

  private final NameSearch search = new NameSearch(name -> name, UnitType::without);

  /** The units among which a name was looked up, by parent, level and day. */
  private final Map<List<@Nullable Object>, List<Region>> pools = new ConcurrentHashMap<>();

  /** Days on which a unit begins, or has ceased to be. */
  private final NavigableSet<LocalDate> changes = new TreeSet<>();

  private Places(List<Region> regions, List<Succession> successions) {
    for (Succession line : successions) {
      if (line.isWhole()) {
        heirs.put(line.predecessor(), line.successor());
        if (Succession.SAME_UNIT.contains(line.kind())) {
          followers.put(line.predecessor(), line.successor());
        }
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
  }

  public static Places bundled() {
    return BUNDLED;
  }

  public static Places of(SchemaFiles files) {
    return new Places(
        Reference.rows(files, "region").stream()
            .filter(row -> RegionHistory.isKnown(row, LocalDate.MAX))
            .map(Region::of)
            .toList(),
        Reference.rows(files, "region_succession").stream().map(Succession::of).toList());
  }

  /** The first day with the units of a day: what a name stands for is the same on both. */
  public LocalDate firstDayOfUnits(LocalDate day) {
    LocalDate first = changes.floor(day);
    return first == null ? day : first;
  }

  /** All units of all days. */
  Stream<Region> all() {
    return byKey.values().stream();
  }

  /** The unit of a key, or null. */
  public @Nullable Region find(String regionKey) {
    return byKey.get(regionKey);
  }

  /**
   * The unit a name stands for: as written, then whatever the case, blanks, hyphens and place of
   * the tone mark, then, as a guess, without marks or without the type of unit if one unit fits. A
   * province comes before the district that bears its name. Where the level is known, its code
   * stands for the unit that bears it on that day, alone or beside the name of the same unit.
   *
   * @param parentKey unit it lies in, at any depth; null for anywhere
   * @param level nation, province or district; null for any
   */
  public PlaceResult resolve(
      String name, @Nullable String parentKey, @Nullable String level, LocalDate day) {
    if (name.length() > Spelling.LONGEST_NAME) {
      return new Unknown(List.of());
    }
    PlaceCode code = level == null ? null : PlaceCode.in(name, level);
    return code == null
        ? resolveName(name, parentKey, level, day)
        : resolveCode(code, parentKey, level, day);
  }

  /** A code, with or without the name it is said to be of: both must be one unit. */
  private PlaceResult resolveCode(
      PlaceCode code, @Nullable String parentKey, @Nullable String level, LocalDate day) {
    List<Region> coded =
        pool(parentKey, level, day).stream()
            .filter(unit -> unit.code().equals(code.code()))
            .toList();
    if (code.name().isEmpty()) {
      return coded.size() == 1 ? new Found(coded.get(0), false) : new Unknown(coded);
    }
    PlaceResult named = resolveName(code.name(), parentKey, level, day);
    if (named instanceof Found found && !coded.equals(List.of(found.unit()))) {
      List<Region> both = new ArrayList<>(coded);
      both.add(found.unit());
      return new Ambiguous(both);
    }
    return named;
  }

  private List<Region> pool(@Nullable String parentKey, @Nullable String level, LocalDate day) {
    return pools.computeIfAbsent(
        Arrays.asList(parentKey, level, day), key -> units(parentKey, level, day));
  }

  private PlaceResult resolveName(
      String name, @Nullable String parentKey, @Nullable String level, LocalDate day) {
    return search.among(pool(parentKey, level, day), name);
  }

  private List<Region> units(@Nullable String parentKey, @Nullable String level, LocalDate day) {
    return byKey.values().stream()
        .filter(unit -> unit.isValidOn(day))
        .filter(unit -> level == null || unit.level().equals(level))
        .filter(unit -> parentKey == null || isInside(unit, parentKey))
        .toList();
  }

  /** True if units of a level inside a unit are on record for a day. */
  public boolean holds(String parentKey, String level, LocalDate day) {
    return byKey.values().stream()
        .anyMatch(
            unit -> unit.level().equals(level) && unit.isValidOn(day) && isInside(unit, parentKey));
  }

  /**
   * The unit itself and everything it lies in, smallest first. A unit above that only changed its
   * name, code or status in the unit's time is there under each of its keys.
   */
  public List<String> lineage(String regionKey) {
    Region unit = byKey.get(regionKey);
    List<String> keys = new ArrayList<>();
    Region above = unit;
    while (above != null) {
      keys.add(above.regionKey());
      followers(above, unit).forEach(keys::add);
      above = above.parentKey() == null ? null : byKey.get(above.parentKey());
    }
    return keys;
  }

  /**
   * The unit that all of a unit lies in on a day: itself while it stands, then what took it over
   * whole, else the unit above it; null if there is none.
   */
  public @Nullable Region standingFor(String regionKey, LocalDate day) {
    Region unit = byKey.get(regionKey);
    while (unit != null && unit.hasEnded(day)) {
      unit = afterEnd(unit);
    }
    return unit;
  }

  /** The units that a unit lies in or came to lie in whole, in the order of time. */
  public Set<String> lineageThroughTime(String regionKey) {
    Set<String> keys = new LinkedHashSet<>();
    Region unit = byKey.get(regionKey);
    while (unit != null) {
      keys.addAll(lineage(unit.regionKey()));
      unit = unit.validTo() == null ? null : afterEnd(unit);
    }
    return keys;
  }

  private @Nullable Region afterEnd(Region unit) {
    String heir = heirs.get(unit.regionKey());
    String next = heir == null ? unit.parentKey() : heir;
    return next == null ? null : byKey.get(next);
  }

  private Stream<String> followers(Region above, @Nullable Region unit) {
    LocalDate last = unit == null || unit.validTo() == null ? LocalDate.MAX : unit.validTo();
    String next = above.equals(unit) ? null : followers.get(above.regionKey());
    Region follower = next == null ? null : byKey.get(next);
    return follower == null || follower.validFrom().isAfter(last)
        ? Stream.empty()
        : Stream.concat(Stream.of(next), followers(follower, unit));
  }

  private boolean isInside(Region unit, String parentKey) {
    return !unit.regionKey().equals(parentKey) && lineage(unit.regionKey()).contains(parentKey);
  }
}
