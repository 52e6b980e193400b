package vn.phanluong.reading;

import java.util.Set;
import vn.phanluong.text.Spelling;

/** Words by which a row says that it adds up others. */
final class Totals {
  private static final Set<String> WORDS =
      Set.of(
          "tongcong",
          "tong",
          "tongso",
          "cong",
          "toantinh",
          "toanthanhpho",
          "toanhuyen",
          "toanquan",
          "toanthixa",
          "total");

  private Totals() {}

  static boolean isTotal(String text) {
    return text.length() <= Spelling.LONGEST_NAME && WORDS.contains(Spelling.bare(text));
  }
}
