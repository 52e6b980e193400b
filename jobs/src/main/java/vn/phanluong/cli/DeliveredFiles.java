package vn.phanluong.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import vn.phanluong.reading.Declared;
import vn.phanluong.runtime.Problem;

/** Delivered files on the command line, with what their sender declares of them. */
final class DeliveredFiles {
  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "Tệp hoặc thư mục. Files, folders.")
  List<Path> paths = List.of();

  @Mixin DeclaredScope scope = new DeclaredScope();

  /** What the options say. */
  Declared declared() {
    return scope.declared();
  }

  /** All files, those of a folder in the order of their paths. */
  List<Path> all() {
    List<Path> files = new ArrayList<>();
    for (Path path : paths) {
      List<Path> found = Files.isDirectory(path) ? under(path) : List.of(path);
      if (found.isEmpty() || !Files.isReadable(path)) {
        throw new Problem(
            Files.exists(path) ? Problem.Kind.DATA : Problem.Kind.USE,
            "%s: không có tệp nào đọc được. Kiểm tra lại đường dẫn.".formatted(path),
            "%s: there is no readable file. Check the path.".formatted(path));
      }
      files.addAll(found);
    }
    return files;
  }

  private static List<Path> under(Path folder) {
    try (Stream<Path> found = Files.walk(folder)) {
      return found
          .filter(Files::isRegularFile)
          .filter(file -> !String.valueOf(file.getFileName()).startsWith("."))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
