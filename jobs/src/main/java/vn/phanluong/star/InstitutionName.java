package vn.phanluong.star;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import vn.phanluong.text.Spelling;

/** The form under which two spellings of an institution's name are one. */
final class InstitutionName {
  /** Letters that stand for words in names of institutions, the word before the rest of it. */
  private static final Map<Pattern, String> WORDS = new LinkedHashMap<>();

  static {
    put("tt(?=gd)", "trung tâm ");
    put("tt\\b", "trung tâm");
    put("gdnn\\b", "giáo dục nghề nghiệp");
    put("gdtx\\b", "giáo dục thường xuyên");
    put("cđ\\b", "cao đẳng");
    put("tc\\b", "trung cấp");
  }

  private InstitutionName() {}

  private static void put(String letters, String words) {
    WORDS.put(Pattern.compile("\\b" + letters, Pattern.UNICODE_CHARACTER_CLASS), words);
  }

  /** Letters and digits with marks; abbreviations in full, and no word «Trường» in front. */
  static String key(String name) {
    String text = Spelling.fold(name);
    for (Map.Entry<Pattern, String> each : WORDS.entrySet()) {
      text = each.getKey().matcher(text).replaceAll(each.getValue());
    }
    return Spelling.loose(text.startsWith("trường ") ? text.substring("trường ".length()) : text);
  }
}
