package vn.phanluong;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import vn.phanluong.definition.SchemaFiles;

/** The files of the schemas, to be changed in a folder of a test. */
public final class BundledSchemas {
  private BundledSchemas() {}

  /** Copies those whose path below {@code schemas/} matches a regular expression. */
  public static void copy(Path folder, String paths) throws IOException {
    for (Map.Entry<String, String> file : SchemaFiles.bundled().under("", "").entrySet()) {
      if (file.getKey().matches(paths)) {
        Path path = folder.resolve(file.getKey());
        Files.createDirectories(path.getParent());
        Files.writeString(path, file.getValue());
      }
    }
  }
}
