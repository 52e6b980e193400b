package vn.phanluong.cli;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import vn.phanluong.region.PlaceResult;
import vn.phanluong.region.Places;
import vn.phanluong.region.Region;
import vn.phanluong.runtime.Problem;

/** The units a figure is given for. */
enum Boundary {
  /** Units of 31 May of the cohort's year. */
  as_was,
  /** Present units. */
  today;

  /** The unit a person named: a key, or a name with or without its marks. */
  Region unit(String name, int cohort) {
    Region byKey = Places.bundled().find(name);
    if (byKey != null) {
      return byKey;
    }
    LocalDate day =
        this == as_was ? LocalDate.of(cohort, Month.MAY, 31) : LocalDate.now(Clock.systemUTC());
    PlaceResult result = Places.bundled().resolve(name, null, null, day);
    if (result instanceof PlaceResult.Found found) {
      return found.unit();
    }
    if (result instanceof PlaceResult.Ambiguous ambiguous) {
      String candidates = names(ambiguous.candidates());
      throw unclear(
          "«%s» ngày %s có thể là: %s. Ghi rõ tên đầy đủ hoặc khóa."
              .formatted(name, day, candidates),
          "\"%s\" on %s may be: %s. Give the full name or the key."
              .formatted(name, day, candidates));
    }
    String nearest = names(((PlaceResult.Unknown) result).nearest());
    throw unclear(
        "Ngày %s không có địa bàn «%s». Gần nhất: %s.".formatted(day, name, nearest),
        "On %s there is no place \"%s\". Nearest: %s.".formatted(day, name, nearest));
  }

  private static Problem unclear(String vi, String en) {
    return new Problem(Problem.Kind.USE, vi, en);
  }

  private static String names(List<Region> units) {
    return String.join(
        "; ", units.stream().map(it -> it.name() + " (" + it.regionKey() + ")").toList());
  }
}
