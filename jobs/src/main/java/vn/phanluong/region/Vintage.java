package vn.phanluong.region;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.phanluong.text.Spelling;

/**
 * Tells when a list of places speaks of the units of two days at once. Codes and names came back
 * with other territory: «Tây Ninh» beside «Long An» is the old Tây Ninh, whatever year the list
 * says it is of, and nobody may guess which rows are which.
 */
public final class Vintage {
  private final Places places;

  /**
   * A unit that was taken for one of a day, and a name beside it that is of another day.
   *
   * @param taken the unit of the day
   * @param namesake the other unit of that name or code, which stood beside the foreign one
   */
  public record Contradiction(Region taken, Region namesake, String foreignName, Region foreign) {}

  public Vintage(Places places) {
    this.places = places;
  }

  /**
   * A contradiction between names that stood for units of the day and names that stood for none.
   *
   * @param takenKeys keys of the units found
   * @param unknownNames names, or codes, that no unit bears on the day
   * @return null if there is none
   */
  public @Nullable Contradiction of(Collection<String> takenKeys, Collection<String> unknownNames) {
    for (String name : unknownNames) {
      for (Region foreign : bearers(name)) {
        for (String key : takenKeys) {
          Contradiction found = against(key, name, foreign);
          if (found != null) {
            return found;
          }
        }
      }
    }
    return null;
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
    String bare = Spelling.bare(unit.shortName());
    return places
        .all()
        .filter(each -> each.level().equals(unit.level()))
        .filter(each -> !same.contains(each.regionKey()) && !standTogether(each, unit))
        .filter(
            each -> each.code().equals(unit.code()) || Spelling.bare(each.shortName()).equals(bare))
        .toList();
  }

  private List<Region> bearers(String name) {
    String bare = Spelling.bare(name);
    String untyped = Spelling.bare(UnitType.without(name));
    return places
        .all()
        .filter(each -> each.level().equals(Places.PROVINCE))
        .filter(
            each ->
                each.code().equals(bare)
                    || each.names().map(Spelling::bare).anyMatch(bare::equals)
                    || Spelling.bare(each.shortName()).equals(untyped))
        .toList();
  }

  private static boolean standTogether(Region one, Region other) {
    return one.isValidOn(other.validFrom()) || other.isValidOn(one.validFrom());
  }
}
