package vn.phanluong.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder for files that must be in clear for a moment: in memory where the system offers that,
 * else in the vault; open to its owner alone, emptied at the end. What a killed run left is removed
 * by the next one, which the home's lock keeps alone.
 */
public final class PrivateFolder implements AutoCloseable {
  private static final Path MEMORY = Path.of("/dev/shm");

  private final Path folder;

  private PrivateFolder(Path folder) {
    this.folder = folder;
  }

  /** Opens the folder of a home whose lock is held. */
  public static PrivateFolder of(Home home) {
    String name = "phanluong-" + Integer.toHexString(home.root().toString().hashCode());
    try {
      Path parent = Files.isWritable(MEMORY) ? MEMORY : Files.createDirectories(home.vault());
      Path folder = parent.resolve(name);
      remove(folder);
      return new PrivateFolder(
          Files.createDirectory(
              folder,
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where a file of a name would lie; not the name's own folder. */
  public Path file(String name) {
    return folder.resolve(String.valueOf(Path.of(name).getFileName()));
  }

  @Override
  public void close() {
    remove(folder);
  }

  private static void remove(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> inside = Files.walk(folder)) {
      List<Path> deepestFirst = inside.sorted(Comparator.reverseOrder()).toList();
      for (Path each : deepestFirst) {
        Files.deleteIfExists(each);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
