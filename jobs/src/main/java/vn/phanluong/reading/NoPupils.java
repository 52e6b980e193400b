package vn.phanluong.reading;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.phanluong.text.Spelling;

/** The words by which a file without rows says that there is nothing to report. */
final class NoPupils {
  private static final Pattern WORDS =
      Pattern.compile(
          "không (?:có|phát sinh) (?:học sinh|thí sinh|học viên|số liệu phát sinh)|không phát sinh"
              + "|(?<![\\d.,])0 (?:học sinh|thí sinh|học viên)|no (?:pupils|students|candidates)"
              + "|nothing to report");

  /** Characters of a text looked at; a cell of a million says something else. */
  private static final int SENTENCE = 1_000;

  private NoPupils() {}

  static boolean isSaidIn(String text) {
    String sentence = text.substring(0, Math.min(text.length(), SENTENCE));
    return WORDS.matcher(Spelling.fold(sentence)).find();
  }

  /** The line of a head that says so, or null. */
  static @Nullable String in(Head head) {
    return head.records().stream()
        .map(Head.Numbered::text)
        .filter(NoPupils::isSaidIn)
        .findFirst()
        .map(text -> Spelling.clean(text.replaceAll("[,;|\\t]+$", "")))
        .orElse(null);
  }
}
