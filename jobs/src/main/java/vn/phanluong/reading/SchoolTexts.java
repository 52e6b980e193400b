package vn.phanluong.reading;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.phanluong.definition.Field;
import vn.phanluong.text.Spelling;

/** Cells of registers of schools and learners. Each reading gives null for what it cannot read. */
final class SchoolTexts {
  private static final Pattern GRADE =
      Pattern.compile("(?:lớp|khối|k)? ?(6|7|8|9|1[0-2])(?:[.,]0)?(?:[a-zđ/].*)?");
  private static final Pattern SCHOOL_YEAR =
      Pattern.compile("(?:năm học |nh )?(20\\d\\d) ?[-–/] ?(20\\d\\d)");
  private static final Pattern CODE = Pattern.compile("[0-9A-Z][0-9A-Z._/-]{0,19}");
  private static final Pattern DECIMAL = Pattern.compile("(\\d{1,3})(?:[.,](\\d{1,15}))?");
  private static final Map<String, Boolean> YES_NO =
      Map.ofEntries(
          Map.entry("x", true),
          Map.entry("✓", true),
          Map.entry("có", true),
          Map.entry("co", true),
          Map.entry("yes", true),
          Map.entry("true", true),
          Map.entry("1", true),
          Map.entry("1.0", true),
          Map.entry("không", false),
          Map.entry("khong", false),
          Map.entry("no", false),
          Map.entry("false", false),
          Map.entry("0", false),
          Map.entry("0.0", false));

  /** From the southernmost to the northernmost claim; the islands of the East Sea lie within. */
  private static final double SOUTH = 6;

  private static final double NORTH = 24;
  private static final double WEST = 102;
  private static final double EAST = 118;

  private SchoolTexts() {}

  /** True for the kinds of cell read here. */
  static boolean reads(Field.Cell cell) {
    return !expected(cell).isEmpty();
  }

  static @Nullable Object read(String text, Field.Cell cell) {
    return switch (cell) {
      case GRADE -> grade(text);
      case SCHOOL_YEAR -> schoolYear(text);
      case YES_NO -> YES_NO.get(Spelling.fold(text));
      case CODE -> code(text);
      case POINTS -> points(text);
      case LATITUDE -> degrees(text, SOUTH, NORTH);
      case LONGITUDE -> degrees(text, WEST, EAST);
      default -> throw new IllegalArgumentException("No cell of a school register: " + cell);
    };
  }

  /** What to write, for a message; empty for cells that are not read here. */
  static String expected(Field.Cell cell) {
    return switch (cell) {
      case GRADE -> "lớp 6 đến 12 (a grade of 6 to 12)";
      case SCHOOL_YEAR -> "năm học, ví dụ 2023-2024 (a school year such as 2023-2024)";
      case YES_NO -> "x, có hoặc không (x, có for yes, không for no)";
      case CODE -> "mã gồm chữ không dấu và số (a code of plain letters and digits)";
      case POINTS -> "số điểm từ 0 đến 100 (points of 0 to 100)";
      case LATITUDE -> "vĩ độ thập phân từ 6 đến 24 (decimal degrees north, 6 to 24)";
      case LONGITUDE -> "kinh độ thập phân từ 102 đến 118 (decimal degrees east, 102 to 118)";
      default -> "";
    };
  }

  private static @Nullable Short grade(String text) {
    Matcher grade = GRADE.matcher(Spelling.fold(text));
    return grade.matches() ? Short.valueOf(grade.group(1)) : null;
  }

  private static @Nullable Short schoolYear(String text) {
    Matcher years = SCHOOL_YEAR.matcher(Spelling.fold(text));
    if (!years.matches()) {
      return null;
    }
    short first = Short.parseShort(years.group(1));
    return Short.parseShort(years.group(2)) == first + 1 ? (Short) first : null;
  }

  private static @Nullable String code(String text) {
    String whole = text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    String code = whole.toUpperCase(Locale.ROOT);
    return CODE.matcher(code).matches() ? code : null;
  }

  private static @Nullable Integer points(String text) {
    Matcher points = DECIMAL.matcher(text);
    if (!points.matches()) {
      return null;
    }
    String fraction = points.group(2) == null ? "" : points.group(2);
    String hundredths = (fraction + "00").substring(0, 2);
    boolean isWhole = fraction.length() <= 2 || fraction.substring(2).matches("0*");
    int value = Integer.parseInt(points.group(1)) * 100 + Integer.parseInt(hundredths);
    return isWhole && value <= 100_00 ? (Integer) value : null;
  }

  private static @Nullable Double degrees(String text, double from, double to) {
    if (!DECIMAL.matcher(text).matches()) {
      return null;
    }
    double degrees = Double.parseDouble(text.replace(',', '.'));
    return degrees >= from && degrees <= to ? (Double) degrees : null;
  }
}
