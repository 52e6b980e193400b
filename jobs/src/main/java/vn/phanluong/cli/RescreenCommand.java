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
import vn.phanluong.runtime.KeyRing;

/** {@code rescreen}. */
@Command(
    name = "rescreen",
    mixinStandardHelpOptions = true,
    description =
        "Kiểm tra lại tệp đã nhận theo quy tắc hiện nay và nêu điều sẽ khác; có --apply thì ghi lại"
            + " kết quả mới.%nScreens files taken in before under today's rules and says what would"
            + " change; with --apply enters it.")
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
          "findings_changed",
          "applied_as");

  @ParentCommand PhanLuong parent = new PhanLuong();

  @Option(names = "--dataset", required = true, description = "Tập dữ liệu. The dataset.")
  String dataset = "";

  @Option(names = "--year", paramLabel = "YEAR", description = "Kỳ báo cáo. Period; all without.")
  @Nullable Short year;

  @Option(
      names = "--all",
      description = "Nêu cả tệp không có gì khác. Lists submissions without a change too.")
  boolean isAll;

  @Option(
      names = "--apply",
      description =
          "Ghi kết quả mới thay kết quả cũ của chính lần nộp ấy; thứ tự và ngày nhận giữ nguyên. Bị"
              + " ngắt thì chạy lại. Enters the new outcome in the place of the old one, its order"
              + " and day of receipt kept. Killed, run it again.")
  boolean isApplied;

  @Option(names = "--format", description = "table, csv, json. Default: ${DEFAULT-VALUE}.")
  Output.Format format = Output.Format.table;

  @Override
  public Integer call() {
    Context context = parent.context;
    List<Change> changes =
        context.writing(
            store -> {
              KeyRing keys = new HomeKeys(store.home()).open();
              Rescreening rescreening = new Rescreening(store, keys);
              return isApplied
                  ? rescreening.apply(dataset, year, context.progress())
                  : rescreening.run(dataset, year);
            });
    List<Change> listed = changes.stream().filter(change -> isAll || !change.isNone()).toList();
    new Output(COLUMNS, listed.stream().map(RescreenCommand::cells).toList())
        .print(System.out, format);
    tell(changes);
    return 0;
  }

  private void tell(List<Change> changes) {
    Context context = parent.context;
    long changed = changes.stream().filter(change -> !change.isNone()).count();
    long applied = changes.stream().filter(change -> change.appliedAs() != null).count();
    long fromRows = changes.stream().filter(change -> !change.isFromFile()).count();
    context
        .progress()
        .say(
            "%d lần nộp, %d sẽ khác, %d đã ghi lại.".formatted(changes.size(), changed, applied),
            "%d submissions, %d would change, %d entered anew."
                .formatted(changes.size(), changed, applied));
    if (isApplied && changed > applied) {
      context
          .progress()
          .say(
              "%d lần nộp khác đi mà không ghi lại: đã được thay bằng lần sau, tệp đã hủy, hoặc theo"
                      .formatted(changed - applied)
                  + " quy tắc nay không còn dòng nào được nhận.",
              "%d differ and are left: another stands instead, the file is destroyed, or today's"
                      .formatted(changed - applied)
                  + " rules take in no row of it.");
    }
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
        findings(change.before().findings(), change.now().findings()),
        change.appliedAs());
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
