package vn.phanluong.reading;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/**
 * What the characters of a byte font mean: the text a Western reader sees, letter by letter. TCVN3
 * is TCVN 5712:1993, third set; VNI is VNI-Windows, in which a vowel and its mark are two bytes.
 */
final class ByteFont {
  /** Capitals with a tone have no place of their own here: another font shows them as such. */
  static final ByteFont TCVN3 = tcvn3();

  static final ByteFont VNI = vni();

  private static final String GRAVE = "\u0300";
  private static final String ACUTE = "\u0301";
  private static final String TILDE = "\u0303";
  private static final String HOOK = "\u0309";
  private static final String DOT = "\u0323";
  private static final String CIRCUMFLEX = "\u0302";
  private static final String BREVE = "\u0306";

  private final Map<String, Character> letters = new HashMap<>();

  private ByteFont() {}

  /** The letter of one character, or the character itself. */
  char letter(char c) {
    return letters.getOrDefault(String.valueOf(c), c);
  }

  /** The letter that two characters make together, or 0. */
  char letter(char base, char mark) {
    return letters.getOrDefault(String.valueOf(new char[] {base, mark}), '\0');
  }

  /** A text as the Vietnamese it shows. */
  String read(String text) {
    StringBuilder read = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char pair = i + 1 < text.length() ? letter(text.charAt(i), text.charAt(i + 1)) : 0;
      read.append(pair == 0 ? letter(text.charAt(i)) : pair);
      i += pair == 0 ? 0 : 1;
    }
    return read.toString();
  }

  private static ByteFont tcvn3() {
    ByteFont font = new ByteFont();
    String seen = "µ¶·¸¹¨»¼½¾Æ©ÇÈÉÊË®ÌÎÏÐÑªÒÓÔÕÖ×ØÜÝÞßáâãä«åæçèé¬êëìíîïñòóô\u00adõö÷øùúûüýþ¡¢£¤¥¦§";
    String meant = "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵĂÂÊÔƠƯĐ";
    for (int i = 0; i < seen.length(); i++) {
      font.letters.put(seen.substring(i, i + 1), meant.charAt(i));
    }
    return font;
  }

  private static ByteFont vni() {
    ByteFont font = new ByteFont();
    font.pairs("aeouyôö", "ùøõûï", "");
    font.pairs("aeo", "áàãåä", CIRCUMFLEX);
    font.pairs("a", "éèüúë", BREVE);
    for (String base : new String[] {"a", "e", "o"}) {
      font.pair(base, "â", CIRCUMFLEX);
    }
    font.pair("a", "ê", BREVE);
    String seen = "íìæóòñôöîÍÌÆÓÒÑÔÖÎ";
    String meant = "íìỉĩịđơưỵÍÌỈĨỊĐƠƯỴ";
    for (int i = 0; i < seen.length(); i++) {
      font.letters.put(seen.substring(i, i + 1), meant.charAt(i));
    }
    return font;
  }

  /** Each base with each tone, which the five marks stand for in this order. */
  private void pairs(String bases, String marks, String shape) {
    String[] tones = {ACUTE, GRAVE, TILDE, HOOK, DOT};
    for (int base = 0; base < bases.length(); base++) {
      for (int tone = 0; tone < tones.length; tone++) {
        pair(bases.substring(base, base + 1), marks.substring(tone, tone + 1), shape + tones[tone]);
      }
    }
  }

  /** A capital takes the capital mark; typists also leave the mark small. */
  private void pair(String base, String mark, String combining) {
    String letter = base.equals("ô") ? "ơ" : base.equals("ö") ? "ư" : base;
    String upper = letter.toUpperCase(java.util.Locale.ROOT);
    String upperBase = base.toUpperCase(java.util.Locale.ROOT);
    letters.put(base + mark, composed(letter + combining));
    letters.put(upperBase + mark, composed(upper + combining));
    letters.put(upperBase + mark.toUpperCase(java.util.Locale.ROOT), composed(upper + combining));
  }

  private static char composed(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC).charAt(0);
  }
}
