package vn.phanluong.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import vn.phanluong.ops.Release;
import vn.phanluong.ops.Releases;
import vn.phanluong.runtime.ReleasedViews;

/** {@code sql}. */
@Command(
    name = "sql",
    mixinStandardHelpOptions = true,
    description =
        "Một câu hỏi SQL chỉ đọc trên bản phát hành.%n"
            + "One read-only query over a release: star, indicator and published.")
final class SqlCommand implements Callable<Integer> {
  @ParentCommand PhanLuong parent = new PhanLuong();

  @Parameters(paramLabel = "SQL", description = "Câu hỏi. The query.")
  String query = "";

  @Option(
      names = "--release",
      description = "Bản phát hành; mặc định là bản hiện hành. Default: the current one.")
  @Nullable String release;

  @Option(
      names = "--working",
      description = "Mọi tầng như đang có, chưa phát hành. All stages as they stand, unreleased.")
  boolean isWorking;

  @Option(names = "--format", description = "table, csv, json. Default: ${DEFAULT-VALUE}.")
  Output.Format format = Output.Format.table;

  @Override
  public Integer call() {
    Context context = parent.context;
    Release pinned = isWorking ? null : new Releases(context.existingHome()).of(release);
    Output output =
        context.reading(
            store -> {
              ReleasedViews views =
                  pinned == null
                      ? ReleasedTables.working(store)
                      : ReleasedTables.of(store.spark(), store.home(), pinned);
              return Output.of(views.query(query));
            });
    output.print(System.out, format);
    return 0;
  }
}
