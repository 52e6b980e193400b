package vn.phanluong.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import vn.phanluong.definition.Contracts;
import vn.phanluong.definition.DefinitionProblem;
import vn.phanluong.definition.SchemaFiles;
import vn.phanluong.indicator.DefinitionLint;
import vn.phanluong.ops.BuildRun;
import vn.phanluong.runtime.BuildLedger;
import vn.phanluong.runtime.Problem;

/** {@code build}. */
@Command(
    name = "build",
    mixinStandardHelpOptions = true,
    description =
        "Dựng các bảng sau raw từ những gì đã nhận; chỉ phần thay đổi.%n"
            + "Brings the tables after raw up to date with what was taken in; changed slices only.")
final class BuildCommand implements Callable<Integer> {
  private static final String COUNTED = "indicator.tally";

  @ParentCommand PhanLuong parent = new PhanLuong();

  @Parameters(
      arity = "0..1",
      paramLabel = "TABLE",
      description = "Một bảng và những bảng nó cần. One table and what it is made from.")
  @Nullable String table;

  @Option(names = "--full", description = "Dựng lại tất cả. Everything anew.")
  boolean isFull;

  private List<String> tables() {
    return table == null ? List.of() : List.of(table);
  }

  @Override
  public Integer call() {
    Context context = parent.context;
    if (table != null && Contracts.bundled().find(table) == null) {
      throw new Problem(
          Problem.Kind.USE,
          "Không có bảng %s. Xem docs/generated/.".formatted(table),
          "There is no table %s. See docs/generated/.".formatted(table));
    }
    List<DefinitionProblem> wrong = new ArrayList<>();
    List<BuildLedger.Entry> made =
        context.writing(
            store -> {
              BuildRun run = new BuildRun(store, context.progress());
              List<BuildLedger.Entry> built = run.run(tables(), isFull);
              if (built.stream().anyMatch(it -> it.table().equals(COUNTED))) {
                wrong.addAll(DefinitionLint.problems(store.spark(), SchemaFiles.bundled()));
              }
              wrong.addAll(run.faults());
              return built;
            });
    context
        .progress()
        .say(
            made.isEmpty() ? "Không có gì thay đổi." : "Đã dựng %d bảng.".formatted(made.size()),
            made.isEmpty() ? "Nothing changed." : "Built %d tables.".formatted(made.size()));
    LintCommand.tell(wrong, context.progress());
    return wrong.isEmpty() ? 0 : Problem.Kind.DATA.exitCode();
  }
}
