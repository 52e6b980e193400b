package vn.phanluong.synthetic.ministry;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.phanluong.definition.SchemaFiles;
import vn.phanluong.synthetic.Years;

/**
 * The folder of a ministry. Everything is made aside in {@code .making}, where {@code
 * synthetic.properties}, which says what the folder will hold, is written last; then all is moved.
 * What a killed run leaves is moved by the next one if it is whole, and else made again.
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
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new OrderRefused(
          "%s là tệp, không phải thư mục. Hãy chọn tên khác.".formatted(folder),
          "%s is a file, no folder. Choose another name.".formatted(folder));
    }
    if (Files.exists(folder.resolve(STAGING).resolve(MANIFEST))) {
      settle(folder);
    }
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
      return inside.allMatch(path -> path.endsWith(STAGING));
    }
  }

  private static Map<String, String> facts(Order order) {
    SchemaFiles files = SchemaFiles.bundled();
    String assumed = files.text("reference/synthetic_parameter.csv");
    Map<String, String> facts =
        new TreeMap<>(
            Map.of(
                "seed", Long.toString(order.seed()),
                "scale", Double.toString(order.scale()),
                "parameters", Integer.toHexString(assumed.hashCode())));
    order
        .assumed()
        .forEach((name, value) -> facts.put("assumed." + name.replace(':', '.'), value.toString()));
    return facts;
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

  /** Says what was made, and moves it to its place. */
  void finish() throws IOException {
    Path staging = order.folder().resolve(STAGING);
    delete(staging.resolve("spill"));
    for (String name : GROWING) {
      grow(truth().resolve(name), staging.resolve("truth").resolve(name));
    }
    StringBuilder text =
        new StringBuilder("# DỮ LIỆU MÔ PHỎNG, KHÔNG PHẢI SỐ LIỆU THẬT. SYNTHETIC, NOT REAL.\n");
    facts(order).forEach((name, value) -> text.append(name).append('=').append(value).append('\n'));
    text.append("from=%d\nto=%d\n".formatted(order.years().from(), order.years().to()));
    Path aside = staging.resolve(MANIFEST + ".part");
    Files.writeString(aside, text);
    move(aside, staging.resolve(MANIFEST));
    settle(order.folder());
  }

  /** Moves what is whole to its place, what says so last. Can be killed and run again. */
  private static void settle(Path folder) throws IOException {
    Path staging = folder.resolve(STAGING);
    Path manifest = staging.resolve(MANIFEST);
    List<Path> made;
    try (Stream<Path> inside = Files.walk(staging)) {
      made = inside.filter(path -> Files.isRegularFile(path) && !path.equals(manifest)).toList();
    }
    for (Path file : made) {
      Path place = folder.resolve(staging.relativize(file).toString());
      Files.createDirectories(place.getParent());
      move(file, place);
    }
    move(manifest, folder.resolve(MANIFEST));
    delete(staging);
  }

  private static void move(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Puts the rows of earlier years into a list just made, file by file in the order of paths. */
  private static void grow(Path old, Path made) throws IOException {
    if (!Files.exists(old) || !Files.exists(made)) {
      return;
    }
    String header = Files.readAllLines(made).get(0);
    Map<String, StringBuilder> byFile = byFile(old);
    byFile.putAll(byFile(made));
    Files.writeString(made, header + "\n" + String.join("", byFile.values()));
  }

  /** The lines about each file; a quoted cell may go on in the next line. */
  private static Map<String, StringBuilder> byFile(Path list) throws IOException {
    Map<String, StringBuilder> byFile = new TreeMap<>();
    List<String> lines = Files.readAllLines(list);
    String path = "";
    boolean isQuoted = false;
    for (String line : lines.subList(1, lines.size())) {
      path = isQuoted ? path : line.substring(0, line.indexOf(','));
      byFile.computeIfAbsent(path, any -> new StringBuilder()).append(line).append('\n');
      isQuoted ^= line.chars().filter(c -> c == '"').count() % 2 == 1;
    }
    return byFile;
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
