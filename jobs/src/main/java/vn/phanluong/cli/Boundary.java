package vn.phanluong.cli;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import vn.phanluong.definition.CountryTime;
import vn.phanluong.region.Areas;
import vn.phanluong.region.Region;
import vn.phanluong.region.RegionHistory;

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
      return new Boundary(text, day(text, "as_was, today hoặc ngày như (or a day such as)"));
    }
  }

  /** Reads a day. */
  static final class DayConverter implements ITypeConverter<LocalDate> {
    @Override
    public LocalDate convert(String text) {
      return day(text, "ngày như (a day such as)");
    }
  }

  private static LocalDate day(String text, String wanted) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new TypeConversionException("«%s»: %s 2023-01-01".formatted(text, wanted));
    }
  }

  /** The day whose units are meant. */
  LocalDate day(int cohort) {
    if (fixed != null) {
      return fixed;
    }
    return name.equals(AS_WAS) ? Areas.asWas(cohort) : CountryTime.today();
  }

  /** The boundary a release holds figures on, if its units are those of the day; else itself. */
  Boundary held(int cohort) {
    return Stream.of(new Boundary(AS_WAS, null), new Boundary(TODAY, null))
        .filter(each -> units(each.day(cohort)).equals(units(day(cohort))))
        .findFirst()
        .orElse(this);
  }

  private static LocalDate units(LocalDate day) {
    return RegionHistory.bundled().lastChange(day);
  }

  /** The unit a person named: a key, or a name with or without its marks. */
  Region unit(String place, int cohort) {
    return PlaceName.on(place, day(cohort));
  }

  @Override
  public String toString() {
    return name;
  }
}
