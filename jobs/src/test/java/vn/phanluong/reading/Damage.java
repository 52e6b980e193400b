package vn.phanluong.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A kind of damaged or hostile file, made anew from a seed.
 *
 * @param name of the kind, in kebab case
 * @param attacks what of the screener it goes for
 * @param suffix of its file name
 * @param isHeavy true if screening a file of it takes seconds
 */
public record Damage(String name, String attacks, String suffix, boolean isHeavy, Maker maker) {

  Damage(String name, String attacks, String suffix, Maker maker) {
    this(name, attacks, suffix, false, maker);
  }

  /** The same kind, marked as one whose files hold millions of rows or of characters. */
  Damage heavy() {
    return new Damage(name, attacks, suffix, true, maker);
  }

  /** The bytes of one file of the kind. */
  interface Maker {
    byte[] make(Random random) throws IOException;
  }

  /** Every kind there is. */
  static List<Damage> all() {
    return Stream.of(
            TextDamages.kinds(),
            SpellingDamages.kinds(),
            ArchiveDamages.kinds(),
            XlsxDamages.kinds(),
            OfficeDamages.kinds())
        .flatMap(List::stream)
        .toList();
  }

  /** Number i of a run: kinds take turns, and no two files are one. */
  static Path write(Path folder, long seed, int i) {
    List<Damage> all = all();
    Damage kind = all.get(i % all.size());
    try {
      String name = "%04d-%s_2021%s".formatted(i, kind.name, kind.suffix);
      return Files.write(folder.resolve(name), kind.maker.make(new Random(seed * 1_000_003 + i)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file of each kind that is not heavy: a load writes every row of what it is given. */
  public static List<Path> light(Path folder, long seed) {
    List<Damage> all = all();
    return IntStream.range(0, all.size())
        .filter(i -> !all.get(i).isHeavy)
        .mapToObj(i -> write(folder, seed, i))
        .collect(Collectors.toCollection(ArrayList::new));
  }

  /** Exam results as a council sends them. */
  static String exam(Random random, int rows) {
    StringBuilder text = new StringBuilder("Năm,SBD,Toán,Ngữ văn,Vật lí,Lịch sử\n");
    for (int i = 0; i < rows; i++) {
      text.append("2021,58%06d".formatted(i + 1));
      for (int subject = 0; subject < 4; subject++) {
        int quarter = random.nextInt(44);
        text.append(',').append(quarter > 40 ? "" : Double.toString(quarter * 0.25));
      }
      text.append('\n');
    }
    return text.toString();
  }

  /** Counts by district, with words in Vietnamese. */
  static String counts(Random random) {
    StringBuilder text =
        new StringBuilder("Năm tốt nghiệp,Tỉnh,Huyện,Cấp học,Số tốt nghiệp,Cơ sở tính\n");
    for (String district :
        List.of("Tân An", "Bến Lức", "Thủ Thừa", "Đức Hòa", "Mộc Hóa", "Cần Giuộc")) {
      text.append("2023,Long An,%s,THCS,%d,trường\n".formatted(district, random.nextInt(2000)));
    }
    return text.toString();
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Cut anywhere but at its end. */
  static byte[] cut(byte[] whole, Random random) {
    return java.util.Arrays.copyOf(whole, random.nextInt(whole.length));
  }

  /** One to thirty bytes changed. */
  static byte[] flipped(byte[] whole, Random random) {
    byte[] bytes = whole.clone();
    for (int i = random.nextInt(30); i >= 0; i--) {
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 + random.nextInt(255));
    }
    return bytes;
  }
}
