package vn.phanluong;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
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
    new HomeKeys(home).establish();
    return new TableStore(session, home);
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
      try (Stream<Path> inside = Files.walk(path)) {
        for (Path each : inside.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(each);
        }
      }
      Files.deleteIfExists(Path.of(new Home(path).keys()));
    }
  }
}
