package vn.phanluong.region;

import java.time.LocalDate;
import java.util.List;
import vn.phanluong.region.PlaceResult.Ambiguous;
import vn.phanluong.region.PlaceResult.Found;
import vn.phanluong.region.PlaceResult.Unknown;
import vn.phanluong.text.Spelling;

/**
 * Finds a unit of any level as a person names it: by its name with or without marks, or with what
 * it lies in, «Phường 4, Tân An». A commune alone is found by its full name, since hundreds share
 * the rest.
 */
public final class UnitSearch {
  private UnitSearch() {}

  /** What a name stands for on a day. */
  public static PlaceResult on(String name, LocalDate day) {
    int comma = name.lastIndexOf(',');
    if (comma > 0) {
      PlaceResult above = on(name.substring(comma + 1).strip(), day);
      return above instanceof Found parent
          ? inside(name.substring(0, comma).strip(), parent.unit().regionKey(), day)
          : above;
    }
    PlaceResult named = sure(name, Places.bundled().resolve(name, null, null, day));
    List<Region> communes =
        Communes.bundled().named(name).stream().filter(unit -> unit.isValidOn(day)).toList();
    if (named instanceof Found || communes.isEmpty()) {
      return named;
    }
    return communes.size() == 1 ? new Found(communes.get(0), false) : new Ambiguous(communes);
  }

  /** What a name stood for last; what is written as named comes before any guess. */
  public static PlaceResult ever(String name, LocalDate today) {
    List<PlaceResult> results =
        RegionHistory.bundled().changes().headSet(today, true).descendingSet().stream()
            .map(day -> on(name, day))
            .toList();
    return results.stream()
        .filter(result -> result instanceof Found found && !found.guessed())
        .findFirst()
        .or(() -> results.stream().filter(result -> !(result instanceof Unknown)).findFirst())
        .orElseGet(() -> on(name, today));
  }

  private static PlaceResult inside(String name, String parent, LocalDate day) {
    PlaceResult named = sure(name, Places.bundled().resolve(name, parent, null, day));
    return named instanceof Unknown ? Communes.bundled().resolve(name, parent, day) : named;
  }

  /** Other marks are another name: Thạnh Hóa is a district of Long An, and not Thanh Hóa. */
  private static PlaceResult sure(String name, PlaceResult result) {
    return result instanceof Found found
            && found.guessed()
            && !Spelling.strip(name).equals(Spelling.fold(name))
            && !Spelling.loose(name).contains(Spelling.loose(found.unit().shortName()))
        ? new Unknown(List.of(found.unit()))
        : result;
  }
}
