package vn.phanluong.cli;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import vn.phanluong.ops.Release;
import vn.phanluong.ops.Releases;

/** {@code releases}. */
@Command(
    name = "releases",
    mixinStandardHelpOptions = true,
    description = "Liệt kê các bản phát hành. Lists the releases.")
final class ReleasesCommand implements Callable<Integer> {
  @ParentCommand PhanLuong parent = new PhanLuong();

  @Option(names = "--format", description = "table, csv, json. Default: ${DEFAULT-VALUE}.")
  Output.Format format = Output.Format.table;

  @Override
  public Integer call() {
    Releases releases = new Releases(parent.context.existingHome());
    Release current = releases.current();
    List<List<@Nullable Object>> rows =
        releases.all().stream()
            .<List<@Nullable Object>>map(
                release ->
                    Arrays.asList(
                        release.name(),
                        release.createdAt(),
                        release.tables().size(),
                        release.submissions(),
                        current != null && release.name().equals(current.name()) ? "*" : ""))
            .toList();
    new Output(List.of("release", "created_at", "tables", "submissions", "current"), rows)
        .print(System.out, format);
    return 0;
  }
}
