package vn.phanluong.cli;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import vn.phanluong.definition.Contract;
import vn.phanluong.marking.Template;
import vn.phanluong.runtime.Problem;

/** {@code template}: an empty workbook to fill, made from a dataset's contract. */
@Command(
    name = "template",
    mixinStandardHelpOptions = true,
    description =
        "Tạo sổ tính mẫu của một bộ dữ liệu; không có tên thì liệt kê.%n"
            + "Makes an empty workbook of a dataset; lists the datasets without a name.")
final class TemplateCommand implements Callable<Integer> {
  @ParentCommand PhanLuong parent = new PhanLuong();

  @Parameters(arity = "0..1", paramLabel = "DATASET", description = "Bộ dữ liệu. The dataset.")
  @Nullable String name;

  @Option(names = "--list", description = "Liệt kê các bộ dữ liệu. Lists the datasets.")
  boolean isList;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Tệp ghi ra; mặc định DATASET.xlsx. File to write; DATASET.xlsx by default.")
  @Nullable Path out;

  @Option(names = "--force", description = "Ghi đè tệp đã có. Overwrites a file that is there.")
  boolean isForced;

  @Override
  public Integer call() {
    String wanted = name;
    if (wanted == null || isList) {
      List<List<@Nullable Object>> rows =
          Template.datasets().stream()
              .map(each -> Arrays.<@Nullable Object>asList(each.table(), each.purpose()))
              .toList();
      new Output(List.of("dataset", "purpose"), rows).print(System.out, Output.Format.table);
      return 0;
    }
    write(dataset(wanted), out == null ? Path.of(wanted + ".xlsx") : out);
    return 0;
  }

  private static Contract dataset(String name) {
    List<Contract> all = Template.datasets();
    String known = all.stream().map(Contract::table).collect(joining(", "));
    return all.stream()
        .filter(each -> each.table().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new Problem(
                    Problem.Kind.USE,
                    "Không có bộ dữ liệu «%s». Hãy dùng một trong: %s.".formatted(name, known),
                    "There is no dataset «%s». Use one of: %s.".formatted(name, known)));
  }

  /** Whole or not at all, and never over a template that may have been filled. */
  private void write(Contract dataset, Path file) {
    if (Files.exists(file) && !isForced) {
      throw new Problem(
          Problem.Kind.USE,
          "%s đã có. Chọn tên khác với --out, hoặc ghi đè với --force.".formatted(file),
          "%s is there already. Choose another name with --out, or --force.".formatted(file));
    }
    try {
      Path folder = file.toAbsolutePath().normalize().getParent();
      Path made = Files.createTempFile(folder, ".phanluong-", ".xlsx");
      try {
        try (OutputStream bytes = Files.newOutputStream(made)) {
          Template.write(dataset, parent.context.isVietnamese(), bytes);
        }
        Files.move(made, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(made);
      }
    } catch (IOException e) {
      throw new Problem(
          Problem.Kind.ENVIRONMENT,
          "Không ghi được %s (%s).".formatted(file, e.getMessage()),
          "%s cannot be written (%s).".formatted(file, e.getMessage()));
    }
    System.err.println("→ " + file);
  }
}
