package vn.phanluong.ops;

import java.time.Instant;
import java.util.List;
import vn.phanluong.definition.Contract;
import vn.phanluong.definition.Contracts;
import vn.phanluong.linking.Linking;
import vn.phanluong.runtime.BuildLedger;
import vn.phanluong.runtime.Progress;
import vn.phanluong.runtime.Slices;
import vn.phanluong.runtime.TableStore;

/** Brings {@code vault.link} up to date: anew as a whole, when something it is made of changed. */
public final class LinkRun {
  private static final Contract LINK = Contracts.bundled().of("vault.link");

  private final TableStore store;
  private final Progress progress;
  private final Linking linking;

  /**
   * Works on a home whose keys are there.
   *
   * @throws vn.phanluong.runtime.Problem if they are not, before anything is written
   */
  public LinkRun(TableStore store, Progress progress) {
    this.store = store;
    this.progress = progress;
    this.linking = new Linking(store);
  }

  /** Builds what linking reads and links what is due; tells what became of the candidates. */
  public List<Linking.Outcome> run() {
    new BuildRun(store, progress).run(LINK.reads(), false);
    BuildLedger ledger = new BuildLedger(store);
    String fingerprint = Fingerprint.of(LINK, Linking.class.getName());
    if (!new DueSlices(store, ledger).of(LINK, fingerprint).isNone()) {
      link(ledger, fingerprint);
    }
    return linking.outcomes();
  }

  private void link(BuildLedger ledger, String fingerprint) {
    Instant started = Instant.now();
    progress.step("Nối", "Linking", LINK.id());
    TableStore.Written written = linking.link();
    ledger.add(
        new BuildLedger.Entry(
            "link-" + started,
            LINK.id(),
            written.version(),
            Slices.WHOLE,
            DueSlices.versions(store, LINK),
            fingerprint,
            written.rows(),
            started,
            Instant.now()));
    ledger.commit();
    progress.rows(written.rows());
  }
}
