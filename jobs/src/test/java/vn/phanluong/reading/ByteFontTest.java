package vn.phanluong.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Text in the encodings of the 1990s, written here by tables of the test's own. */
class ByteFontTest {
  private static final String MOTTO =
      "Cộng hòa xã hội chủ nghĩa Việt Nam\nĐộc lập - Tự do - Hạnh phúc\n";

  /** TCVN 5712:1993 VN3 by letter: plain, acute, grave, hook, tilde, dot. */
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

  private static final String[] TONES = {"", "\u0301", "\u0300", "\u0309", "\u0303", "\u0323"};

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "TCVN3|Céng hßa x· héi chñ nghÜa ViÖt Nam/§éc lËp - Tù do - H¹nh phóc/",
        "VNI|Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam/Ñoäc laäp - Töï do - Haïnh phuùc/",
        "VNI|COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM/ÑOÄC LAÄP - TÖÏ DO - HAÏNH PHUÙC/"
      })
  void reads_the_motto_of_the_republic(String label, String seen) {
    byte[] bytes = seen.replace('/', '\n').getBytes(Charset.forName("windows-1252"));
    EncodingSearch.Found found = EncodingSearch.of(bytes).orElseThrow();
    assertThat(found.encoding().label()).isEqualTo(label);
    assertThat(found.confidence()).isEqualTo(1);
    assertThat(read(found.encoding(), bytes)).isEqualToIgnoringCase(MOTTO);
  }

  @Property(tries = 300)
  void finds_and_reads_what_was_written(@ForAll("texts") String text) {
    check(Encoding.TCVN3, tcvn3(text), text);
    check(Encoding.VNI, vni(text), text);
    check(Encoding.WINDOWS_1258, windows1258(text), text);
    check(Encoding.UTF_8, text.getBytes(StandardCharsets.UTF_8), text);
    check(Encoding.UTF_16LE, text.getBytes(StandardCharsets.UTF_16LE), text);
    check(Encoding.UTF_16BE, text.getBytes(StandardCharsets.UTF_16BE), text);
  }

  private static void check(Encoding encoding, byte[] bytes, String text) {
    assertThat(EncodingSearch.of(bytes)).map(EncodingSearch.Found::encoding).contains(encoding);
    assertThat(Normalizer.normalize(read(encoding, bytes), Normalizer.Form.NFC)).isEqualTo(text);
  }

  /** Headers and names as they stand in provinces' files, in any order, at least a dozen. */
  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(
            "Số báo danh",
            "Họ và tên",
            "Ngày sinh",
            "Giới tính",
            "Toán",
            "Ngữ văn",
            "Vật lý",
            "Hóa học",
            "Lịch sử",
            "Địa lý",
            "Ngoại ngữ",
            "Tỉnh Long An",
            "Huyện Cần Giuộc",
            "Thị xã Kiến Tường",
            "Thạnh Hóa",
            "Bình Phước",
            "Đắk Lắk",
            "Nguyễn Thị Tuyết",
            "Trần Văn Hưởng",
            "tốt nghiệp trung học cơ sở",
            "trung cấp",
            "sơ cấp",
            "cao đẳng",
            "Tỷ lệ",
            "Ghi chú",
            "giữ nguyên",
            "mẫu giáo",
            "khuyết tật",
            "Quỳnh",
            "Thuỵ",
            "58000001")
        .list()
        .ofMinSize(12)
        .ofMaxSize(60)
        .map(words -> String.join(";", words) + ";Số học sinh\n");
  }

  @Test
  void says_nothing_of_bytes_that_no_encoding_explains() {
    byte[] bytes = new byte[400];
    new java.util.Random(7).nextBytes(bytes);
    assertThat(EncodingSearch.of(bytes)).isEmpty();
    byte[] french = "élève;façade;où;très;été;noël;garçon".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(EncodingSearch.of(french)).isEmpty();
  }

  @Test
  void a_long_utf8_text_may_be_cut_anywhere() {
    byte[] bytes = "Đắk Lắk, ".repeat(100_000).getBytes(StandardCharsets.UTF_8);
    for (int before = 0; before < 4; before++) {
      byte[] sample = new byte[EncodingSearch.SAMPLE];
      Arrays.fill(sample, (byte) 'x');
      System.arraycopy(bytes, 0, sample, before, sample.length - before);
      assertThat(EncodingSearch.of(sample)).map(it -> it.encoding()).contains(Encoding.UTF_8);
    }
  }

  private static String read(Encoding encoding, byte[] bytes) {
    try (var reader = encoding.reader(new java.io.ByteArrayInputStream(bytes))) {
      java.io.StringWriter text = new java.io.StringWriter();
      reader.transferTo(text);
      return text.toString();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Capitals with a tone are written small: their capital form is another font. */
  static byte[] tcvn3(String text) {
    Map<String, Byte> table = new HashMap<>();
    for (String line : TCVN3) {
      List<String> cells = List.of(line.split(" ", -1));
      for (int i = 1; i < cells.size(); i++) {
        if (!cells.get(i).equals(".")) {
          String letter = Normalizer.normalize(cells.get(0) + TONES[i - 1], Normalizer.Form.NFC);
          table.put(letter, (byte) Integer.parseInt(cells.get(i), 16));
        }
      }
    }
    byte[] bytes = new byte[text.length()];
    for (int i = 0; i < bytes.length; i++) {
      String letter = text.substring(i, i + 1);
      bytes[i] =
          letter.charAt(0) < 128 ? (byte) letter.charAt(0) : table.getOrDefault(letter, (byte) '?');
    }
    return bytes;
  }

  /** A vowel, then its mark; the marks of â and ă are others than those of a. */
  static byte[] vni(String text) {
    StringBuilder seen = new StringBuilder();
    text.chars().forEach(c -> seen.append(vniLetter((char) c)));
    return seen.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String vniLetter(char c) {
    String apart = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD);
    if (c < 128) {
      return String.valueOf(c);
    }
    boolean isUpper = Character.isUpperCase(c);
    char base = Character.toLowerCase(apart.charAt(0));
    String marks = apart.substring(1);
    String single =
        Map.of("đ", "ñ", "í", "í", "ì", "ì", "ỉ", "æ", "ĩ", "ó", "ị", "ò", "ỵ", "î")
            .get(String.valueOf(Character.toLowerCase(c)));
    String seen = single;
    if (seen == null) {
      String tone = marks.replaceAll("[\u0302\u0306\u031b]", "");
      int at = tone.isEmpty() ? 0 : "\u0301\u0300\u0309\u0303\u0323".indexOf(tone) + 1;
      String row =
          marks.contains("\u0302") ? "âáàåãä" : marks.contains("\u0306") ? "êéèúüë" : " ùøûõï";
      String horned = marks.contains("\u031b") ? (base == 'o' ? "ô" : "ö") : String.valueOf(base);
      seen = horned + String.valueOf(row.charAt(at)).strip();
    }
    return isUpper ? seen.toUpperCase(java.util.Locale.ROOT) : seen;
  }

  /** Tones are characters of their own here. */
  static byte[] windows1258(String text) {
    StringBuilder apart = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      String marks = Normalizer.normalize(text.substring(i, i + 1), Normalizer.Form.NFD);
      String tone = marks.replaceAll("[^\u0301\u0300\u0309\u0303\u0323]", "");
      String letter = marks.replaceAll("[\u0301\u0300\u0309\u0303\u0323]", "");
      apart.append(Normalizer.normalize(letter, Normalizer.Form.NFC)).append(tone);
    }
    return apart.toString().getBytes(Charset.forName("windows-1258"));
  }
}
