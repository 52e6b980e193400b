package vn.phanluong.region;

import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.phanluong.text.Spelling;

/**
 * An official code as cells hold it: «80», «8.0» for 08, «80 - Tây Ninh», «Tây Ninh (80)».
 *
 * @param code with its leading zeros
 * @param name the name beside it, or blank
 */
record PlaceCode(String code, String name) {
  /** Digits of a code by level (Quyết định 124/2004/QĐ-TTg, Quyết định 19/2025/QĐ-TTg). */
  private static final Map<String, Integer> DIGITS =
      Map.of(Places.PROVINCE, 2, Places.DISTRICT, 3, Places.COMMUNE, 5);

  private static final Pattern FORM =
      Pattern.compile(
          "(?<before>\\d{1,5})(?:\\.0)?(?:\\s*[-–.:]\\s*(?<name>\\D+))?"
              + "|(?<named>\\D+?)\\s*\\(\\s*(?<after>\\d{1,5})\\s*\\)");

  /** The code in a cell, or null if it holds none of a unit of the level. */
  static @Nullable PlaceCode in(String cell, String level) {
    Integer digits = DIGITS.get(level);
    String clean = digits == null ? "" : Spelling.clean(cell);
    if (digits == null || clean.chars().noneMatch(Character::isDigit)) {
      return null;
    }
    Matcher form = FORM.matcher(clean);
    if (!form.matches()) {
      return null;
    }
    boolean isFirst = form.group("before") != null;
    String code = Objects.requireNonNull(form.group(isFirst ? "before" : "after"));
    String name = form.group(isFirst ? "name" : "named");
    // «Quận 3» and «Phường 12» are names; a code of another level is none either.
    return code.length() > digits
        ? null
        : new PlaceCode("0".repeat(digits - code.length()) + code, name == null ? "" : name.trim());
  }
}
