package vn.phanluong.linking;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.phanluong.text.Spelling;

/**
 * A date of birth as delivered, or a year alone.
 *
 * @param month 0 where only the year is known, as is the day
 */
record BirthDate(int year, int month, int day) {
  private static final Pattern DAY_FIRST =
      Pattern.compile("(?:ngày )?(\\d{1,2})(?:[/.-]| tháng )(\\d{1,2})(?:[/.-]| năm )(\\d{4})");
  private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");
  private static final Pattern YEAR = Pattern.compile("\\d{4}");

  /** Reads the forms that the door accepts; null for any other. */
  static @Nullable BirthDate of(String text) {
    String folded = Spelling.fold(text);
    Matcher dayFirst = DAY_FIRST.matcher(folded);
    if (dayFirst.matches()) {
      return of(dayFirst.group(3), dayFirst.group(2), dayFirst.group(1));
    }
    Matcher yearFirst = YEAR_FIRST.matcher(folded);
    if (yearFirst.matches()) {
      return of(yearFirst.group(1), yearFirst.group(2), yearFirst.group(3));
    }
    return YEAR.matcher(folded).matches() ? of(folded, "0", "0") : null;
  }

  private static BirthDate of(String year, String month, String day) {
    return new BirthDate(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
  }

  boolean isDay() {
    return month > 0;
  }

  /** Level of {@link Comparison#BIRTH}. */
  String against(BirthDate other) {
    if (!isDay() || !other.isDay()) {
      return year == other.year ? "year" : "different";
    }
    int equal =
        (year == other.year ? 1 : 0) + (month == other.month ? 1 : 0) + (day == other.day ? 1 : 0);
    if (equal == 3) {
      return "exact";
    }
    if (year == other.year && month == other.day && day == other.month) {
      return "swapped";
    }
    return equal == 2 ? "part" : "different";
  }
}
