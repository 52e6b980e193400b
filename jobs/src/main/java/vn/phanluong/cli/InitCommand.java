package vn.phanluong.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;
import vn.phanluong.definition.Contract;
import vn.phanluong.definition.Contracts;
import vn.phanluong.definition.SchemaFiles;
import vn.phanluong.ops.BuildRun;
import vn.phanluong.raw.Load;
import vn.phanluong.raw.Receipt;
import vn.phanluong.reading.Declared;
import vn.phanluong.runtime.HomeKeys;
import vn.phanluong.runtime.Progress;

/** {@code init}. */
@Command(
    name = "init",
    mixinStandardHelpOptions = true,
    description =
        "Tạo kho với dữ liệu danh mục và chỉ tiêu của các kế hoạch; chạy lại thì chỉ bổ sung.%n"
            + "Makes the warehouse with reference data and the plans' targets; run again, it only"
            + " adds what is missing.")
final class InitCommand implements Callable<Integer> {
  private static final String PLANS = "reference/plans/";
  private static final Set<String> OF_PLANS = Set.of("raw.document", "raw.target");

  @ParentCommand PhanLuong parent = new PhanLuong();

  @Override
  public Integer call() throws IOException {
    Context context = parent.context;
    Files.createDirectories(context.home.resolve("tables"));
    new HomeKeys(context.existingHome()).establish();
    Progress progress = context.progress();
    List<Receipt> receipts =
        context.writing(
            store -> {
              List<Receipt> taken = new Load(store, progress).run(plans(), Declared.nothing());
              new BuildRun(store, progress).run(reference(), false);
              return taken;
            });
    progress.say(
        "Kho đã sẵn sàng tại %s.".formatted(context.home),
        "The warehouse is ready at %s.".formatted(context.home));
    return receipts.stream().anyMatch(Receipt::isTurnedAway) ? 1 : 0;
  }

  /** The dimensions and the targets: what does not wait for a province's file. */
  private static List<String> reference() {
    return Stream.of("star", "ops")
        .flatMap(stage -> Contracts.bundled().ofStage(stage).stream())
        .filter(contract -> contract.isBuilt() && !waits(contract))
        .map(Contract::id)
        .toList();
  }

  private static boolean waits(Contract contract) {
    return contract.reads().stream()
        .filter(read -> !read.startsWith("reference.") && !read.startsWith("ops."))
        .map(read -> Contracts.bundled().of(read))
        .anyMatch(read -> read.isBuilt() ? waits(read) : !OF_PLANS.contains(read.id()));
  }

  /** The plans as files, since a plan comes in like any other delivery. */
  private static List<Path> plans() {
    try {
      Path folder = Files.createTempDirectory("phanluong-plans");
      List<Path> files = new ArrayList<>();
      for (Map.Entry<String, String> plan : SchemaFiles.bundled().under(PLANS, "").entrySet()) {
        Path file = folder.resolve(plan.getKey().substring(PLANS.length()));
        Files.writeString(file, plan.getValue());
        file.toFile().deleteOnExit();
        files.add(file);
      }
      folder.toFile().deleteOnExit();
      return files;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
