package vn.phanluong.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;
import vn.phanluong.ops.Publish;
import vn.phanluong.ops.Release;

/** {@code publish}. */
@Command(
    name = "publish",
    mixinStandardHelpOptions = true,
    description =
        "Kiểm tra rồi phát hành; không đạt thì không phát hành gì và nói vì sao.%n"
            + "Audits and releases; if an audit fails, nothing is published and it says why.")
final class PublishCommand implements Callable<Integer> {
  @ParentCommand PhanLuong parent = new PhanLuong();

  @Override
  public Integer call() {
    Context context = parent.context;
    Release release = context.writing(store -> new Publish(store, context.progress()).run());
    System.out.println(release.name());
    return 0;
  }
}
