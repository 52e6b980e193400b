package vn.phanluong.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.phanluong.definition.CountryTime;
import vn.phanluong.region.PlaceResult;
import vn.phanluong.region.PlaceResult.Ambiguous;
import vn.phanluong.region.PlaceResult.Found;
import vn.phanluong.region.PlaceResult.Unknown;
import vn.phanluong.region.Places;
import vn.phanluong.region.Region;
import vn.phanluong.region.RegionHistory;
import vn.phanluong.region.UnitSearch;
import vn.phanluong.runtime.Problem;

/** The unit that a person names, by its key or by any name, or what to do where there is none. */
final class PlaceName {
  private static final int SHOWN = 12;

  private PlaceName() {}

  /** The unit that bears a name on a day. */
  static Region on(String name, LocalDate day) {
    Region byKey = RegionHistory.bundled().find(name);
    if (byKey != null) {
      return byKey;
    }
    onRecord(day);
    return only(name, day, UnitSearch.on(name, day));
  }

  /** The unit that bore a name last. */
  static Region ever(String name, LocalDate today) {
    Region byKey = RegionHistory.bundled().find(name);
    return byKey == null ? only(name, today, UnitSearch.ever(name, today)) : byKey;
  }

  private static Region only(String name, LocalDate day, PlaceResult result) {
    if (result instanceof Found found) {
      return found.unit();
    }
    if (result instanceof Ambiguous ambiguous) {
      String candidates = names(ambiguous.candidates(), day);
      throw unclear(
          "«%s» ngày %s có thể là: %s. Ghi rõ tên đầy đủ, tên kèm cấp trên («Phường 4, Tân An») hoặc khóa."
              .formatted(name, day, candidates),
          "\"%s\" on %s may be: %s. Give the full name, what it lies in too (\"Phường 4, Tân An\"), or the key."
              .formatted(name, day, candidates));
    }
    String nearest = names(((Unknown) result).nearest(), day);
    throw unclear(
        "Ngày %s không có địa bàn «%s».%s"
            .formatted(day, name, nearest.isEmpty() ? "" : " Gần nhất: " + nearest + "."),
        "On %s there is no place \"%s\".%s"
            .formatted(day, name, nearest.isEmpty() ? "" : " Nearest: " + nearest + "."));
  }

  /** What stood before the reference begins, or will stand in a time it tells nothing of. */
  private static void onRecord(LocalDate day) {
    NavigableSet<LocalDate> changes = RegionHistory.bundled().changes();
    LocalDate last =
        changes.last().isAfter(CountryTime.today()) ? changes.last() : CountryTime.today();
    if (day.isBefore(changes.first()) || day.isAfter(last)) {
      throw unclear(
          "Danh mục đơn vị hành chính có từ %s đến %s, không có ngày %s."
              .formatted(changes.first(), last, day),
          "Units are on record from %s to %s, not on %s.".formatted(changes.first(), last, day));
    }
  }

  private static Problem unclear(String vi, String en) {
    return new Problem(Problem.Kind.USE, vi, en);
  }

  private static String names(List<Region> units, LocalDate day) {
    String named =
        units.stream()
            .limit(SHOWN)
            .map(unit -> "%s%s (%s)".formatted(unit.name(), above(unit, day), unit.regionKey()))
            .collect(Collectors.joining("; "));
    return units.size() > SHOWN ? "%s … (%d)".formatted(named, units.size()) : named;
  }

  private static String above(Region unit, LocalDate day) {
    LocalDate then = unit.isValidOn(day) ? day : unit.validFrom();
    @Nullable Region parent = RegionHistory.bundled().parentOn(unit, then);
    return parent == null || parent.level().equals(Places.NATION)
        ? ""
        : ", " + Objects.requireNonNull(parent).name();
  }
}
