package vn.phanluong.definition;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files of {@code schemas/}, from the jar or from a folder, by path relative to it. */
public final class SchemaFiles {
  private static final SchemaFiles BUNDLED = new SchemaFiles(readBundled());

  private final Map<String, String> texts;

  private SchemaFiles(Map<String, String> texts) {
    this.texts = texts;
  }

  /** The files this program was built with. */
  public static SchemaFiles bundled() {
    return BUNDLED;
  }

  /** The files of a folder, for tests and tools. */
  public static SchemaFiles of(Path folder) {
    try {
      return new SchemaFiles(read(folder));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Relative path to text of all files under {@code folder/} that end with {@code suffix}, sorted.
   */
  public Map<String, String> under(String folder, String suffix) {
    Map<String, String> found = new TreeMap<>(texts);
    found.keySet().removeIf(path -> !path.startsWith(folder) || !path.endsWith(suffix));
    return found;
  }

  /**
   * Text of one file.
   *
   * @throws IllegalArgumentException if there is no such file
   */
  public String text(String path) {
    String text = texts.get(path);
    if (text == null) {
      throw new IllegalArgumentException("No file schemas/" + path);
    }
    return text;
  }

  private static Map<String, String> readBundled() {
    URL root = SchemaFiles.class.getResource("/schemas");
    if (root == null) {
      throw new IllegalStateException("This build holds no schemas/");
    }
    try {
      URI uri = root.toURI();
      if (!"jar".equals(uri.getScheme())) {
        return read(Path.of(uri));
      }
      try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
        return read(jar.getPath("schemas"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, String> read(Path folder) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        texts.put(folder.relativize(file).toString().replace('\\', '/'), Files.readString(file));
      }
    }
    return texts;
  }
}
