package vn.phanluong;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import vn.phanluong.runtime.Home;
import vn.phanluong.runtime.HomeKeys;
import vn.phanluong.runtime.TableStore;

/** Hands a test an empty warehouse of its own, removed after the test, or after the class. */
public final class HomeExtension implements ParameterResolver {

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == TableStore.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    SparkSession session = SparkExtension.session(context);
    Folder folder = new Folder(newFolder());
    context.getStore(Namespace.create(HomeExtension.class)).put(folder, folder);
    Home home = new Home(folder.path());
    establish(home, context);
    return new TableStore(session, home);
  }

  /** All homes of the run have the same keys, so that one person has one pseudonym in all. */
  private static void establish(Home home, ExtensionContext context) {
    Path file = Path.of(home.keys());
    String keys =
        context
            .getRoot()
            .getStore(Namespace.create(HomeExtension.class))
            .getOrComputeIfAbsent("keys", key -> newKeys(home), String.class);
    try {
      Files.writeString(file, keys);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    new HomeKeys(home).establish();
  }

  private static String newKeys(Home home) {
    Home first = new Home(home.root().resolve("first"));
    new HomeKeys(first).establish();
    try {
      String keys = Files.readString(Path.of(first.keys()));
      remove(first.root());
      Files.delete(Path.of(first.keys()));
      return keys;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Tasks of a job that failed end after it, and may write while their folder goes. */
  private static void removeWhenQuiet(Path folder) throws IOException {
    for (int tries = 1; Files.exists(folder); tries++) {
      try {
        remove(folder);
      } catch (IOException | UncheckedIOException e) {
        if (tries == 100) {
          throw e;
        }
        LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
      }
    }
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> inside = Files.walk(folder)) {
      for (Path each : inside.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    }
  }

  private static Path newFolder() {
    try {
      Path folder = Files.createTempDirectory("phanluong-test");
      Files.createDirectories(folder.resolve("tables"));
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record Folder(Path path) implements AutoCloseable {
    @Override
    public void close() throws IOException {
      // Else the snapshots of all homes stay in memory to the end of the run.
      DeltaLog.clearCache();
      removeWhenQuiet(path);
      Files.deleteIfExists(Path.of(new Home(path).keys()));
    }
  }
}
