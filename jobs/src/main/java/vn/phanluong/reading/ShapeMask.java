package vn.phanluong.reading;

import vn.phanluong.text.Spelling;

/**
 * The shape of a text, without what it says: «Nguyễn An 12/03/2009» is «Aa Aa 99/99/9999». Enough
 * to see which column slipped, too little to know a person.
 */
public final class ShapeMask {
  private ShapeMask() {}

  /** Runs of capitals become A, of other letters a, every digit 9; blanks and signs stay. */
  public static String of(String text) {
    StringBuilder mask = new StringBuilder(Math.min(text.length(), 64));
    char before = 0;
    for (int at = 0; at < text.length(); ) {
      int point = text.codePointAt(at);
      at += Character.charCount(point);
      char sign = sign(point);
      boolean isRun = Character.isLetter(sign) && sign == before;
      boolean isMark = Character.getType(point) == Character.NON_SPACING_MARK;
      if (!isRun && !isMark) {
        mask.append(sign);
        before = sign;
      }
    }
    // A mark without a letter is no blank either.
    String shape = mask.toString();
    return Spelling.isBlank(shape) && !Spelling.isBlank(text) ? "?" : shape;
  }

  private static char sign(int point) {
    if (Character.isDigit(point)) {
      return '9';
    }
    if (Character.isLetter(point)) {
      return Character.isUpperCase(point) ? 'A' : 'a';
    }
    if (Spelling.isBlank((char) point)) {
      return ' ';
    }
    boolean isPlain = point > ' ' && point < 0x7f;
    return isPlain ? (char) point : '?';
  }
}
