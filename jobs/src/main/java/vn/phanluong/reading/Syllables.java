package vn.phanluong.reading;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.phanluong.text.Spelling;

/** Which words can be Vietnamese: an onset, a vowel group, a coda and at most one tone. */
final class Syllables {
  private static final Pattern TONE = Pattern.compile("[\u0300\u0301\u0303\u0309\u0323]");
  private static final char ACUTE = '\u0301';
  private static final char DOT = '\u0323';
  private static final Set<String> STOPS = Set.of("c", "ch", "p", "t");
  private static final int CODA = 3;

  /**
   * With the signs that letters turn into under the wrong encoding; quotes and dashes part words.
   */
  private static final Pattern WORD =
      Pattern.compile("[[\\p{L}\\p{M}\\p{No}\\p{S}\\p{Cf}\\p{Po}]&&[^\\x00-@\\[-`{-~…]]+");

  private static final Pattern WITHOUT_TONE =
      Pattern.compile(
          "(ngh|ng|gh|gi|kh|ph|qu|th|tr|ch|nh|[bcdđghklmnprstvx])?"
              + "(oai|oay|oeo|uây|uôi|uya|uyê|uyu|ươi|ươu|iêu|yêu|uêu|oao|"
              + "ai|ao|au|âu|ay|ây|eo|êu|ia|iê|iu|oa|oă|oe|oi|oo(?=ng|c)|ôi|ơi|ua|uâ|uê|ui|uô|uơ|uy|"
              + "ưa|ưi|ươ|ưu|yê|[aăâeêioôơuưy])(ch|nh|ng|[cmnpt])?");

  private Syllables() {}

  /** Of the words with a letter beyond a-z, the share that are syllables; 0 if there is none. */
  static double share(String text) {
    Map<String, Long> counts =
        WORD.matcher(Spelling.normal(text, Normalizer.Form.NFC))
            .results()
            .map(match -> match.group())
            .filter(word -> word.chars().anyMatch(c -> c > 127))
            .collect(Collectors.groupingBy(word -> word, Collectors.counting()));
    long[] words = new long[2];
    counts.forEach((word, count) -> words[isSyllable(word) ? 1 : 0] += count);
    return words[1] == 0 ? 0 : (double) words[1] / (words[0] + words[1]);
  }

  static boolean isSyllable(String word) {
    String apart = Spelling.normal(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
    String toneless = TONE.matcher(apart).replaceAll("");
    Matcher parts = WITHOUT_TONE.matcher(Spelling.normal(toneless, Normalizer.Form.NFC));
    if (apart.length() - toneless.length() > 1 || !parts.matches()) {
      return false;
    }
    // Before a stop only the acute and the dot below are spoken.
    boolean hasStop = parts.group(CODA) != null && STOPS.contains(parts.group(CODA));
    return !hasStop || apart.indexOf(ACUTE) >= 0 || apart.indexOf(DOT) >= 0;
  }
}
