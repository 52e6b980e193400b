package vn.phanluong.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import vn.phanluong.raw.Rescreening;
import vn.phanluong.raw.Rescreening.Change;
import vn.phanluong.runtime.HomeKeys;

/** {@code rescreen}. */
@Command(
    name = "rescreen",
    mixinStandardHelpOptions = true,
    description =
        "Kiểm tra lại tệp đã nhận theo quy tắc hiện nay và nêu điều sẽ khác; không thay đổi"
            + " gì.%nScreens files taken in before under today's rules and says what would change;"
            + " changes nothing.")
final class RescreenCommand implements Callable<Integer> {
  private static final List<String> COLUMNS =
      List.of(
          "submission",
          "file",
          "read_again",
          "accepted",
          "accepted_now",
          "rejected",
          "rejected_now",
          "findings_changed");

  @ParentCommand PhanLuong parent = new PhanLuong();

  @Option(names = "--dataset", required = true, description = "Tập dữ liệu. The dataset.")
  String dataset = "";

  @Option(names = "--year", paramLabel = "YEAR", description = "Kỳ báo cáo. Period; all without.")
  @Nullable Short year;

  @Option(
      names = "--all",
      description = "Nêu cả tệp không có gì khác. Lists submissions without a change too.")
  boolean isAll;

  @Option(names = "--format", description = "table, csv, json. Default: ${DEFAULT-VALUE}.")
  Output.Format format = Output.Format.table;

  @Override
  public Integer call() {
    Context context = parent.context;
    List<Change> changes =
        context.writing(
            store -> new Rescreening(store, new HomeKeys(store.home()).open()).run(dataset, year));
    List<Change> listed = changes.stream().filter(change -> isAll || !change.isNone()).toList();
    new Output(COLUMNS, listed.stream().map(RescreenCommand::cells).toList())
        .print(System.out, format);
    long changed = changes.stream().filter(change -> !change.isNone()).count();
    long fromRows = changes.stream().filter(change -> !change.isFromFile()).count();
    context
        .progress()
        .say(
            "%d lần nộp, %d sẽ khác.".formatted(changes.size(), changed),
            "%d submissions, %d would change.".formatted(changes.size(), changed));
    if (fromRows > 0) {
      context
          .progress()
          .say(
              "%d tệp đã hủy: chỉ kiểm tra lại được các dòng đã nhận, bằng quy tắc không cần định"
                      .formatted(fromRows)
                  + " danh.",
              "%d files are destroyed: only their accepted rows could be screened again, by rules"
                      .formatted(fromRows)
                  + " that need no identity.");
    }
    return 0;
  }

  private static List<@Nullable Object> cells(Change change) {
    return Arrays.asList(
        change.submissionId(),
        change.fileName(),
        change.isFromFile() ? "file" : "rows",
        change.before().accepted(),
        change.now().accepted(),
        change.before().rejected(),
        change.now().rejected(),
        findings(change.before().findings(), change.now().findings()));
  }

  /** «cell.score-range 3 → 5» for each code whose number changed. */
  private static String findings(Map<String, Long> before, Map<String, Long> now) {
    TreeSet<String> codes = new TreeSet<>(before.keySet());
    codes.addAll(now.keySet());
    return codes.stream()
        .filter(code -> !before.getOrDefault(code, 0L).equals(now.getOrDefault(code, 0L)))
        .map(
            code ->
                "%s %d → %d"
                    .formatted(code, before.getOrDefault(code, 0L), now.getOrDefault(code, 0L)))
        .collect(Collectors.joining(", "));
  }
}
