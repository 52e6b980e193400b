package vn.phanluong.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import vn.phanluong.raw.Pull;
import vn.phanluong.raw.Receipt;
import vn.phanluong.runtime.Problem;

/** {@code pull}. */
@Command(
    name = "pull",
    mixinStandardHelpOptions = true,
    description =
        "Kéo dữ liệu từ cơ sở dữ liệu nguồn qua JDBC; lần sau chỉ lấy phần thay đổi.%n"
            + "Takes rows of a source database in over JDBC; later only what has changed.")
final class PullCommand implements Callable<Integer> {
  @ParentCommand PhanLuong parent = new PhanLuong();

  @Mixin DeclaredScope scope = new DeclaredScope();

  @Option(
      names = "--url",
      required = true,
      paramLabel = "JDBC",
      description = "Địa chỉ, ví dụ jdbc:postgresql://máy/csdl. The database's address.")
  String url = "";

  @Option(
      names = "--table",
      required = true,
      paramLabel = "TABLE",
      description = "Bảng hoặc khung nhìn, kèm lược đồ. Table or view, with its schema.")
  String table = "";

  @Option(
      names = "--changed-by",
      paramLabel = "COLUMN",
      description =
          "Cột tăng lên mỗi khi dòng thay đổi; không có thì lấy tất cả. Column that grows whenever"
              + " a row changes; without it all rows are read.")
  @Nullable String changedBy;

  @Option(names = "--user", description = "Tài khoản. Account.")
  @Nullable String user;

  @Option(
      names = "--password-file",
      paramLabel = "FILE",
      description = "Tệp mật khẩu. File that holds the password.")
  @Nullable Path passwordFile;

  @Option(names = "--format", description = "table, csv, json. Default: ${DEFAULT-VALUE}.")
  Output.Format format = Output.Format.table;

  @Override
  public Integer call() {
    Context context = parent.context;
    if (scope.dataset == null || scope.period == null) {
      throw new Problem(
          Problem.Kind.USE,
          "Nêu --dataset và --period: một bảng nguồn không có tên tệp để suy ra.",
          "State --dataset and --period: a source table has no file name that tells.");
    }
    Pull.Source source = new Pull.Source(url, credentials(), table, changedBy);
    List<Receipt> receipts =
        context.writing(store -> new Pull(store, context.progress()).run(source, scope.declared()));
    if (receipts.isEmpty()) {
      context.progress().say("Không có gì mới.", "Nothing has changed.");
    }
    return receipts.isEmpty() ? 0 : LoadCommand.tell(context, receipts, format);
  }

  private Properties credentials() {
    Properties credentials = new Properties();
    try {
      if (user != null) {
        credentials.setProperty("user", user);
      }
      if (passwordFile != null) {
        credentials.setProperty("password", Files.readString(passwordFile).strip());
      }
      return credentials;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
