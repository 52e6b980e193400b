package vn.phanluong.region;

import java.util.regex.Pattern;
import vn.phanluong.text.Spelling;

/** The word before a unit's name that says what kind of unit it is. */
final class UnitType {
  private static final Pattern PREFIX =
      Pattern.compile(
          "^(?:thành phố|thị xã|huyện|quận|tỉnh|(?:tp|tx|h|q|t)(?=[. ]))[. ]*",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private UnitType() {}

  static String without(String name) {
    String clean = Spelling.clean(name);
    String rest = PREFIX.matcher(clean).replaceFirst("");
    return rest.isEmpty() ? clean : rest;
  }
}
