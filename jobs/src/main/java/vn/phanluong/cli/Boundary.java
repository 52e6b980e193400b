package vn.phanluong.cli;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import vn.phanluong.region.Areas;
import vn.phanluong.region.PlaceResult;
import vn.phanluong.region.Places;
import vn.phanluong.region.Region;
import vn.phanluong.runtime.Problem;

/**
 * The units a figure is given for: {@code as_was}, those of 31 May of the cohort's year; {@code
 * today}, present units; or those of any day.
 */
record Boundary(String name, @Nullable LocalDate fixed) {
  static final String AS_WAS = "as_was";
  static final String TODAY = "today";

  /** Reads the option. */
  static final class Converter implements ITypeConverter<Boundary> {
    @Override
    public Boundary convert(String text) {
      if (text.equals(AS_WAS) || text.equals(TODAY)) {
        return new Boundary(text, null);
      }
      try {
        return new Boundary(text, LocalDate.parse(text));
      } catch (DateTimeParseException e) {
        throw new TypeConversionException(
            "«%s»: as_was, today hoặc ngày như (or a day such as) 2023-01-01".formatted(text));
      }
    }
  }

  /** The day whose units are meant. */
  LocalDate day(int cohort) {
    if (fixed != null) {
      return fixed;
    }
    return name.equals(AS_WAS)
        ? Areas.asWas(cohort)
        : LocalDate.now(Clock.system(ZoneId.of("Asia/Ho_Chi_Minh")));
  }

  /** The unit a person named: a key, or a name with or without its marks. */
  Region unit(String place, int cohort) {
    return unit(place, day(cohort));
  }

  /** The unit that bears a name on a day, wherever it lies. */
  static Region unit(String name, LocalDate day) {
    Region byKey = Places.bundled().find(name);
    if (byKey != null) {
      return byKey;
    }
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

  @Override
  public String toString() {
    return name;
  }
}
