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
