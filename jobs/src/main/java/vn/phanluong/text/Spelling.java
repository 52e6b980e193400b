package vn.phanluong.text;

import java.text.Normalizer;
import java.util.Locale;

/** Forms under which two spellings of a Vietnamese name are one. */
public final class Spelling {
  /** Grave, acute, tilde, hook above, dot below: the marks whose place in a syllable wanders. */
  private static final String TONES = "\u0300\u0301\u0303\u0309\u0323";

  /** No name, header or title is longer; what is longer is not compared with any. */
  public static final int LONGEST_NAME = 1000;

  /** Unicode's stream-safe text (UAX 15, 13) ends a run of marks here. */
  private static final int MOST_MARKS = 30;

  private Spelling() {}

  /**
   * One normal form of a text. A mountain of marks on one letter stays as it is: to put a million
   * of them in order takes a million times a million steps.
   */
  public static String normal(String text, Normalizer.Form form) {
    int marks = 0;
    for (int i = 0; i < text.length() && marks <= MOST_MARKS; i++) {
      char c = text.charAt(i);
      marks = c >= '\u0300' && Character.getType(c) == Character.NON_SPACING_MARK ? marks + 1 : 0;
    }
    return marks > MOST_MARKS ? text : Normalizer.normalize(text, form);
  }

  /** Composed, trimmed, blanks single: what counts as written the same. */
  public static String clean(String text) {
    String composed = normal(text, Normalizer.Form.NFC);
    StringBuilder result = new StringBuilder(composed.length());
    boolean blankBefore = true;
    for (int i = 0; i < composed.length(); i++) {
      char c = composed.charAt(i);
      if (isBlank(c)) {
        blankBefore = true;
        continue;
      }
      if (blankBefore && result.length() > 0) {
        result.append(' ');
      }
      blankBefore = false;
      result.append(c);
    }
    return result.toString();
  }

  /** {@link #clean} in lower case. */
  public static String fold(String text) {
    return clean(text).toLowerCase(Locale.ROOT);
  }

  /** {@link #fold} without any mark; đ is d. */
  public static String strip(String text) {
    String decomposed = normal(fold(text), Normalizer.Form.NFD);
    StringBuilder result = new StringBuilder(decomposed.length());
    for (int i = 0; i < decomposed.length(); i++) {
      char c = decomposed.charAt(i);
      if (Character.getType(c) != Character.NON_SPACING_MARK) {
        result.append(c == 'đ' ? 'd' : c);
      }
    }
    return result.toString();
  }

  /** Letters and digits of {@link #strip} alone. */
  public static String bare(String text) {
    return lettersOf(strip(text));
  }

  /** Letters with marks, but «hoà» as «hòa», and no case, blank, hyphen or point. */
  public static String loose(String text) {
    String decomposed = normal(fold(text), Normalizer.Form.NFD);
    StringBuilder result = new StringBuilder(decomposed.length());
    StringBuilder tones = new StringBuilder();
    for (int i = 0; i < decomposed.length(); i++) {
      char c = decomposed.charAt(i);
      if (TONES.indexOf(c) >= 0) {
        tones.append(c);
      } else if (isLetter(c)) {
        result.append(c);
      } else {
        result.append(tones);
        tones.setLength(0);
      }
    }
    return result.append(tones).toString();
  }

  private static String lettersOf(String text) {
    StringBuilder result = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      if (isLetter(text.charAt(i))) {
        result.append(text.charAt(i));
      }
    }
    return result.toString();
  }

  private static boolean isLetter(char c) {
    return Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK;
  }

  /** Blanks as files hold them: the no-break space and the zero-width ones included. */
  public static boolean isBlank(char c) {
    // Every character of every cell comes here, and most are below the first of the rare ones.
    return c <= ' '
        || (c >= '\u00a0' && (c == '\u00a0' || c == '\u200b' || c == '\ufeff' || c == '\u3000'));
  }

  public static boolean isBlank(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isBlank(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}
