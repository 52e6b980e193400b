package vn.phanluong.reading;

import static vn.phanluong.reading.Damage.counts;
import static vn.phanluong.reading.Damage.cut;
import static vn.phanluong.reading.Damage.exam;
import static vn.phanluong.reading.Damage.flipped;
import static vn.phanluong.reading.Damage.utf8;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Damaged delimited text: its bytes, its lines, its quotes, its columns. */
final class TextDamages {
  private static final int ENDLESS = 64 << 20;

  private TextDamages() {}

  static List<Damage> kinds() {
    return List.of(
        csv("cut", "the last record", random -> cut(utf8(exam(random, 500)), random)),
        csv("flipped", "decoding, cells", random -> flipped(utf8(exam(random, 500)), random)),
        csv("flipped-words", "decoding", random -> flipped(utf8(counts(random)), random)),
        csv("nul-bytes", "the guess of UTF-16", TextDamages::nulBytes),
        csv("noise", "the guess of encodings", TextDamages::noise),
        csv("tiny", "looking at first bytes", TextDamages::tiny),
        csv("endless-line", "memory, by a line without end", TextDamages::endlessLine).heavy(),
        csv("endless-cell", "memory, by a quote without end", TextDamages::endlessCell).heavy(),
        csv("long-lines", "memory, by the first lines being held", TextDamages::longLines).heavy(),
        csv("open-quotes", "time, by a quote open in every line", TextDamages::openQuotes).heavy(),
        csv("long-open-quotes", "memory, by long lines joined", TextDamages::longOpenQuotes)
            .heavy(),
        csv("ten-thousand-columns", "findings a column", TextDamages::manyColumns).heavy(),
        csv("million-columns", "memory and time a column", TextDamages::millionColumns).heavy(),
        csv("million-columns-below", "time, by headers of two lines", TextDamages::millionBelow)
            .heavy(),
        csv("duplicated-headers", "time, by columns of one name", TextDamages::sameHeaders).heavy(),
        csv("long-wrong-cells", "memory, by findings that quote", TextDamages::longWrongCells)
            .heavy(),
        txt("many-labels", "memory, by findings a label", TextDamages::manyLabels).heavy(),
        csv("header-only", "the first row that is not there", TextDamages::headerOnly),
        csv("headers-all-along", "what is no row of data", TextDamages::headers),
        csv("formula-injection", "who opens the findings", TextDamages::formulas),
        csv("newlines", "blank lines, mixed line ends", TextDamages::newlines).heavy());
  }

  private static Damage csv(String name, String attacks, Damage.Maker maker) {
    return new Damage(name, attacks, ".csv", maker);
  }

  private static Damage txt(String name, String attacks, Damage.Maker maker) {
    return new Damage(name, attacks, ".txt", maker);
  }

  private static byte[] nulBytes(Random random) {
    byte[] bytes = utf8(exam(random, 200));
    for (int i = 1 + random.nextInt(bytes.length / 2); i > 0; i--) {
      bytes[random.nextInt(bytes.length)] = 0;
    }
    return bytes;
  }

  private static byte[] noise(Random random) {
    byte[] bytes = new byte[random.nextInt(200_000)];
    random.nextBytes(bytes);
    return bytes;
  }

  private static byte[] tiny(Random random) {
    byte[] magic = {
      (byte) 0xff,
      (byte) 0xfe,
      (byte) 0xef,
      (byte) 0xbb,
      (byte) 0xbf,
      'P',
      'K',
      3,
      4,
      0x1f,
      (byte) 0x8b,
      (byte) 0xd0,
      (byte) 0xcf,
      0x11,
      (byte) 0xe0,
      0
    };
    int from = random.nextInt(magic.length);
    return Arrays.copyOfRange(magic, from, from + random.nextInt(magic.length - from + 1));
  }

  private static byte[] endlessLine(Random random) {
    String start = random.nextBoolean() ? exam(random, random.nextInt(300)) + "2021,58" : "";
    return filled(start, "5", ENDLESS);
  }

  private static byte[] endlessCell(Random random) {
    String start = exam(random, random.nextInt(300)) + "2021,\"58";
    return filled(start, random.nextBoolean() ? "5" : "5,7\n", ENDLESS);
  }

  private static byte[] longLines(Random random) {
    return filled(exam(random, 1), "2021,58,".concat("7".repeat(900_000)) + "\n", ENDLESS);
  }

  private static byte[] openQuotes(Random random) {
    String line = "2021,58000001,a\",\"%s\n".formatted("b".repeat(random.nextInt(100)));
    return filled(exam(random, random.nextInt(3)), line, 8 << 20);
  }

  private static byte[] longOpenQuotes(Random random) {
    String line = "a\",\"" + "b".repeat(1_000_000 + random.nextInt(4_000_000)) + "\n";
    return filled(exam(random, 300), line, ENDLESS);
  }

  private static byte[] manyColumns(Random random) {
    StringBuilder header = new StringBuilder("Năm,SBD,Toán");
    StringBuilder row = new StringBuilder("2021,58000001,5");
    for (int i = 0; i < 10_000; i++) {
      header.append(",Cột ").append(i);
      row.append(',').append(random.nextInt(100));
    }
    return utf8("%s\n%s\n%s,1\n".formatted(header, row, row));
  }

  private static byte[] millionColumns(Random random) {
    String cell = List.of(",", ";", "\t", "a,", "Toán,").get(random.nextInt(5));
    String line = cell.repeat(1_500_000) + "SBD\n";
    return utf8(random.nextBoolean() ? line : exam(random, 2) + line + line);
  }

  private static byte[] millionBelow(Random random) {
    return utf8(exam(random, 2) + "Toán,".repeat(1_500_000) + "SBD\n");
  }

  private static byte[] sameHeaders(Random random) {
    int columns = 2 + random.nextInt(16_000);
    String header = "SBD,Toán," + "Toán,".repeat(columns) + "SBD\n";
    return utf8(header.repeat(1 + random.nextInt(40)) + "58000001" + ",5".repeat(columns) + "\n");
  }

  private static byte[] longWrongCells(Random random) {
    String line = "2021,58%06d,%s,5,5,5\n".formatted(random.nextInt(1000), "x".repeat(400_000));
    return filled(exam(random, 1), line, ENDLESS);
  }

  private static byte[] manyLabels(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 100_000; i++) {
      text.append("58%06d|Môn %d-%d:6.20;Văn:5.50;\n".formatted(i, i, random.nextInt(1000)));
    }
    return utf8(text.toString());
  }

  private static byte[] headerOnly(Random random) {
    String header = exam(random, 0);
    return utf8(random.nextBoolean() ? header : header.strip() + "\n".repeat(random.nextInt(99)));
  }

  private static byte[] headers(Random random) {
    String header = exam(random, 0);
    StringBuilder text = new StringBuilder(header);
    for (int i = 0; i < 3000; i++) {
      text.append(
          switch (random.nextInt(4)) {
            case 0 -> header;
            case 1 -> "Trang " + i + "\n";
            case 2 -> "Tổng cộng,,5,5,5,5\n";
            default -> "2021,58%06d,5,5,5,5\n".formatted(i);
          });
    }
    return utf8(text.toString());
  }

  private static byte[] formulas(Random random) {
    List<String> evil =
        List.of(
            "=cmd|' /C calc'!A0",
            "+HYPERLINK(\"http://x.vn\";\"5\")",
            "@SUM(1+1)*cmd",
            "-2+3+cmd|' /C calc'!A0",
            "\"=1+1\"",
            "\t=1",
            "%s%n%x%1$s");
    StringBuilder text = new StringBuilder(exam(random, 3));
    for (int i = 0; i < 200; i++) {
      String cell = evil.get(random.nextInt(evil.size()));
      text.append(random.nextBoolean() ? "2021," + cell + ",5,5,5,5\n" : cell + ",1,2,3,4,5\n");
    }
    return utf8(text.toString());
  }

  private static byte[] newlines(Random random) {
    StringBuilder text = new StringBuilder(random.nextBoolean() ? exam(random, 2) : "");
    for (int i = 0; i < 300_000; i++) {
      text.append(List.of("\n", "\r", "\r\n", "\n\r", " \n", ",,\n").get(random.nextInt(6)));
    }
    return utf8(text.append("2021,58999999,5,5,5,5").toString());
  }

  /** A start, then a piece over and over up to a size. */
  static byte[] filled(String start, String piece, int size) {
    byte[] first = utf8(start);
    byte[] each = utf8(piece);
    ByteBuffer bytes = ByteBuffer.allocate(first.length + size);
    bytes.put(first);
    while (bytes.remaining() >= each.length) {
      bytes.put(each);
    }
    return Arrays.copyOf(bytes.array(), bytes.position());
  }
}
