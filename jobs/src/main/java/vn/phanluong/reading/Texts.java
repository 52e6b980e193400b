package vn.phanluong.reading;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.phanluong.text.Spelling;

/** Cells that occur rarely enough for regular expressions: counts, years, days, percentages. */
final class Texts {
  private static final Pattern WHOLE = Pattern.compile("\\d{1,9}");
  private static final Pattern THOUSANDS = Pattern.compile("\\d{1,3}(?:[.,\\h]\\d{3}){1,2}");

  /** What a spreadsheet makes of a whole number. */
  private static final Pattern FLOAT = Pattern.compile("(\\d{1,9})[.,]0{1,2}");

  /** The same with thousands parted by the other sign: «3.359,00». */
  private static final Pattern PARTED_FLOAT =
      Pattern.compile("(\\d{1,3}(?:\\.\\d{3}){1,2}),0{1,2}|(\\d{1,3}(?:,\\d{3}){1,2})\\.0{1,2}");

  private static final Pattern YEAR = Pattern.compile("20\\d\\d");
  private static final Pattern EARLIER_YEAR = Pattern.compile("19[5-9]\\d|20\\d\\d");
  private static final Pattern DAY_FIRST =
      Pattern.compile("(?:ngày )?(\\d{1,2})(?:[/.-]| tháng )(\\d{1,2})(?:[/.-]| năm )(\\d{4})");
  private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");
  private static final Pattern PERCENT =
      Pattern.compile("(?:100(?:[.,]0{1,4})?|\\d{1,2}(?:[.,]\\d{1,4})?)\\h?%?");

  private Texts() {}

  /** Persons, «1.234» and «1 234» included; null if it is no whole number of zero or more. */
  static @Nullable Integer count(String text) {
    if (WHOLE.matcher(text).matches()) {
      return Integer.valueOf(text);
    }
    if (THOUSANDS.matcher(text).matches()) {
      return Integer.valueOf(text.replaceAll("\\D", ""));
    }
    if (PARTED_FLOAT.matcher(text).matches()) {
      String whole = text.substring(0, Math.max(text.lastIndexOf('.'), text.lastIndexOf(',')));
      return Integer.valueOf(whole.replaceAll("\\D", ""));
    }
    Matcher whole = FLOAT.matcher(text);
    return whole.matches() ? Integer.valueOf(whole.group(1)) : null;
  }

  /** The year a file is about, 2000 to 2099; null if it is none. */
  static @Nullable Short year(String text) {
    // Every row of an exam file has one; four characters are read faster than a pattern.
    if (text.length() == 4 && text.startsWith("20") && isTwoDigits(text, 2)) {
      return (short) (2000 + (text.charAt(2) - '0') * 10 + text.charAt(3) - '0');
    }
    return year(text, YEAR);
  }

  /** A year of which an adult may tell, 1950 to 2099; null if it is none. */
  static @Nullable Short earlierYear(String text) {
    return year(text, EARLIER_YEAR);
  }

  private static @Nullable Short year(String text, Pattern years) {
    Matcher whole = FLOAT.matcher(text);
    String digits = whole.matches() ? whole.group(1) : text;
    return years.matcher(digits).matches() ? Short.valueOf(digits) : null;
  }

  private static boolean isTwoDigits(String text, int from) {
    char tens = text.charAt(from);
    char ones = text.charAt(from + 1);
    return tens >= '0' && tens <= '9' && ones >= '0' && ones <= '9';
  }

  /** A day written day first, or as ISO; null if it is none. */
  static @Nullable LocalDate date(String text) {
    String folded = Spelling.fold(text);
    Matcher dayFirst = DAY_FIRST.matcher(folded);
    if (dayFirst.matches()) {
      return date(dayFirst.group(3), dayFirst.group(2), dayFirst.group(1));
    }
    Matcher yearFirst = YEAR_FIRST.matcher(folded);
    if (yearFirst.matches()) {
      return date(yearFirst.group(1), yearFirst.group(2), yearFirst.group(3));
    }
    return null;
  }

  private static @Nullable LocalDate date(String year, String month, String day) {
    try {
      return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** The percentage as printed, or null if it is none of 0 to 100. */
  static @Nullable String percent(String text) {
    return PERCENT.matcher(text).matches() ? text : null;
  }
}
