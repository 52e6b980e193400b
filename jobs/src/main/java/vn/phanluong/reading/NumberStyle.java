package vn.phanluong.reading;

import java.util.Locale;

/** What a cell's number format says its number is. */
enum NumberStyle {
  PLAIN,
  PERCENT,
  DATE;

  /**
   * Of a format every workbook knows without saying. ECMA-376 part 1, 18.8.30; those of 27 to 36
   * and 50 to 58 are dates in the languages of East Asia.
   */
  static NumberStyle ofBuiltIn(int id) {
    if (id == 9 || id == 10) {
      return PERCENT;
    }
    boolean isDate =
        (id >= 14 && id <= 22)
            || (id >= 27 && id <= 36)
            || (id >= 45 && id <= 47)
            || (id >= 50 && id <= 58);
    return isDate ? DATE : PLAIN;
  }

  /** Of a format code such as {@code dd/mm/yyyy;@}; its first section says it. */
  static NumberStyle of(String code) {
    NumberStyle style = PLAIN;
    int at = 0;
    while (at < code.length()) {
      char c = Character.toLowerCase(code.charAt(at));
      if (c == ';') {
        break;
      }
      switch (c) {
        case '"' -> at = end(code, '"', at);
        case '\\', '_', '*' -> at++;
        case '[' -> {
          int end = end(code, ']', at);
          if (isElapsed(code.substring(at + 1, Math.min(end, code.length())))) {
            return DATE;
          }
          at = end;
        }
        case 'd', 'm', 'y', 'h', 's' -> {
          return DATE;
        }
        case '%' -> style = PERCENT;
        default -> {}
      }
      at++;
    }
    return style;
  }

  private static int end(String code, char mark, int start) {
    int end = code.indexOf(mark, start + 1);
    return end < 0 ? code.length() : end;
  }

  /** {@code [h]}, {@code [mm]}, {@code [ss]}: time beyond a day; others are colours, languages. */
  private static boolean isElapsed(String bracket) {
    String text = bracket.toLowerCase(Locale.ROOT);
    return !text.isEmpty()
        && text.chars().allMatch(c -> c == text.charAt(0) && "hms".indexOf(c) >= 0);
  }
}
