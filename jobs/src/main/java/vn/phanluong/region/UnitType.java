package vn.phanluong.region;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.phanluong.text.Spelling;

/** The word before a unit's name that says what kind of unit it is. */
final class UnitType {
  private static final Pattern PREFIX =
      Pattern.compile(
          "^(?:thành phố|thị xã|huyện|quận|tỉnh|(?:tp|tx|h|q|t)(?=[. ]))[. ]*",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern OF_COMMUNE =
      Pattern.compile(
          "^(?:thị trấn|đặc khu|phường|xã) ", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern NUMBERED_WARD =
      Pattern.compile(
          "^(?:phường|p)?[. ]*0*([1-9]\\d?)$", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern SHORTENED =
      Pattern.compile("^(tt|p|x)(?:\\. *| )", Pattern.CASE_INSENSITIVE);

  private UnitType() {}

  static String without(String name) {
    String clean = Spelling.clean(name);
    String rest = PREFIX.matcher(clean).replaceFirst("");
    return rest.isEmpty() ? clean : rest;
  }

  static String withoutOfCommune(String name) {
    String clean = Spelling.clean(name);
    String rest = OF_COMMUNE.matcher(clean).replaceFirst("");
    return rest.isEmpty() ? clean : rest;
  }

  /** The name of a commune with its type in full: «P.05» is Phường 5, «TT Bến Lức» Thị trấn. */
  static String communeSpelledOut(String name) {
    String clean = Spelling.clean(name);
    Matcher ward = NUMBERED_WARD.matcher(clean);
    if (ward.matches()) {
      return "Phường " + ward.group(1);
    }
    Matcher type = SHORTENED.matcher(clean);
    return type.find() ? fullType(type.group(1)) + clean.substring(type.end()) : clean;
  }

  private static String fullType(String letters) {
    return switch (letters.toLowerCase(Locale.ROOT)) {
      case "tt" -> "Thị trấn ";
      case "p" -> "Phường ";
      default -> "Xã ";
    };
  }
}
