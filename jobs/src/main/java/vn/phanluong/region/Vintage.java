package vn.phanluong.region;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.phanluong.text.Spelling;

/**
 * Tells when a list of places speaks of the units of two days at once. Codes and names came back
 * with other territory: «Tây Ninh» beside «Long An» is the old Tây Ninh, whatever year the list
 * says it is of, and nobody may guess which rows are which.
 */
public final class Vintage {
  private static final Vintage BUNDLED = new Vintage(Places.bundled());

  private final Places places;
  private final List<Region> units;
  private final List<Province> provinces;

  /** Places in the list of units, by level and code, and by level and bare name. */
  private final Map<String, SortedSet<Integer>> namesakes = new HashMap<>();

  /** A province of any day with what it may be called, bare. */
  private record Province(Region unit, Set<String> names, String shortName) {
    static Province of(Region unit) {
      return new Province(
          unit,
          Stream.concat(Stream.of(unit.code()), unit.names().map(Spelling::bare))
              .collect(Collectors.toSet()),
          Spelling.bare(unit.shortName()));
    }
  }

  /**
   * A unit that was taken for one of a day, and a name beside it that is of another day.
   *
   * @param taken the unit of the day
   * @param namesake the other unit of that name or code, which stood beside the foreign one
   */
  public record Contradiction(Region taken, Region namesake, String foreignName, Region foreign) {}

  /** Of all units on record, which are spelled out once: a list may name thousands. */
  public Vintage(Places places) {
    this.places = places;
    units = places.all().toList();
    provinces =
        units.stream()
            .filter(each -> each.level().equals(Places.PROVINCE))
            .map(Province::of)
            .toList();
    for (int i = 0; i < units.size(); i++) {
      Region unit = units.get(i);
      for (String key : keys(unit)) {
        namesakes.computeIfAbsent(key, any -> new TreeSet<>()).add(i);
      }
    }
  }

  public static Vintage bundled() {
    return BUNDLED;
  }

  private static List<String> keys(Region unit) {
    return List.of(
        unit.level() + " code " + unit.code(),
        unit.level() + " name " + Spelling.bare(unit.shortName()));
  }

  /**
   * A contradiction between names that stood for units of the day and names that stood for none.
   *
   * @param takenKeys keys of the units found
   * @param unknownNames names, or codes, that no unit bears on the day
   * @return null if there is none
   */
  public @Nullable Contradiction of(Collection<String> takenKeys, Collection<String> unknownNames) {
    Set<Region> met = new HashSet<>();
    return unknownNames.stream()
        .flatMap(
            name ->
                bearers(name).stream()
                    .filter(met::add)
                    .flatMap(foreign -> takenKeys.stream().map(key -> against(key, name, foreign))))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private @Nullable Contradiction against(String key, String name, Region foreign) {
    for (String above : places.lineage(key)) {
      Region taken = places.find(above);
      if (taken == null || !taken.level().equals(foreign.level())) {
        continue;
      }
      for (Region other : namesakes(taken)) {
        if (!other.equals(foreign) && standTogether(other, foreign)) {
          return new Contradiction(taken, other, name, foreign);
        }
      }
    }
    return null;
  }

  /** Units of other days that bear the name or the code of a unit, without being the same one. */
  private List<Region> namesakes(Region unit) {
    List<String> same = places.lineage(unit.regionKey());
    SortedSet<Integer> found = new TreeSet<>();
    keys(unit)
        .forEach(key -> found.addAll(namesakes.getOrDefault(key, Collections.emptySortedSet())));
    return found.stream()
        .map(units::get)
        .filter(each -> !same.contains(each.regionKey()) && !standTogether(each, unit))
        .toList();
  }

  private List<Region> bearers(String name) {
    String bare = Spelling.bare(name);
    String untyped = Spelling.bare(UnitType.without(name));
    return provinces.stream()
        .filter(each -> each.names.contains(bare) || each.shortName.equals(untyped))
        .map(Province::unit)
        .toList();
  }

  private static boolean standTogether(Region one, Region other) {
    return one.isValidOn(other.validFrom()) || other.isValidOn(one.validFrom());
  }
}
