package vn.phanluong.reading;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code _x000D_} for a character XML cannot hold (ECMA-376 part 1, 22.9.2.19, ST_Xstring). */
final class XmlEscapes {
  private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

  private XmlEscapes() {}

  static String resolve(String text) {
    if (!text.contains("_x")) {
      return text;
    }
    return ESCAPE
        .matcher(text)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    String.valueOf((char) Integer.parseInt(found.group(1), 16))));
  }
}
