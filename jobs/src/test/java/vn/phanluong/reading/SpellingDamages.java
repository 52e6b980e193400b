package vn.phanluong.reading;

import static vn.phanluong.reading.Damage.counts;
import static vn.phanluong.reading.Damage.exam;
import static vn.phanluong.reading.Damage.utf8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Text whose characters, numbers or words are made to mislead. */
final class SpellingDamages {
  private SpellingDamages() {}

  static List<Damage> kinds() {
    return List.of(
        csv("lone-surrogates-16", "UTF-16 that is none", SpellingDamages::surrogates16),
        csv("lone-surrogates-8", "UTF-8 that is none", SpellingDamages::surrogates8),
        csv("mixed-encodings", "one encoding a file", SpellingDamages::mixed),
        csv("mountain-of-marks", "time, by putting marks in order", SpellingDamages::marks).heavy(),
        csv("bytes-of-marks", "time, in guessing the encoding", SpellingDamages::markBytes).heavy(),
        csv("odd-characters", "what is a blank, a letter, a digit", SpellingDamages::odd),
        csv("endless-numbers", "reading of numbers, years and days", SpellingDamages::numbers),
        csv(
            "caption-of-dashes",
            "time, by a caption that may end anywhere",
            SpellingDamages::dashes),
        csv("captions-in-a-line", "time, by captions without a year", SpellingDamages::captions),
        csv("far-places", "time, by the nearest of unknown places", SpellingDamages::places)
            .heavy());
  }

  private static Damage csv(String name, String attacks, Damage.Maker maker) {
    return new Damage(name, attacks, ".csv", maker);
  }

  private static byte[] surrogates16(Random random) {
    Charset charset = random.nextBoolean() ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
    byte[] bytes = ("\ufeff" + counts(random)).getBytes(charset);
    int at = 2 + 2 * random.nextInt(bytes.length / 2 - 1);
    byte high = (byte) (random.nextBoolean() ? 0xd8 : 0xdc);
    bytes[charset.equals(StandardCharsets.UTF_16LE) ? at + 1 : at] = high;
    return bytes;
  }

  private static byte[] surrogates8(Random random) throws IOException {
    byte[] bytes = utf8(counts(random));
    int at = random.nextInt(bytes.length);
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(bytes, 0, at);
    all.write(new byte[] {(byte) 0xed, (byte) (random.nextBoolean() ? 0xa0 : 0xb0), (byte) 0x80});
    all.write(bytes, at, bytes.length - at);
    return all.toByteArray();
  }

  private static byte[] mixed(Random random) throws IOException {
    List<Charset> charsets =
        List.of(
            StandardCharsets.UTF_8,
            StandardCharsets.UTF_16LE,
            StandardCharsets.UTF_16BE,
            Charset.forName("windows-1258"),
            StandardCharsets.ISO_8859_1);
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int i = 0; i < 4; i++) {
      String text = random.nextBoolean() ? counts(random) : exam(random, 30);
      all.write(text.getBytes(charsets.get(random.nextInt(charsets.size()))));
    }
    return all.toByteArray();
  }

  private static byte[] marks(Random random) {
    String mountain = "a" + "\u0301\u0323".repeat(1_500_000);
    String text = random.nextBoolean() ? "SBD," + mountain + ",Toán\n" : counts(random) + mountain;
    return utf8(text + "\n2023,Long An," + mountain + ",THCS,5,trường\n");
  }

  /** Grave and dot below of windows-1258, more of them than any sample. */
  private static byte[] markBytes(Random random) {
    byte[] bytes = new byte[600_000 + random.nextInt(1_000_000)];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (i % 2 == 0 ? 0xcc : 0xf2);
    }
    byte[] header = utf8("SBD,Toan\n58000001,5\na");
    System.arraycopy(header, 0, bytes, 0, header.length);
    return bytes;
  }

  private static byte[] odd(Random random) {
    String odd = "\u202e\u200b\ufeff\u00a0\u2028\u2029\u0085\u000b\f\u001a\ufffe\ud83d\ude00٣５Ⅷ";
    StringBuilder text = new StringBuilder(exam(random, 100) + counts(random));
    for (int i = 0; i < 200; i++) {
      int at = random.nextInt(odd.length());
      text.insert(random.nextInt(text.length()), odd.substring(at, at + 1));
    }
    return utf8(text.toString());
  }

  private static byte[] numbers(Random random) {
    List<String> odd =
        List.of(
            "9".repeat(100_000),
            "1e999999",
            "1.234.567.890.123",
            "0x1p3",
            "NaN",
            "-0",
            "0".repeat(50_000) + "5",
            "1,".repeat(3),
            "31/02/2023",
            "99999999999",
            "٣٤");
    StringBuilder text = new StringBuilder();
    text.append("Năm tốt nghiệp,Tỉnh,Huyện,Cấp học,Số tốt nghiệp,Cơ sở tính,Ngày chốt số liệu\n");
    for (int i = 0; i < 60; i++) {
      text.append(random.nextBoolean() ? "2023" : odd.get(random.nextInt(odd.size())));
      text.append(",Long An,Tân An,THCS,").append(odd.get(random.nextInt(odd.size())));
      text.append(",trường,").append(odd.get(random.nextInt(odd.size()))).append('\n');
    }
    return utf8(text.toString());
  }

  private static final String TABLE =
      "I. Cấp trung học cơ sở\nSTT,Đơn vị,Tỷ lệ % học sinh tốt nghiệp THCS tiếp tục học tập tại các"
          + " cơ sở giáo dục nghề nghiệp đào tạo trình độ sơ cấp; trung cấp\n1,Huyện Bến"
          + " Lức,32.01\n2,Huyện Đức Hòa,37.87\n";

  private static byte[] dashes(Random random) {
    String caption = "(Kèm theo Kế hoạch số 568/KH" + "-a".repeat(30 + random.nextInt(5000)) + ")";
    return utf8("BẢNG CHỈ TIÊU ĐĂNG KÝ NĂM 2023\n" + caption + "\n" + TABLE);
  }

  private static byte[] captions(Random random) {
    String line = "chỉ tiêu ".repeat(100_000 + random.nextInt(200_000));
    return utf8(line + "\n" + "số 1/a ngày ".repeat(100_000) + "\n" + TABLE);
  }

  private static byte[] places(Random random) {
    StringBuilder text = new StringBuilder(counts(random));
    for (int i = 0; i < 3000; i++) {
      text.append("2023,Long %d,Tân %d,THCS,5,trường\n".formatted(i, random.nextInt(100_000)));
      text.append("2023,Long An,%s %d,THCS,5,trường\n".formatted("Tân ".repeat(40), i));
    }
    return utf8(text.toString());
  }
}
