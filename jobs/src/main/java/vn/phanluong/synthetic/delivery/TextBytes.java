package vn.phanluong.synthetic.delivery;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Vietnamese text as bytes in the encodings files come in. TCVN3 and VNI are fonts that draw
 * Vietnamese in the places of Western letters, so no charset of Java's writes them.
 */
final class TextBytes {
  private static final String MARKS = "\u0301\u0300\u0309\u0303\u0323";

  /** TCVN 5712:1993, third set: each letter plain, then acute, grave, hook, tilde, dot. */
  private static final String[] TCVN3 = {
    "a . b8 b5 b6 b7 b9",
    "ă a8 be bb bc bd c6",
    "â a9 ca c7 c8 c9 cb",
    "e . d0 cc ce cf d1",
    "ê aa d5 d2 d3 d4 d6",
    "i . dd d7 d8 dc de",
    "o . e3 df e1 e2 e4",
    "ô ab e8 e5 e6 e7 e9",
    "ơ ac ed ea eb ec ee",
    "u . f3 ef f1 f2 f4",
    "ư ad f8 f5 f6 f7 f9",
    "y . fd fa fb fc fe",
    "đ ae",
    "Đ a7",
    "Ă a1",
    "Â a2",
    "Ê a3",
    "Ô a4",
    "Ơ a5",
    "Ư a6"
  };

  /** VNI-Windows: letters that take one place; the others are a vowel and its mark. */
  private static final Map<Character, Character> VNI_ALONE =
      Map.of('đ', 'ñ', 'í', 'í', 'ì', 'ì', 'ỉ', 'æ', 'ĩ', 'ó', 'ị', 'ò', 'ỵ', 'î');

  /** Signs of print, and what a typewriter has for them. */
  private static final Map<Character, String> TYPED =
      Map.of('–', "-", '—', "-", '«', "\"", '»', "\"", '“', "\"", '”', "\"", '’', "'", '…', "...");

  private final String label;
  private final byte @Nullable [][] table;

  private TextBytes(String label, byte @Nullable [][] table) {
    this.label = label;
    this.table = table;
  }

  /**
   * The encoding of a label: UTF-8, UTF-8 BOM, UTF-16LE, UTF-8 NFD, windows-1258, TCVN3, VNI.
   *
   * @throws IllegalArgumentException if it is none of these
   */
  static TextBytes of(String label) {
    return switch (label) {
      case "UTF-8", "UTF-8 BOM", "UTF-16LE" -> new TextBytes(label, null);
      case "UTF-8 NFD" -> new TextBytes(label, table(TextBytes::nfd));
      case "windows-1258" -> new TextBytes(label, table(TextBytes::windows1258));
      case "TCVN3" -> new TextBytes(label, tcvn3());
      case "VNI" -> new TextBytes(label, table(TextBytes::vni));
      default -> throw new IllegalArgumentException("No encoding " + label);
    };
  }

  /** True if nothing but the words tells which encoding it is. */
  static boolean isByteFont(String label) {
    return label.equals("windows-1258") || label.equals("TCVN3") || label.equals("VNI");
  }

  /** What stands before the text. */
  byte[] mark() {
    return switch (label) {
      case "UTF-8 BOM" -> "\ufeff".getBytes(StandardCharsets.UTF_8);
      case "UTF-16LE" -> "\ufeff".getBytes(StandardCharsets.UTF_16LE);
      default -> new byte[0];
    };
  }

  byte[] bytes(String text) {
    byte[][] letters = table;
    if (letters == null) {
      return text.getBytes(
          label.equals("UTF-16LE") ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8);
    }
    byte[] bytes = new byte[text.length() + 16];
    int length = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (length + 8 > bytes.length) {
        bytes = Arrays.copyOf(bytes, bytes.length * 2);
      }
      if (c < 128) {
        bytes[length++] = (byte) c;
        continue;
      }
      for (byte each : c < letters.length ? letters[c] : typed(c)) {
        bytes[length++] = each;
      }
    }
    return Arrays.copyOf(bytes, length);
  }

  private interface Letter {
    byte[] of(char c);
  }

  /** All letters of Vietnamese stand below U+1F00. */
  private static byte[][] table(Letter letter) {
    byte[][] table = new byte[0x1f00][];
    for (char c = 0; c < table.length; c++) {
      table[c] = letter.of(c);
    }
    return table;
  }

  private static byte[] typed(char c) {
    return TYPED.getOrDefault(c, "?").getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] nfd(char c) {
    return apart(c).getBytes(StandardCharsets.UTF_8);
  }

  private static String apart(char c) {
    return Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD);
  }

  private static byte[] windows1258(char c) {
    StringBuilder tone = new StringBuilder();
    StringBuilder letter = new StringBuilder();
    String apart = apart(c);
    for (int i = 0; i < apart.length(); i++) {
      (MARKS.indexOf(apart.charAt(i)) >= 0 ? tone : letter).append(apart.charAt(i));
    }
    String seen = Normalizer.normalize(letter, Normalizer.Form.NFC) + tone;
    byte[] bytes = seen.getBytes(Charset.forName("windows-1258"));
    return c > 0xff && bytes.length == 1 && bytes[0] == '?' ? typed(c) : bytes;
  }

  /** Capitals with a tone have no place of their own and come out small. */
  private static byte[][] tcvn3() {
    byte[][] table = table(TextBytes::typed);
    for (String line : TCVN3) {
      String[] cells = line.split(" ", -1);
      for (int i = 1; i < cells.length; i++) {
        if (!cells[i].equals(".")) {
          String tone = i == 1 ? "" : MARKS.substring(i - 2, i - 1);
          String letter = Normalizer.normalize(cells[0] + tone, Normalizer.Form.NFC);
          byte[] at = {(byte) Integer.parseInt(cells[i], 16)};
          table[letter.charAt(0)] = at;
          char upper = letter.toUpperCase(Locale.ROOT).charAt(0);
          if (i > 1) {
            table[upper] = at;
          }
        }
      }
    }
    return table;
  }

  private static byte[] vni(char c) {
    char small = Character.toLowerCase(c);
    String apart = apart(small);
    Character alone = VNI_ALONE.get(small);
    String seen;
    if (alone != null) {
      seen = alone.toString();
    } else if (apart.length() < 2 && apart.charAt(0) >= 128) {
      return typed(c);
    } else {
      seen = vniPair(apart);
    }
    return (Character.isUpperCase(c) ? seen.toUpperCase(Locale.ROOT) : seen)
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  /** The marks of â and ă are others than those of a; ơ and ư are letters to take a mark. */
  private static String vniPair(String apart) {
    char base = apart.charAt(0);
    String row = " ùøûõï";
    int tone = 0;
    for (int i = 1; i < apart.length(); i++) {
      switch (apart.charAt(i)) {
        case '\u0302' -> row = "âáàåãä";
        case '\u0306' -> row = "êéèúüë";
        case '\u031b' -> base = base == 'o' ? 'ô' : 'ö';
        default -> tone = MARKS.indexOf(apart.charAt(i)) + 1;
      }
    }
    return (base + row.substring(tone, tone + 1)).strip();
  }
}
