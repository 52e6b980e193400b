package vn.phanluong.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import vn.phanluong.ops.Releases;
import vn.phanluong.runtime.Home;
import vn.phanluong.runtime.HomeLock;

/** {@code rollback}. */
@Command(
    name = "rollback",
    mixinStandardHelpOptions = true,
    description = "Cho người đọc trở về một bản phát hành. Points readers back to a release.")
final class RollbackCommand implements Callable<Integer> {
  @ParentCommand PhanLuong parent = new PhanLuong();

  @Parameters(paramLabel = "RELEASE", description = "Ví dụ. For example: R0001.")
  String release = "";

  @Override
  public Integer call() {
    Home home = parent.context.existingHome();
    try (HomeLock lock = HomeLock.take(home)) {
      new Releases(home).pointTo(release);
    }
    System.out.println(release);
    return 0;
  }
}
