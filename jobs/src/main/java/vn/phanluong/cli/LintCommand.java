package vn.phanluong.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import vn.phanluong.definition.DefinitionProblem;
import vn.phanluong.definition.IndicatorDefinitions;
import vn.phanluong.definition.SchemaFiles;
import vn.phanluong.indicator.DefinitionLint;
import vn.phanluong.region.Flaw;
import vn.phanluong.region.ReferenceLint;
import vn.phanluong.runtime.Problem;
import vn.phanluong.runtime.Progress;
import vn.phanluong.runtime.Sessions;

/**
 * {@code lint}: what is wrong in files of {@code schemas/}, before a program is built with them.
 */
@Command(
    name = "lint",
    mixinStandardHelpOptions = true,
    description =
        "Kiểm tra danh mục đơn vị hành chính và các tệp định nghĩa chỉ tiêu.%n"
            + "Checks the lists of units and events, and the files that define indicators.")
final class LintCommand implements Callable<Integer> {
  @ParentCommand PhanLuong parent = new PhanLuong();

  @Parameters(
      arity = "0..1",
      paramLabel = "DIR",
      description =
          "Thư mục schemas đang sửa; mặc định là bản đi kèm chương trình.%n"
              + "A folder of schemas being edited; those of the program by default.")
  @Nullable Path folder;

  @Override
  public Integer call() {
    if (folder != null && !Files.isDirectory(folder.resolve("indicator/definitions"))) {
      throw new Problem(
          Problem.Kind.USE,
          "%s không có indicator/definitions.".formatted(folder),
          "%s has no indicator/definitions.".formatted(folder));
    }
    SchemaFiles files = folder == null ? SchemaFiles.bundled() : SchemaFiles.of(folder);
    Progress progress = parent.context.progress();
    List<Flaw> flaws = ReferenceLint.of(files);
    flaws.forEach(
        flaw ->
            progress.say(
                "schemas/reference: %s: %s".formatted(flaw.rows(), flaw.vi()),
                "schemas/reference: %s: %s".formatted(flaw.rows(), flaw.en())));
    List<DefinitionProblem> wrong = DefinitionLint.problems(Sessions.open("phanluong"), files);
    int sound = IndicatorDefinitions.of(files).size();
    tell(wrong, progress);
    if (wrong.isEmpty()) {
      progress.say(
          "%d định nghĩa, không lỗi.".formatted(sound),
          "%d definitions, no problem.".formatted(sound));
    }
    return wrong.isEmpty() && flaws.isEmpty() ? 0 : Problem.Kind.DATA.exitCode();
  }

  /** One line a problem, and that the indicators of these files are not counted. */
  static void tell(List<DefinitionProblem> wrong, Progress progress) {
    wrong.forEach(
        it ->
            progress.say(
                "schemas/%s:%d: %s".formatted(it.path(), it.line(), it.vi()),
                "schemas/%s:%d: %s".formatted(it.path(), it.line(), it.en())));
    if (!wrong.isEmpty()) {
      String ids =
          String.join(", ", wrong.stream().map(DefinitionProblem::indicator).distinct().toList());
      progress.say(
          "Không tính %s; các chỉ tiêu khác vẫn được tính. Sửa tệp rồi dựng lại.".formatted(ids),
          "%s not counted; the others are. Mend the files and build again.".formatted(ids));
    }
  }
}
