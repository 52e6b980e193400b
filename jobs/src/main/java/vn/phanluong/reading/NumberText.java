package vn.phanluong.reading;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The text of a number in a cell. */
final class NumberText {
  /** Every decimal of so many digits survives the way into a double and back. */
  private static final int SAFE_DIGITS = 15;

  private static final double MOST_EXACT = 1e15;
  private static final long DAY = 86_400;

  /** 31 December 9999, the last day Excel knows. */
  private static final double LAST_DAY = 2_958_466;

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.ROOT);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

  private NumberText() {}

  /**
   * As the sheet means it.
   *
   * @throws ArithmeticException if it is no finite number
   */
  static String of(double number, NumberStyle style, boolean is1904) {
    if (!Double.isFinite(number)) {
      throw new ArithmeticException("Not a number: " + number);
    }
    return switch (style) {
      case PLAIN -> plain(number);
      case PERCENT -> plain(shortest(number).movePointRight(2)) + "%";
      case DATE -> number < 0 || number >= LAST_DAY ? plain(number) : date(number, is1904);
    };
  }

  private static String plain(double number) {
    if (number == Math.rint(number) && Math.abs(number) < MOST_EXACT) {
      return Long.toString((long) number);
    }
    return plain(shortest(number));
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  /** The decimal of fewest digits that is this double; {@link Double#toString} of 17 misses it. */
  private static BigDecimal shortest(double number) {
    BigDecimal written = new BigDecimal(Double.toString(number));
    if (written.precision() <= SAFE_DIGITS) {
      return written;
    }
    BigDecimal exact = new BigDecimal(number);
    for (int digits = SAFE_DIGITS; digits <= SAFE_DIGITS + 1; digits++) {
      BigDecimal rounded = exact.round(new MathContext(digits));
      if (rounded.doubleValue() == number) {
        return rounded;
      }
    }
    return written;
  }

  private static String date(double number, boolean is1904) {
    long seconds = Math.round(number * DAY);
    long days = seconds / DAY;
    long time = seconds % DAY;
    LocalDateTime moment = first(days, is1904).plusDays(days).atStartOfDay().plusSeconds(time);
    if (days == 0 && time > 0) {
      // A time of day alone: its day would be the one before the calendar begins.
      return TIME.format(moment);
    }
    return of(moment);
  }

  /** {@code dd/MM/yyyy}, and the time if there is one. */
  static String of(LocalDateTime moment) {
    String day = DATE.format(moment);
    return moment.toLocalTime().toSecondOfDay() == 0 ? day : day + " " + TIME.format(moment);
  }

  /** Day 0. Excel counts a 29 February 1900 that never was, so days before it start later. */
  private static LocalDate first(long days, boolean is1904) {
    if (is1904) {
      return LocalDate.of(1904, 1, 1);
    }
    return days < 61 ? LocalDate.of(1899, 12, 31) : LocalDate.of(1899, 12, 30);
  }
}
