package vn.phanluong.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * One writing process a home. Delta's local log store is not safe between processes, so the
 * operating system keeps the second writer out; the lock dies with its process.
 */
public final class HomeLock implements AutoCloseable {
  private final FileChannel channel;

  private HomeLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the lock or fails at once.
   *
   * @throws Problem of kind HELD if another run has it
   */
  public static HomeLock take(Home home) {
    try {
      Files.createDirectories(home.root());
      FileChannel channel =
          FileChannel.open(home.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (lock(channel) == null) {
        channel.close();
        throw new Problem(
            Problem.Kind.HELD,
            "Một lần chạy khác đang giữ kho %s. Chờ nó xong rồi chạy lại.".formatted(home.root()),
            "Another run holds the warehouse %s. Wait for it to end and run again."
                .formatted(home.root()));
      }
      return new HomeLock(channel);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
