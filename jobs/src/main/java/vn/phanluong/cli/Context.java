package vn.phanluong.cli;

import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import vn.phanluong.runtime.Home;
import vn.phanluong.runtime.HomeLock;
import vn.phanluong.runtime.Progress;
import vn.phanluong.runtime.Sessions;
import vn.phanluong.runtime.TableStore;

/** What every command is given: the home, the language. */
final class Context {
  @Option(
      names = "--home",
      paramLabel = "DIR",
      defaultValue = "warehouse",
      scope = picocli.CommandLine.ScopeType.INHERIT,
      description = "Thư mục kho dữ liệu. The warehouse. Default: ${DEFAULT-VALUE}.")
  Path home = Path.of("warehouse");

  @Option(
      names = "--lang",
      paramLabel = "vi|en",
      defaultValue = "vi",
      scope = picocli.CommandLine.ScopeType.INHERIT,
      description = "Ngôn ngữ thông báo. Language of messages. Default: ${DEFAULT-VALUE}.")
  String language = "vi";

  @Option(
      names = "--master",
      paramLabel = "URL",
      scope = picocli.CommandLine.ScopeType.INHERIT,
      description =
          "Cụm Spark; mặc định chạy tại chỗ. Spark master, read by the launcher; local by default.")
  @Nullable String master;

  @Option(
      names = "--keys",
      paramLabel = "FILE",
      defaultValue = "${env:PHANLUONG_KEYS}",
      scope = picocli.CommandLine.ScopeType.INHERIT,
      description =
          "Tệp khóa, hoặc kho khóa Hadoop (jceks://…). Mặc định: cạnh kho, tên KHO.keys.json.%n"
              + "The keys: a file or a Hadoop credential provider. Default: beside the warehouse.")
  @Nullable String keys;

  boolean isVietnamese() {
    return !language.equals("en");
  }

  String say(String vi, String en) {
    return isVietnamese() ? vi : en;
  }

  Progress progress() {
    return new Progress(System.err, isVietnamese());
  }

  Home existingHome() {
    return Home.existing(home, keys);
  }

  /** Runs work that changes the home, alone. */
  <T> T writing(Function<TableStore, T> work) {
    Home existing = existingHome();
    try (HomeLock lock = HomeLock.take(existing)) {
      return work.apply(new TableStore(Sessions.open("phanluong"), existing));
    }
  }

  /** Runs work that only reads the home. */
  <T> T reading(Function<TableStore, T> work) {
    return work.apply(new TableStore(Sessions.open("phanluong"), existingHome()));
  }
}
