package vn.phanluong.reading;

import static vn.phanluong.reading.Damage.cut;
import static vn.phanluong.reading.Damage.exam;
import static vn.phanluong.reading.Damage.flipped;
import static vn.phanluong.reading.Damage.utf8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Damaged and hostile archives around a text. */
final class ArchiveDamages {
  private static final int MEGABYTES = 1024;

  private ArchiveDamages() {}

  static List<Damage> kinds() {
    return List.of(
        gz("cut-gzip", "the end of a stream", random -> cut(gzip(exam(random, 5000)), random)),
        gz("flipped-gzip", "inflating", random -> flipped(gzip(exam(random, 5000)), random)),
        gz("newlines-bomb", "memory and time, by 1 GB of line ends", random -> bomb(random, "\n"))
            .heavy(),
        gz("line-bomb", "memory, by 1 GB without one", random -> bomb(random, "5")).heavy(),
        gz("rows-bomb", "time, by 1 GB of rows", random -> bomb(random, "2021,58000001,5,5,5\n"))
            .heavy(),
        gz("gzip-in-gzip", "what is inside", ArchiveDamages::gzipInGzip),
        zip("cut-zip", "the directory at the end", random -> cut(zipped(random), random)),
        zip("flipped-zip", "the directory, inflating", random -> flipped(zipped(random), random)),
        zip("zip-bomb", "memory and time, by 1 GB in a megabyte", ArchiveDamages::zipBomb).heavy(),
        zip("lying-sizes", "sizes as the directory states them", ArchiveDamages::lyingSizes)
            .heavy(),
        zip("nested-zips", "what is inside", ArchiveDamages::nested),
        zip("path-traversal", "names used as paths", ArchiveDamages::traversal),
        zip("many-entries", "the directory", ArchiveDamages::manyEntries),
        zip("wrong-magic", "telling what it is", ArchiveDamages::wrongMagic),
        zip("odd-entry", "flags and methods of an entry", ArchiveDamages::oddEntry));
  }

  private static Damage gz(String name, String attacks, Damage.Maker maker) {
    return new Damage(name, attacks, ".csv.gz", maker);
  }

  private static Damage zip(String name, String attacks, Damage.Maker maker) {
    return new Damage(name, attacks, ".zip", maker);
  }

  static byte[] gzip(String text) throws IOException {
    return gzip(utf8(text));
  }

  static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }

  /** Members of a megabyte each, one after the other: a gzip file may have several. */
  private static byte[] bomb(Random random, String piece) throws IOException {
    byte[] member = gzip(TextDamages.filled("", piece, 1 << 20));
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    if (random.nextBoolean()) {
      all.write(gzip(exam(random, 100 + random.nextInt(300))));
    }
    for (int i = 0; i < MEGABYTES; i++) {
      all.write(member);
    }
    return all.toByteArray();
  }

  private static byte[] gzipInGzip(Random random) throws IOException {
    byte[] packed = gzip(exam(random, 20));
    for (int i = random.nextInt(5); i >= 0; i--) {
      packed = gzip(packed);
    }
    return packed;
  }

  private static byte[] zipped(Random random) throws IOException {
    return zip(utf8(exam(random, 5000)), "thi_2021.csv");
  }

  static byte[] zip(byte[] bytes, String... names) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(packed)) {
      for (String name : names) {
        out.putNextEntry(new ZipEntry(name));
        out.write(bytes);
      }
    }
    return packed.toByteArray();
  }

  private static byte[] zipBomb(Random random) throws IOException {
    String piece = List.of("\n", "5", ",", "2021,58000001,5,5,5\n").get(random.nextInt(4));
    byte[] megabyte = TextDamages.filled("", piece, 1 << 20);
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(packed)) {
      out.setLevel(1);
      out.putNextEntry(new ZipEntry("thi_2021.csv"));
      out.write(utf8(exam(random, random.nextInt(300))));
      for (int i = 0; i < MEGABYTES / 4; i++) {
        out.write(megabyte);
      }
    }
    return packed.toByteArray();
  }

  /** The sizes in the directory of a bomb are changed, so that it looks harmless. */
  private static byte[] lyingSizes(Random random) throws IOException {
    byte[] bytes = random.nextBoolean() ? zipBomb(random) : zipped(random);
    ByteBuffer zip = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int directory = zip.getInt(bytes.length - 6);
    zip.putInt(directory + 20, random.nextBoolean() ? -2 : random.nextInt());
    zip.putInt(directory + 24, random.nextBoolean() ? -2 : random.nextInt());
    return bytes;
  }

  private static byte[] nested(Random random) throws IOException {
    byte[] bytes = utf8(exam(random, 20));
    for (int i = 2 + random.nextInt(30); i > 0; i--) {
      bytes = zip(bytes, "thi_2021" + (i % 2 == 0 ? ".zip" : ".csv"));
    }
    return bytes;
  }

  private static byte[] traversal(Random random) throws IOException {
    List<String> names =
        List.of(
            "../../../../tmp/phanluong-traversal.csv",
            "/tmp/phanluong-traversal.csv",
            "..\\..\\phanluong-traversal.csv",
            "C:\\phanluong-traversal.csv",
            "a/../../b\u0000.csv",
            "x".repeat(60_000));
    return zip(utf8(exam(random, 20)), names.get(random.nextInt(names.size())));
  }

  private static byte[] manyEntries(Random random) throws IOException {
    String[] names = new String[2 + random.nextInt(60_000)];
    Arrays.setAll(names, i -> "__MACOSX/" + i);
    if (random.nextBoolean()) {
      names[0] = "thi_2021.csv";
    }
    return zip(utf8("SBD"), names);
  }

  private static byte[] wrongMagic(Random random) throws IOException {
    byte[] bytes = random.nextBoolean() ? utf8(exam(random, 50)) : gzip(exam(random, 50));
    List<byte[]> magics =
        List.of(
            new byte[] {'P', 'K', 3, 4},
            new byte[] {'P', 'K', 5, 6},
            new byte[] {0x1f, (byte) 0x8b, 8, 0},
            new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0},
            new byte[] {'R', 'a', 'r', '!'},
            new byte[] {'%', 'P', 'D', 'F'});
    System.arraycopy(magics.get(random.nextInt(magics.size())), 0, bytes, 0, 4);
    return bytes;
  }

  /** Encrypted by its flags, or packed by a method nobody has. */
  private static byte[] oddEntry(Random random) throws IOException {
    byte[] bytes = zipped(random);
    ByteBuffer zip = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int directory = zip.getInt(bytes.length - 6);
    boolean isFlag = random.nextBoolean();
    short value = isFlag ? (short) (1 + random.nextInt(0xffff)) : (short) (9 + random.nextInt(90));
    zip.putShort(directory + (isFlag ? 8 : 10), value);
    zip.putShort(isFlag ? 6 : 8, value);
    return bytes;
  }
}
