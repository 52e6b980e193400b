package vn.phanluong.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import vn.phanluong.definition.Reference;
import vn.phanluong.definition.SchemaFiles;
import vn.phanluong.reading.PlaceResult.Ambiguous;
import vn.phanluong.reading.PlaceResult.Found;
import vn.phanluong.reading.PlaceResult.Unknown;

/** Finds units by name, only among those valid on a day and inside a parent. */
public final class Places {
  public static final String NATION = "nation";
  public static final String PROVINCE = "province";
  public static final String DISTRICT = "district";

  private static final Places BUNDLED = of(SchemaFiles.bundled());
  private static final int NEAREST = 3;

  private final Map<String, Region> byKey = new LinkedHashMap<>();

  /** Days on which a unit begins, or has ceased to be. */
  private final NavigableSet<LocalDate> changes = new TreeSet<>();

  private Places(List<Region> regions) {
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

  static Places of(SchemaFiles files) {
    return new Places(Reference.rows(files, "region").stream().map(Region::of).toList());
  }

  /** The first day with the units of a day: what a name stands for is the same on both. */
  LocalDate firstDayOfUnits(LocalDate day) {
    LocalDate first = changes.floor(day);
    return first == null ? day : first;
  }

  /** The unit of a key, or null. */
  public @Nullable Region find(String regionKey) {
    return byKey.get(regionKey);
  }

  /**
   * The unit a name stands for: as written, then whatever the case, blanks, hyphens and place of
   * the tone mark, then, as a guess, without marks or without the type of unit if one unit fits. A
   * province comes before the district that bears its name.
   *
   * @param parentKey unit it lies in, at any depth; null for anywhere
   * @param level nation, province or district; null for any
   */
  public PlaceResult resolve(
      String name, @Nullable String parentKey, @Nullable String level, LocalDate day) {
    List<Region> units =
        byKey.values().stream()
            .filter(unit -> unit.isValidOn(day))
            .filter(unit -> level == null || unit.level().equals(level))
            .filter(unit -> parentKey == null || isInside(unit, parentKey))
            .toList();
    for (UnaryOperator<String> form :
        List.<UnaryOperator<String>>of(Spelling::clean, Spelling::loose)) {
      List<Region> named = named(units, form, name);
      if (!named.isEmpty()) {
        return named.size() == 1 ? new Found(named.get(0), false) : highest(named);
      }
    }
    return guess(units, name);
  }

  /** True if units of a level inside a unit are on record for a day. */
  boolean holds(String parentKey, String level, LocalDate day) {
    return byKey.values().stream()
        .anyMatch(
            unit -> unit.level().equals(level) && unit.isValidOn(day) && isInside(unit, parentKey));
  }

  /** The unit itself and everything it lies in, smallest first. */
  public List<String> lineage(String regionKey) {
    Region unit = byKey.get(regionKey);
    List<String> keys = new ArrayList<>();
    while (unit != null) {
      keys.add(unit.regionKey());
      unit = unit.parentKey() == null ? null : byKey.get(unit.parentKey());
    }
    return keys;
  }

  private boolean isInside(Region unit, String parentKey) {
    return !unit.regionKey().equals(parentKey) && lineage(unit.regionKey()).contains(parentKey);
  }

  private static List<Region> named(List<Region> units, UnaryOperator<String> form, String name) {
    String wanted = form.apply(name);
    return units.stream()
        .filter(unit -> unit.names().anyMatch(each -> form.apply(each).equals(wanted)))
        .toList();
  }

  private static PlaceResult highest(List<Region> named) {
    List<Region> provinces = named.stream().filter(unit -> !unit.level().equals(DISTRICT)).toList();
    return provinces.size() == 1 ? new Found(provinces.get(0), false) : new Ambiguous(named);
  }

  private static PlaceResult guess(List<Region> units, String name) {
    List<Region> named = named(units, Spelling::bare, name);
    if (named.isEmpty()) {
      named = named(units, text -> Spelling.bare(UnitType.without(text)), name);
    }
    if (named.isEmpty()) {
      return new Unknown(nearest(units, Spelling.bare(UnitType.without(name))));
    }
    return named.size() == 1 ? new Found(named.get(0), true) : new Ambiguous(named);
  }

  private static List<Region> nearest(List<Region> units, String bare) {
    int farthest = Math.max(2, bare.length() / 3);
    Map<Region, Integer> distances = new LinkedHashMap<>();
    for (Region unit : units) {
      int distance = Distance.between(Spelling.bare(unit.shortName()), bare);
      if (distance <= farthest) {
        distances.put(unit, distance);
      }
    }
    return distances.entrySet().stream()
        .sorted(Map.Entry.comparingByValue())
        .limit(NEAREST)
        .map(Map.Entry::getKey)
        .toList();
  }
}
