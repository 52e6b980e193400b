package vn.phanluong.region;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import vn.phanluong.region.PlaceResult.Ambiguous;
import vn.phanluong.region.PlaceResult.Found;
import vn.phanluong.region.PlaceResult.Unknown;
import vn.phanluong.text.Distance;
import vn.phanluong.text.Spelling;

/**
 * Finds a name among units: as written, then whatever the case, blanks, hyphens and place of the
 * tone mark, then, as a guess, without marks or without the type of unit if one unit fits.
 */
final class NameSearch {
  private static final int NEAREST = 3;

  private final UnaryOperator<String> spelledOut;
  private final UnaryOperator<String> withoutType;

  /** Of the names of units alone: they are compared with every name that is looked up. */
  private final Map<String, Forms> forms = new ConcurrentHashMap<>();

  /** A name in the forms that are compared, from the strictest to the loosest. */
  private record Forms(String clean, String loose, String bare, String untyped) {}

  /**
   * A search among units of one kind.
   *
   * @param spelledOut writes out what is short in a name, be it of a unit or looked up
   * @param withoutType takes the type of unit off a name
   */
  NameSearch(UnaryOperator<String> spelledOut, UnaryOperator<String> withoutType) {
    this.spelledOut = spelledOut;
    this.withoutType = withoutType;
  }

  /** The unit a name stands for; a province comes before the district that bears its name. */
  PlaceResult among(List<Region> units, String name) {
    if (name.length() > Spelling.LONGEST_NAME) {
      return new Unknown(List.of());
    }
    Forms wanted = forms(name);
    for (Function<Forms, String> form :
        List.<Function<Forms, String>>of(Forms::clean, Forms::loose)) {
      List<Region> named = named(units, form, wanted);
      if (!named.isEmpty()) {
        return named.size() == 1 ? new Found(named.get(0), false) : highest(named);
      }
    }
    return guess(units, wanted);
  }

  private Forms forms(String written) {
    String name = spelledOut.apply(written);
    return new Forms(
        Spelling.clean(name),
        Spelling.loose(name),
        Spelling.bare(name),
        Spelling.bare(withoutType.apply(name)));
  }

  private Forms formsOf(String unitName) {
    return forms.computeIfAbsent(unitName, this::forms);
  }

  private List<Region> named(List<Region> units, Function<Forms, String> form, Forms wanted) {
    return units.stream()
        .filter(
            unit ->
                unit.names().anyMatch(each -> form.apply(formsOf(each)).equals(form.apply(wanted))))
        .toList();
  }

  private static PlaceResult highest(List<Region> named) {
    List<Region> provinces =
        named.stream().filter(unit -> !unit.level().equals(Places.DISTRICT)).toList();
    return provinces.size() == 1 ? new Found(provinces.get(0), false) : new Ambiguous(named);
  }

  private PlaceResult guess(List<Region> units, Forms wanted) {
    List<Region> named = named(units, Forms::bare, wanted);
    if (named.isEmpty()) {
      named = named(units, Forms::untyped, wanted);
    }
    if (named.isEmpty()) {
      return new Unknown(nearest(units, wanted.untyped()));
    }
    return named.size() == 1 ? new Found(named.get(0), true) : new Ambiguous(named);
  }

  private List<Region> nearest(List<Region> units, String bare) {
    int farthest = Math.max(2, bare.length() / 3);
    Map<Region, Integer> distances = new LinkedHashMap<>();
    for (Region unit : units) {
      String name = formsOf(unit.shortName()).bare();
      boolean mayBeNear = Math.abs(name.length() - bare.length()) <= farthest;
      int distance = mayBeNear ? Distance.between(name, bare) : Integer.MAX_VALUE;
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
