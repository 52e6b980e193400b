package vn.phanluong.reading;

import java.util.Set;
import java.util.regex.Pattern;
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

  /** «Cộng huyện Trà Cú»; with its marks, since «Công» begins names. */
  private static final Pattern OF_A_PART =
      Pattern.compile(
          "(?:tổng cộng|tổng số|tổng|cộng):? (?:toàn )?"
              + "(?:tỉnh|thành phố|tp|thị xã|huyện|quận|thị trấn|xã|phường|trường|cấp|khối)\\b.*",
          Pattern.UNICODE_CHARACTER_CLASS);

  private Totals() {}

  static boolean isTotal(String text) {
    return text.length() <= Spelling.LONGEST_NAME
        && (WORDS.contains(Spelling.bare(text)) || isOfPart(text));
  }

  /** True for the sum of the rows since the last sum, as against the sum of all. */
  static boolean isOfPart(String text) {
    return text.length() <= Spelling.LONGEST_NAME
        && (OF_A_PART.matcher(Spelling.fold(text)).matches() || Spelling.bare(text).equals("cong"));
  }
}
