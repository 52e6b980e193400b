package vn.phanluong.region;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.phanluong.text.Spelling;

/**
 * Finds communes by name inside the one unit they lie in. Apart from {@link Places}, and read when
 * first asked: there are 16,000, and most commands need none.
 */
public final class Communes {
  private final RegionHistory history;
  private final NameSearch search =
      new NameSearch(UnitType::communeSpelledOut, UnitType::withoutOfCommune);

  /** Communes by the unit they lie in, by the day on which these are the same. */
  private final Map<LocalDate, Map<String, List<Region>>> byDay = new ConcurrentHashMap<>();

  Communes(RegionHistory history) {
    this.history = history;
  }

  private static final class Held {
    private static final Communes BUNDLED = new Communes(RegionHistory.bundled());
  }

  public static Communes bundled() {
    return Held.BUNDLED;
  }

  /** The commune of a key; null if it is of none. */
  public @Nullable Region find(String regionKey) {
    Region unit = history.find(regionKey);
    return unit == null || !unit.level().equals(Places.COMMUNE) ? null : unit;
  }

  /** The first day with the units of a day: what a name stands for is the same on both. */
  public LocalDate firstDayOfUnits(LocalDate day) {
    return history.lastChange(day);
  }

  /**
   * The commune a name stands for; «P.5» and «Phường 05» are Phường 5, however the list writes it.
   *
   * @param parentKey unit of the day right above: a district, a province since 1 July 2025
   */
  public PlaceResult resolve(String name, String parentKey, LocalDate day) {
    return search.among(inside(parentKey, day), name);
  }

  /** All communes of any day that bear a full name, type and all; «P.4» is Phường 4. */
  public List<Region> named(String name) {
    String wanted = Spelling.loose(UnitType.communeSpelledOut(name));
    return history
        .regions()
        .filter(unit -> unit.level().equals(Places.COMMUNE))
        .filter(unit -> Spelling.loose(unit.name()).equals(wanted))
        .toList();
  }

  List<Region> inside(String parentKey, LocalDate day) {
    return byDay
        .computeIfAbsent(firstDayOfUnits(day), this::byParent)
        .getOrDefault(parentKey, List.of());
  }

  private Map<String, List<Region>> byParent(LocalDate day) {
    return history
        .standingOn(day)
        .filter(unit -> unit.level().equals(Places.COMMUNE))
        .filter(unit -> history.parentOn(unit, day) != null)
        .collect(
            Collectors.groupingBy(
                unit -> Objects.requireNonNull(history.parentOn(unit, day)).regionKey()));
  }
}
