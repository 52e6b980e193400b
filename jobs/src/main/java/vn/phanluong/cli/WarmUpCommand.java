package vn.phanluong.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code warm-up}: makes a home and asks it, so that the class archive holds what commands use. */
@Command(
    name = "warm-up",
    hidden = true,
    description = "Chạy thử các lệnh để lập kho lớp. Runs the commands to record their classes.")
final class WarmUpCommand implements Callable<Integer> {
  @ParentCommand PhanLuong parent = new PhanLuong();

  @Override
  public Integer call() {
    String home = parent.context.home.toString();
    String question = "SELECT kind, count(*) FROM star.fct_target GROUP BY kind ORDER BY kind";
    return Math.max(
        PhanLuong.run("--home", home, "init"),
        PhanLuong.run("--home", home, "sql", "--working", question));
  }
}
