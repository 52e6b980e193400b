package vn.phanluong.cli;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import vn.phanluong.marking.MarkedFiles;
import vn.phanluong.reading.FileReport;
import vn.phanluong.reading.Finding;
import vn.phanluong.runtime.InTurn;
import vn.phanluong.runtime.Problem;

/** {@code screen}: what {@code load} would say, without a warehouse and without Spark. */
@Command(
    name = "screen",
    mixinStandardHelpOptions = true,
    description =
        "Kiểm tra tệp trước khi nộp, không nhận vào kho.%n"
            + "Checks files before they are sent; takes nothing in.")
final class ScreenCommand implements Callable<Integer> {
  private static final List<String> COLUMNS =
      List.of("file", "code", "severity", "sheet", "row", "cell", "field", "text", "message");

  @ParentCommand PhanLuong parent = new PhanLuong();

  @Mixin DeliveredFiles delivered = new DeliveredFiles();

  @Option(
      names = "--most",
      paramLabel = "N",
      description =
          "Số phát hiện nêu ra cho mỗi tệp. Findings listed a file. Default: ${DEFAULT-VALUE}.")
  int most = 1000;

  @Option(names = "--format", description = "table, csv, json. Default: ${DEFAULT-VALUE}.")
  Output.Format format = Output.Format.table;

  @Option(
      names = "--mark",
      paramLabel = "DIR",
      description =
          "Trả lại mỗi tệp thành sổ tính có ô sai được tô màu, chú thích.%n"
              + "Gives each file back as a workbook, its wrong cells coloured and explained.")
  @Nullable Path folder;

  private final List<List<@Nullable Object>> findings = new ArrayList<>();
  private boolean isTurnedAway;

  @Override
  public Integer call() {
    List<Path> files = delivered.all();
    if (folder == null) {
      InTurn.forEach(files, this::report, this::tell);
    } else {
      MarkedFiles marking = new MarkedFiles(folder, files);
      files.forEach(file -> tell(marked(marking, file)));
    }
    if (format != Output.Format.table || !findings.isEmpty()) {
      new Output(COLUMNS, findings).print(System.out, format);
    }
    return isTurnedAway ? 1 : 0;
  }

  private FileReport report(Path file) {
    return FileReport.of(file, delivered.declared(), most);
  }

  private void tell(FileReport report) {
    isTurnedAway |= report.isTurnedAway();
    System.err.println(summary(report));
    report.findings().forEach(finding -> findings.add(cells(report, finding)));
  }

  private FileReport marked(MarkedFiles marking, Path file) {
    try {
      MarkedFiles.Marked marked = marking.mark(file, delivered.declared(), most);
      System.err.println("→ " + marked.workbook());
      marked.notes().stream()
          .map(note -> parent.context.say(note.vi(), note.en()))
          .forEach(note -> System.err.println("  " + note));
      return marked.report();
    } catch (UncheckedIOException e) {
      throw new Problem(
          Problem.Kind.ENVIRONMENT,
          "%s: không ghi được sổ tính vào %s (%s).".formatted(file, folder, e.getMessage()),
          "%s: its workbook cannot be written into %s (%s)."
              .formatted(file, folder, e.getMessage()));
    }
  }

  private String summary(FileReport report) {
    Context context = parent.context;
    String outcome =
        report.isRejected()
            ? context.say("bị trả lại", "rejected")
            : context.say(
                "%s %s: đọc %d dòng, nhận được %d, trả lại %d"
                    .formatted(
                        report.dataset(),
                        report.scope().part().of(report.scope().period()),
                        report.read(),
                        report.accepted(),
                        report.rejected()),
                "%s %s: %d rows read, %d acceptable, %d rejected"
                    .formatted(
                        report.dataset(),
                        report.scope().part().of(report.scope().period()),
                        report.read(),
                        report.accepted(),
                        report.rejected()));
    String found = context.say("phát hiện: ", "findings: ") + report.findingCount();
    long listed = report.findings().size();
    String cut =
        listed < report.findingCount()
            ? context
                .say(" (nêu %d; thêm với --most)", " (%d listed; more with --most)")
                .formatted(listed)
            : "";
    return "%s  %s; %s%s".formatted(report.fileName(), outcome, found, cut);
  }

  private List<@Nullable Object> cells(FileReport report, Finding finding) {
    return Arrays.asList(
        report.fileName(),
        finding.code(),
        finding.severity().name().toLowerCase(Locale.ROOT),
        report.sheetOf(finding),
        finding.rowNumber() == 0 ? null : report.rows().row(finding.rowNumber()),
        finding.cell(),
        finding.field(),
        finding.text(),
        parent.context.say(finding.vi(), finding.en()));
  }
}
