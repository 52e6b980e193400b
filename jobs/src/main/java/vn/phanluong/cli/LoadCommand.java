package vn.phanluong.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import vn.phanluong.raw.Load;
import vn.phanluong.raw.Receipt;
import vn.phanluong.reading.Finding;

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

  @Mixin DeliveredFiles delivered = new DeliveredFiles();

  @Option(names = "--format", description = "table, csv, json. Default: ${DEFAULT-VALUE}.")
  Output.Format format = Output.Format.table;

  /** Of more files findings are told together. */
  private static final int READ_ONE_BY_ONE = 20;

  private static final String BY_CODE =
      "./phanluong sql --working \"SELECT code, count(DISTINCT submission_id) AS files, count(*) AS"
          + " findings FROM ops.finding GROUP BY code ORDER BY findings DESC\"";

  @Override
  public Integer call() {
    Context context = parent.context;
    List<Path> files = delivered.all();
    List<Receipt> receipts =
        context.writing(
            store -> new Load(store, context.progress()).run(files, delivered.declared()));
    return tell(context, receipts, format);
  }

  /** Prints receipts and the first findings; 1 if anything was turned away. */
  static int tell(Context context, List<Receipt> receipts, Output.Format format) {
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
    if (receipts.size() <= READ_ONE_BY_ONE) {
      receipts.forEach(receipt -> tellFindings(context, receipt));
    } else {
      tellAll(context, receipts);
    }
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

  /** Nobody reads the findings of a thousand files in turn: what was turned away, and how many. */
  private static void tellAll(Context context, List<Receipt> receipts) {
    receipts.stream()
        .filter(receipt -> receipt.status().equals("rejected"))
        .forEach(receipt -> tellFindings(context, receipt));
    long findings = receipts.stream().mapToLong(Receipt::findingCount).sum();
    long files = receipts.stream().filter(receipt -> receipt.findingCount() > 0).count();
    if (findings > 0) {
      System.err.println(
          context.say(
              "%d phát hiện trong %d của %d tệp. Theo loại: %s"
                  .formatted(findings, files, receipts.size(), BY_CODE),
              "%d findings in %d of %d files. By kind: %s"
                  .formatted(findings, files, receipts.size(), BY_CODE)));
    }
  }

  private static void tellFindings(Context context, Receipt receipt) {
    for (Finding finding : receipt.findings()) {
      System.err.printf(
          "%s:%s  %s  %s%n",
          receipt.fileName(),
          finding.cell() == null ? finding.rowNumber() : finding.cell(),
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
}
