package vn.phanluong.synthetic.delivery;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.phanluong.synthetic.Draws;
import vn.phanluong.synthetic.Parameters;

/**
 * Writes the files of deliveries under {@code files/}, and on closing what is known of them: {@code
 * truth/file.csv} and {@code truth/dirt.csv}. Several threads may make files at a time.
 */
public final class FileMaker implements Closeable {
  private final Draws draws;
  private final Parameters parameters;
  private final Forms forms;
  private final FileWriting writing;

  /**
   * A maker of files of one country.
   *
   * @param folder of the country, where {@code files} and {@code truth} come to lie
   */
  public FileMaker(Path folder, Draws draws, Parameters parameters) throws IOException {
    this.draws = draws;
    this.parameters = parameters;
    forms = new Forms(draws, parameters);
    writing = new FileWriting(folder);
  }

  /**
   * Writes the files of a delivery: the report, the report once more if it was refused, and the
   * correction of rejected rows.
   *
   * @param rows asked for once for each of the files, and to be counted; always the same rows
   */
  public List<MadeFile> make(
      Delivery delivery, Supplier<Iterator<DeliveredRow>> rows, DirtPlan plan, RowSink sink)
      throws IOException {
    int count = count(rows.get());
    Form form = fitting(forms.of(delivery), count);
    DirtKind refusal = plan.refusal(delivery);
    boolean isRefused = refusal != null && Refused.isPossible(refusal, form, count);
    // Of one row and its total nobody tells what half of the rows must show.
    List<DirtKind> warnings = count < 2 ? List.of() : plan.warnings(delivery);
    List<MadeFile> made = new ArrayList<>();
    Delivery sent = delivery;
    if (refusal != null && isRefused) {
      Form refused = FileWriting.showing(form, List.of(refusal));
      Job first = new Job(sent, refused, refusal, List.of(), null, false);
      made.add(writing.write(first, rows.get(), all -> true, sink).file());
      if (draw("delivery/resent", delivery) >= parameters.of("delivery_resent")) {
        return made;
      }
      sent = later(sent, sent.coverage(), "delivery/resent-days");
    }
    List<DirtKind> sure = sure(plan, delivery, warnings);
    Form shown = FileWriting.showing(FileWriting.showing(form, warnings), sure);
    Dirt dirt = plan.isClean() ? null : new Dirt(draws, shown, sure, plan.isSilentMade());
    Job report = new Job(sent, shown, null, warnings, dirt, isRefused);
    FileWriting.Written written = writing.write(report, rows.get(), all -> true, sink);
    made.add(written.file());
    BitSet corrected = corrected(delivery, written.rejected());
    if (!corrected.isEmpty()) {
      Delivery correction = later(sent, Delivery.Coverage.CORRECTION, "delivery/corrected-days");
      Job job = new Job(correction, form, null, List.of(), null, true);
      made.add(writing.write(job, rows.get(), corrected::get, sink).file());
    }
    return made;
  }

  /**
   * A file to be written.
   *
   * @param refusal why nothing of it can be accepted, or null
   * @param dirt of its rows, or null
   */
  record Job(
      Delivery delivery,
      Form form,
      @Nullable DirtKind refusal,
      List<DirtKind> warnings,
      @Nullable Dirt dirt,
      boolean isResent) {}

  private Form fitting(Form form, int count) {
    boolean isTooLong =
        form.pack().equals("xls") && count > parameters.of("delivery_xls_most_rows");
    return isTooLong ? form.packed("xlsx") : form;
  }

  /** A row out of shape would keep a wrong total from being seen. */
  private static List<DirtKind> sure(DirtPlan plan, Delivery delivery, List<DirtKind> warnings) {
    return warnings.stream().anyMatch(kind -> kind.name().equals("total_wrong"))
        ? List.of()
        : plan.sure(delivery);
  }

  /** No further than tells whether an old workbook can hold them. */
  private int count(Iterator<DeliveredRow> rows) {
    int most = (int) parameters.of("delivery_xls_most_rows") + 1;
    int count = 0;
    while (count < most && rows.hasNext()) {
      rows.next();
      count++;
    }
    return count;
  }

  private BitSet corrected(Delivery delivery, BitSet rejected) {
    BitSet corrected = new BitSet();
    long key = Keys.of(delivery);
    double share = parameters.of("delivery_row_corrected");
    IntPredicate isCorrected = row -> draws.share("delivery/corrected", key, row) < share;
    rejected.stream().filter(isCorrected).forEach(corrected::set);
    return corrected;
  }

  private Delivery later(Delivery delivery, Delivery.Coverage coverage, String what) {
    int most = (int) parameters.of("delivery_resent_days_most");
    int days = 1 + (int) (draw(what, delivery) * most);
    // What mends an addition comes after what mends the report it adds to.
    days += delivery.coverage() == Delivery.Coverage.FULL ? 0 : most;
    return new Delivery(
        delivery.dataset(),
        delivery.period(),
        delivery.reporterKey(),
        delivery.reporter(),
        delivery.subperiod(),
        delivery.round(),
        coverage,
        delivery.fields(),
        delivery.due(),
        delivery.sent().plusDays(days));
  }

  private double draw(String what, Delivery delivery) {
    return draws.share(what, Keys.of(delivery));
  }

  /** Writes what is known of the files, in the order of their paths. */
  @Override
  public void close() throws IOException {
    writing.close();
  }
}
