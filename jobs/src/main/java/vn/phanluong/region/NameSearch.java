package vn.phanluong.region;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

  /** By list of units, whose callers ask the same ones again and again. */
  private final Map<List<Region>, Index> indices =
      Collections.synchronizedMap(new IdentityHashMap<>());

  /** What of a name is compared, from the strictest to the loosest. */
  private enum Form {
    CLEAN,
    LOOSE,
    BARE,
    UNTYPED
  }

  /** Units by each form of their names, and the bare form of their short ones. */
  private record Index(
      Map<Form, Map<String, List<Region>>> named, Map<Region, String> shortNames) {}

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
    Index index = indices.computeIfAbsent(units, this::index);
    Map<Form, String> wanted = forms(name);
    for (Form form : List.of(Form.CLEAN, Form.LOOSE)) {
      List<Region> named = named(index, form, wanted);
      if (!named.isEmpty()) {
        return named.size() == 1 ? new Found(named.get(0), false) : highest(named);
      }
    }
    return guess(index, wanted);
  }

  private Index index(List<Region> units) {
    Map<Form, Map<String, List<Region>>> named = new EnumMap<>(Form.class);
    Map<Region, String> shortNames = new LinkedHashMap<>();
    for (Region unit : units) {
      shortNames.put(unit, Spelling.bare(spelledOut.apply(unit.shortName())));
      unit.names()
          .map(this::forms)
          .forEach(
              forms ->
                  forms.forEach(
                      (form, text) ->
                          enter(named.computeIfAbsent(form, any -> new HashMap<>()), text, unit)));
    }
    return new Index(named, shortNames);
  }

  /** Once, whatever number of its names has the form. */
  private static void enter(Map<String, List<Region>> named, String text, Region unit) {
    List<Region> bearers = named.computeIfAbsent(text, any -> new ArrayList<>());
    if (!bearers.contains(unit)) {
      bearers.add(unit);
    }
  }

  private Map<Form, String> forms(String written) {
    String name = spelledOut.apply(written);
    return new EnumMap<>(
        Map.of(
            Form.CLEAN, Spelling.clean(name),
            Form.LOOSE, Spelling.loose(name),
            Form.BARE, Spelling.bare(name),
            Form.UNTYPED, Spelling.bare(withoutType.apply(name))));
  }

  private static List<Region> named(Index index, Form form, Map<Form, String> wanted) {
    return index
        .named()
        .getOrDefault(form, Map.of())
        .getOrDefault(wanted.getOrDefault(form, ""), List.of());
  }

  private static PlaceResult highest(List<Region> named) {
    List<Region> provinces =
        named.stream().filter(unit -> !unit.level().equals(Places.DISTRICT)).toList();
    return provinces.size() == 1 ? new Found(provinces.get(0), false) : new Ambiguous(named);
  }

  private static PlaceResult guess(Index index, Map<Form, String> wanted) {
    List<Region> named = named(index, Form.BARE, wanted);
    if (named.isEmpty()) {
      named = named(index, Form.UNTYPED, wanted);
    }
    if (named.isEmpty()) {
      return new Unknown(nearest(index, wanted.getOrDefault(Form.UNTYPED, "")));
    }
    return named.size() == 1 ? new Found(named.get(0), true) : new Ambiguous(named);
  }

  private static List<Region> nearest(Index index, String bare) {
    int farthest = Math.max(2, bare.length() / 3);
    Map<Region, Integer> distances = new LinkedHashMap<>();
    index
        .shortNames()
        .forEach(
            (unit, name) -> {
              boolean mayBeNear = Math.abs(name.length() - bare.length()) <= farthest;
              int distance = mayBeNear ? Distance.between(name, bare) : Integer.MAX_VALUE;
              if (distance <= farthest) {
                distances.put(unit, distance);
              }
            });
    return distances.entrySet().stream()
        .sorted(Map.Entry.comparingByValue())
        .limit(NEAREST)
        .map(Map.Entry::getKey)
        .toList();
  }
}
