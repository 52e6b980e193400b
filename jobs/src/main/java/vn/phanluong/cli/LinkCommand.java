package vn.phanluong.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import vn.phanluong.linking.LinkRun;
import vn.phanluong.linking.LinkScore;
import vn.phanluong.linking.Linking;
import vn.phanluong.runtime.Problem;
import vn.phanluong.runtime.TableStore;

/** {@code link}. */
@Command(
    name = "link",
    mixinStandardHelpOptions = true,
    description =
        "Nối người học không nối được bằng mã với người tốt nghiệp, theo thông tin định danh trong"
            + " kho kín.%n"
            + "Links learners that no code links to graduates, by identities inside the vault.")
final class LinkCommand implements Callable<Integer> {
  private static final double DECIMALS = 10_000;

  @ParentCommand PhanLuong parent = new PhanLuong();

  @Option(
      names = "--score",
      paramLabel = "DIR",
      description =
          "Không nối lại; so các nối đang có với sự thật của bộ mô phỏng ở DIR.%n"
              + "Links nothing; holds the links that stand to the truth of a generated ministry.")
  @Nullable Path truth;

  @Option(names = "--format", description = "table, csv, json. Default: ${DEFAULT-VALUE}.")
  Output.Format format = Output.Format.table;

  @Override
  public Integer call() {
    Context context = parent.context;
    Path folder = truth;
    if (folder != null && !Files.isDirectory(folder.resolve("truth").resolve("link"))) {
      throw new Problem(
          Problem.Kind.USE,
          "%s không có truth/link. Thư mục phải do `generate` làm ra.".formatted(folder),
          "%s has no truth/link. The folder must be one that `generate` made.".formatted(folder));
    }
    Output output =
        folder == null
            ? context.writing(this::linked)
            : context.reading(store -> scored(store, folder));
    output.print(System.out, format);
    return 0;
  }

  private Output linked(TableStore store) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (Linking.Outcome each : new LinkRun(store, parent.context.progress()).run()) {
      rows.add(Arrays.asList(each.dataset(), each.candidates(), each.linked(), each.unknown()));
    }
    return new Output(
        columns("ứng viên", "candidates", "đã nối", "linked", "không rõ", "unknown"), rows);
  }

  private Output scored(TableStore store, Path folder) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    String all = parent.context.say("(tất cả)", "(all)");
    for (LinkScore.Score each : new LinkScore(store).of(folder, all)) {
      rows.add(
          Arrays.asList(
              each.dataset(),
              each.candidates(),
              each.linkable(),
              each.right(),
              each.wrong(),
              rounded(each.precision()),
              rounded(each.recall())));
    }
    return new Output(
        columns(
            "ứng viên",
            "candidates",
            "nối được",
            "linkable",
            "nối đúng",
            "right",
            "nối nhầm",
            "wrong",
            "độ chính xác",
            "precision",
            "độ phủ",
            "recall"),
        rows);
  }

  /** Pairs of a heading in both languages. */
  private List<String> columns(String... headings) {
    List<String> columns = new ArrayList<>(List.of(parent.context.say("bộ dữ liệu", "dataset")));
    for (int i = 0; i < headings.length; i += 2) {
      columns.add(parent.context.say(headings[i], headings[i + 1]));
    }
    return columns;
  }

  private static double rounded(double share) {
    return Math.floor(share * DECIMALS) / DECIMALS;
  }
}
