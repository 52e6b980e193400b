package vn.phanluong.linking;

import java.util.List;
import vn.phanluong.definition.Contract;
import vn.phanluong.definition.Contracts;
import vn.phanluong.ops.BuildRun;
import vn.phanluong.runtime.Progress;
import vn.phanluong.runtime.TableStore;

/** Brings {@code vault.link} up to date: anew as a whole, when something it is made of changed. */
public final class LinkRun {
  private static final Contract LINK = Contracts.bundled().of("vault.link");

  private final BuildRun build;
  private final Linking linking;

  /**
   * Works on a home whose keys are there.
   *
   * @throws vn.phanluong.runtime.Problem if they are not, before anything is written
   */
  public LinkRun(TableStore store, Progress progress) {
    build = new BuildRun(store, progress);
    linking = new Linking(store);
  }

  /** Builds what linking reads and links what is due; tells what became of the candidates. */
  public List<Linking.Outcome> run() {
    build.run(LINK.reads(), false);
    build.make(LINK, Linking.class, linking::link);
    return linking.outcomes();
  }
}
