package vn.phanluong.cli;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import vn.phanluong.definition.Reference;
import vn.phanluong.definition.SchemaFiles;
import vn.phanluong.reading.Declared;
import vn.phanluong.reading.FileReport;

/** {@code score}: how much of the dirt of a synthetic country the door finds. */
@Command(
    name = "score",
    mixinStandardHelpOptions = true,
    description =
        "Đọc mọi tệp của bộ dữ liệu mô phỏng, so phát hiện với lỗi đã biết.%n"
            + "Screens all files of a synthetic country and compares with the dirt that is known.")
final class ScoreCommand implements Callable<Integer> {
  private static final List<String> COLUMNS =
      List.of("kind", "class", "finding", "made", "found", "percent", "example");

  /** Findings of these compare a file with others that the warehouse holds. */
  private static final List<String> OF_WAREHOUSE =
      List.of("file.lacks-units", "file.year-change", "file.units-missing");

  private static final int MOST = 5_000_000;
  private static final double PERCENT = 100;

  @ParentCommand PhanLuong parent = new PhanLuong();

  @Parameters(
      paramLabel = "DIR",
      description = "Thư mục do generate làm ra. The folder that generate made.")
  Path folder = Path.of(".");

  @Option(names = "--format", description = "table, csv, json. Default: ${DEFAULT-VALUE}.")
  Output.Format format = Output.Format.table;

  @Option(
      names = "--most",
      paramLabel = "N",
      description =
          "Số ví dụ nêu ra cho mỗi loại. Examples named a kind. Default: ${DEFAULT-VALUE}.")
  int most = 3;

  private record Pending(ScoreTruth.OfFile truth, CompletableFuture<FileReport> report) {}

  @Override
  public Integer call() {
    Score score = new Score(most);
    int atATime = Runtime.getRuntime().availableProcessors();
    ExecutorService workers = Executors.newFixedThreadPool(atATime);
    Deque<Pending> pending = new ArrayDeque<>();
    try {
      new ScoreTruth(folder)
          .each(
              truth -> {
                pending.add(
                    new Pending(
                        truth,
                        CompletableFuture.supplyAsync(() -> screened(truth.path()), workers)));
                if (pending.size() > atATime) {
                  take(pending.remove(), score);
                }
              });
      pending.forEach(file -> take(file, score));
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException failure ? failure : e;
    } finally {
      workers.shutdownNow();
    }
    new Output(COLUMNS, rows(score)).print(System.out, format);
    return score.isFull() ? 0 : 1;
  }

  private FileReport screened(String path) {
    return FileReport.of(folder.resolve(path), Declared.nothing(), MOST);
  }

  private static void take(Pending file, Score score) {
    score.enter(file.truth, file.report.join());
  }

  private List<List<@Nullable Object>> rows(Score score) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    score
        .kinds()
        .forEach(
            (name, kind) ->
                rows.add(
                    kind.finding.isEmpty()
                        ? row(name, kind.strength, "", kind.made)
                        : row(
                            name,
                            kind.strength,
                            kind.finding,
                            kind.made,
                            kind.found,
                            percent(kind.found, kind.made),
                            String.join(" ", kind.missed))));
    ofWarehouse(rows);
    withoutDirt(score, rows);
    return rows;
  }

  private void ofWarehouse(List<List<@Nullable Object>> rows) {
    for (Map<String, String> kind : Reference.rows(SchemaFiles.bundled(), "synthetic_dirt")) {
      String finding = kind.getOrDefault("finding", "");
      if (OF_WAREHOUSE.contains(finding)) {
        String why = parent.context.say("cần kho", "needs the warehouse");
        rows.add(row(kind.getOrDefault("kind", ""), why, finding));
      }
    }
  }

  private void withoutDirt(Score score, List<List<@Nullable Object>> rows) {
    String nobody = parent.context.say("(không do lỗi đã biết)", "(no known dirt)");
    score
        .unexplained()
        .forEach(
            (code, each) ->
                rows.add(
                    row(
                        nobody,
                        each.isRejection ? "reject" : "warn",
                        code,
                        0L,
                        each.count,
                        null,
                        String.join(" ", each.examples))));
    score
        .wrongRows()
        .forEach(
            file ->
                rows.add(
                    row(
                        parent.context.say("(số dòng khác)", "(other rows)"),
                        "reject",
                        "",
                        null,
                        null,
                        null,
                        file)));
    rows.add(
        row(
            parent.context.say("(mọi phát hiện)", "(all findings)"),
            "",
            "",
            score.findings(),
            score.explained(),
            percent(score.explained(), score.findings()),
            score.files() + parent.context.say(" tệp", " files")));
  }

  private static double percent(long part, long whole) {
    return whole == 0 ? PERCENT : Math.floor(part * PERCENT * PERCENT / whole) / PERCENT;
  }

  private static List<@Nullable Object> row(@Nullable Object... cells) {
    return Arrays.asList(Arrays.copyOf(cells, COLUMNS.size()));
  }
}
