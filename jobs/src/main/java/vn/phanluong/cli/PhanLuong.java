package vn.phanluong.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import vn.phanluong.runtime.Problem;
import vn.phanluong.runtime.Refusal;

/** {@code ./phanluong}: the one entry point of the warehouse. */
@Command(
    name = "phanluong",
    mixinStandardHelpOptions = true,
    version = "phanluong 0.1.0",
    description =
        "Kho dữ liệu phân luồng học sinh: nhận tệp của các tỉnh, dựng bảng, công bố số liệu.%n"
            + "The student-streaming warehouse: takes provinces' files in, builds, publishes.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      InitCommand.class,
      ScreenCommand.class,
      GenerateCommand.class,
      ScoreCommand.class,
      TemplateCommand.class,
      LoadCommand.class,
      PullCommand.class,
      RescreenCommand.class,
      BuildCommand.class,
      LinkCommand.class,
      LintCommand.class,
      PublishCommand.class,
      ReleasesCommand.class,
      RollbackCommand.class,
      SqlCommand.class,
      RegionCommand.class,
      ShowCommand.class,
      VaultCommand.class,
      OwedCommand.class,
      DoctorCommand.class,
      DocsCommand.class,
      WarmUpCommand.class
    },
    footer = {
      "",
      "Mã thoát. Exit codes: 0 xong (done) · 1 xong, có dữ liệu bị trả lại hoặc kiểm tra không đạt"
          + " (done, data rejected or a check failed) · 2 dùng sai (wrong use) · 3 kho đang được"
          + " giữ (another run holds the warehouse) · 4 không làm được (could not)"
    })
public final class PhanLuong {
  private static final int COULD_NOT = 4;

  @Mixin Context context = new Context();

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    System.setOut(new PrintStream(System.out, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(System.err, true, StandardCharsets.UTF_8));
    System.exit(run(arguments));
  }

  /** Runs one command; 0 to 4 as {@code --help} says. */
  public static int run(String... arguments) {
    PhanLuong root = new PhanLuong();
    CommandLine line = new CommandLine(root);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setExecutionExceptionHandler((failure, command, parsed) -> tell(failure, root.context));
    try {
      return line.execute(arguments);
    } catch (ExceptionInInitializerError e) {
      // The lists and definitions of the program itself are read when first asked for.
      System.err.println(
          root.context.say(
              "Không đọc được danh mục của chương trình: %s. Kiểm tra bằng ./phanluong lint schemas."
                  .formatted(e.getCause()),
              "The program's own lists cannot be read: %s. Check them: ./phanluong lint schemas."
                  .formatted(e.getCause())));
      return COULD_NOT;
    } catch (StackOverflowError | OutOfMemoryError e) {
      // Left to itself the virtual machine ends with 1, which says that something was found.
      e.printStackTrace();
      return COULD_NOT;
    }
  }

  private static int tell(Exception failure, Context context) {
    if (failure instanceof Problem problem) {
      System.err.println(context.say(problem.vi(), problem.en()));
      return problem.kind().exitCode();
    }
    if (failure instanceof Refusal refusal) {
      System.err.println(context.say(refusal.vi(), refusal.en()));
      return Problem.Kind.USE.exitCode();
    }
    System.err.println(
        context.say(
            "Lỗi của chương trình, không phải của dữ liệu. Gửi phần dưới đây cho nhóm phát triển.",
            "A fault of the program, not of the data. Send what follows to its developers."));
    failure.printStackTrace();
    return COULD_NOT;
  }
}
