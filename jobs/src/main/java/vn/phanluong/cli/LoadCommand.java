package vn.phanluong.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import vn.phanluong.raw.Load;
import vn.phanluong.raw.Receipt;
import vn.phanluong.reading.Declared;
import vn.phanluong.reading.Finding;
import vn.phanluong.runtime.Problem;

/** {@code load}. */
@Command(
    name = "load",
    mixinStandardHelpOptions = true,
    description =
        "Kiểm tra tệp rồi nhận vào kho; thư mục cũng được. Dòng sai giữ lại cùng lý do.%n"
            + "Screens files and takes them in; a folder is fine. Wrong rows are kept with the"
            + " reason.")
final class LoadCommand implements Callable<Integer> {
  @ParentCommand PhanLuong parent = new PhanLuong();

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "Tệp hoặc thư mục. Files, folders.")
  List<Path> paths = List.of();

  @Option(
      names = "--dataset",
      description = "Tập dữ liệu, nếu không nhận ra được. The dataset, where it cannot be told.")
  @Nullable String dataset;

  @Option(names = "--period", paramLabel = "YEAR", description = "Kỳ báo cáo. Year it is about.")
  @Nullable Short period;

  @Option(names = "--reporter", description = "Đơn vị báo cáo. Who answers for it.")
  @Nullable String reporter;

  @Option(names = "--format", description = "table, csv, json. Default: ${DEFAULT-VALUE}.")
  Output.Format format = Output.Format.table;

  @Override
  public Integer call() {
    Context context = parent.context;
    List<Path> files = files();
    Declared declared = new Declared(dataset, reporter, period);
    List<Receipt> receipts =
        context.writing(store -> new Load(store, context.progress()).run(files, declared));
    new Output(
            List.of(
                "file",
                "dataset",
                "reporter",
                "period",
                "status",
                "read",
                "accepted",
                "rejected",
                "findings"),
            receipts.stream().map(LoadCommand::cells).toList())
        .print(System.out, format);
    receipts.forEach(receipt -> tellFindings(context, receipt));
    return receipts.stream().anyMatch(Receipt::isTurnedAway) ? 1 : 0;
  }

  private static List<@Nullable Object> cells(Receipt receipt) {
    return Arrays.asList(
        receipt.fileName(),
        receipt.dataset(),
        receipt.reporterCode(),
        receipt.period(),
        receipt.status(),
        receipt.rowsRead(),
        receipt.rowsAccepted(),
        receipt.rowsRejected(),
        receipt.findingCount());
  }

  private static void tellFindings(Context context, Receipt receipt) {
    for (Finding finding : receipt.findings()) {
      System.err.printf(
          "%s:%d  %s  %s%n",
          receipt.fileName(),
          finding.rowNumber(),
          finding.code(),
          context.say(finding.vi(), finding.en()));
    }
    long more = receipt.findingCount() - receipt.findings().size();
    if (more > 0) {
      System.err.println(
          context.say(
              "%s: còn %d phát hiện nữa trong ops.finding (./phanluong sql --working \"…\")."
                  .formatted(receipt.fileName(), more),
              "%s: %d more findings in ops.finding (./phanluong sql --working \"…\")."
                  .formatted(receipt.fileName(), more)));
    }
  }

  /** All files, those of a folder in the order of their paths. */
  private List<Path> files() {
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
