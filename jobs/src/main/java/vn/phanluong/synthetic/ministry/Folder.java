package vn.phanluong.synthetic.ministry;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.phanluong.definition.SchemaFiles;
import vn.phanluong.synthetic.Years;

/**
 * The folder of a ministry. Everything is made aside in {@code .making} and moved when it is whole;
 * {@code synthetic.properties} is written last, and says what the folder holds. A killed run leaves
 * at most files that the next one writes again, byte for byte.
 */
final class Folder {
  private static final String MANIFEST = "synthetic.properties";
  private static final String STAGING = ".making";

  /** Lists that grow with the years, by the first cell of a row. */
  private static final List<String> GROWING = List.of("file.csv", "dirt.csv");

  private final Order order;
  private final @Nullable Years held;

  private Folder(Order order, @Nullable Years held) {
    this.order = order;
    this.held = held;
  }

  /**
   * Looks at the folder of an order.
   *
   * @throws OrderRefused if it holds something else, or the years cannot be added
   */
  static Folder open(Order order) throws IOException {
    Path folder = order.folder();
    Path manifest = folder.resolve(MANIFEST);
    if (!Files.exists(manifest)) {
      if (Files.exists(folder) && !isEmpty(folder)) {
        throw new OrderRefused(
            "Thư mục %s không trống và không phải của bộ mô phỏng này. Hãy chọn thư mục khác."
                .formatted(folder),
            "%s is not empty and holds no synthetic ministry. Name another folder."
                .formatted(folder));
      }
      return new Folder(order, null);
    }
    Properties stated = new Properties();
    stated.load(new StringReader(Files.readString(manifest)));
    for (Map.Entry<String, String> entry : facts(order).entrySet()) {
      String there = stated.getProperty(entry.getKey(), "");
      if (!there.equals(entry.getValue())) {
        throw new OrderRefused(
            "Thư mục %s có %s = %s, khác với %s được yêu cầu. Hãy chọn thư mục khác."
                .formatted(folder, entry.getKey(), there, entry.getValue()),
            "%s was made with %s = %s, not %s. Name another folder."
                .formatted(folder, entry.getKey(), there, entry.getValue()));
      }
    }
    Years held =
        new Years(
            Integer.parseInt(stated.getProperty("from")),
            Integer.parseInt(stated.getProperty("to")));
    if (held.from() != order.years().from() || held.to() > order.years().to()) {
      throw new OrderRefused(
          "Thư mục %s có các năm %d-%d: chỉ có thể thêm năm sau."
              .formatted(folder, held.from(), held.to()),
          "%s holds %d-%d: only later years can be added."
              .formatted(folder, held.from(), held.to()));
    }
    return new Folder(order, held);
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.allMatch(path -> path.endsWith(STAGING) || isUnfinished(folder));
    }
  }

  /** A run that was killed while it moved its files leaves what it had still to move. */
  private static boolean isUnfinished(Path folder) {
    return Files.exists(folder.resolve(STAGING));
  }

  private static Map<String, String> facts(Order order) {
    SchemaFiles files = SchemaFiles.bundled();
    String assumed = files.text("reference/synthetic_parameter.csv");
    return new TreeMap<>(
        Map.of(
            "seed", Long.toString(order.seed()),
            "scale", Double.toString(order.scale()),
            "parameters", Integer.toHexString(assumed.hashCode())));
  }

  /** The years of the order that the folder does not hold; null if it holds all. */
  @Nullable Years missing() {
    if (held == null) {
      return order.years();
    }
    return held.to() == order.years().to() ? null : new Years(held.to() + 1, order.years().to());
  }

  Path truth() {
    return order.folder().resolve("truth");
  }

  /** An empty folder to make things in. */
  Path stage() throws IOException {
    Path staging = order.folder().resolve(STAGING);
    delete(staging);
    return Files.createDirectories(staging);
  }

  /** Moves what was made to its place, and says what the folder now holds. */
  void finish() throws IOException {
    Path staging = order.folder().resolve(STAGING);
    delete(staging.resolve("spill"));
    for (String name : GROWING) {
      grow(truth().resolve(name), staging.resolve("truth").resolve(name));
    }
    List<Path> made;
    try (Stream<Path> inside = Files.walk(staging)) {
      made = inside.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path file : made) {
      Path place = order.folder().resolve(staging.relativize(file).toString());
      Files.createDirectories(place.getParent());
      Files.move(file, place, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
    StringBuilder text =
        new StringBuilder("# DỮ LIỆU MÔ PHỎNG, KHÔNG PHẢI SỐ LIỆU THẬT. SYNTHETIC, NOT REAL.\n");
    facts(order).forEach((name, value) -> text.append(name).append('=').append(value).append('\n'));
    text.append("from=%d\nto=%d\n".formatted(order.years().from(), order.years().to()));
    Path aside = staging.resolve(MANIFEST);
    Files.writeString(aside, text);
    Files.move(aside, order.folder().resolve(MANIFEST), StandardCopyOption.REPLACE_EXISTING);
    delete(staging);
  }

  /** Puts the rows of earlier years into a list just made, in the order of its lines. */
  private static void grow(Path old, Path made) throws IOException {
    if (!Files.exists(old) || !Files.exists(made)) {
      return;
    }
    List<String> lines = new ArrayList<>(Files.readAllLines(made));
    String header = lines.remove(0);
    List<String> before = Files.readAllLines(old);
    before.remove(0);
    List<String> all = Stream.concat(before.stream(), lines.stream()).distinct().sorted().toList();
    Files.writeString(made, header + "\n" + String.join("\n", all) + "\n");
  }

  int files() throws IOException {
    try (Stream<Path> inside = Files.walk(order.folder().resolve("files"))) {
      return (int) inside.filter(Files::isRegularFile).count();
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path left, @Nullable IOException failure)
              throws IOException {
            Files.delete(left);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
