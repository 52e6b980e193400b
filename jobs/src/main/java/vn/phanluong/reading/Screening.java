package vn.phanluong.reading;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * The records of a file as they are screened. What is said once for the file instead of once a row
 * stands with the last record, when the rows that show it are counted.
 */
final class Screening implements CloseableIterator<ScreenedRecord> {
  /** A file of a million labels is no reason to hold a million findings. */
  private static final int MOST_GROUPS = 1000;

  /** Where as many rows one after another are none, nor is the rest of the file. */
  private static final int MOST_BARREN = 1_000_000;

  /** Of what comes after as many, the first stands for all. */
  private static final List<@Nullable String> REST = List.of("…");

  private final Layout layout;
  private final Records records;
  private final RowReader reader;
  private final FirstRows firstRows;
  private final TotalSums totals;
  private final BoundaryGuard boundaries;
  private final Map<List<@Nullable String>, Repeated> repeated = new LinkedHashMap<>();
  private @Nullable String next;
  private int barren;
  private RowReader.Outcome read = RowReader.Outcome.CONTEXT;

  private record Repeated(Finding first, int count) {}

  Screening(Path file, Recognition.Recognised recognised) {
    layout = recognised.layout();
    records = Records.of(file, layout);
    reader = recognised.rowReader();
    firstRows =
        new FirstRows(
            reader.positionsOf(RowKey.of(recognised.contract())),
            reader.positionsOf(RowKey.persons(recognised.contract())));
    totals = new TotalSums(recognised.contract(), recognised.layout(), reader);
    boundaries = new BoundaryGuard(recognised.contract(), reader);
    try {
      next = records.next();
    } catch (UnreadableFile e) {
      records.close();
      throw e;
    }
  }

  @Override
  public boolean hasNext() {
    return next != null;
  }

  @Override
  public ScreenedRecord next() {
    String record = next;
    if (record == null) {
      throw new NoSuchElementException();
    }
    int rowNumber = records.rowNumber();
    RowReader.Outcome outcome = reader.screen(rowNumber, record);
    read = outcome;
    requireRows(outcome.status());
    List<Finding> ofTotals = totals.enter(rowNumber, outcome);
    boundaries.enter(outcome);
    if (outcome.status() == RowStatus.ACCEPTED) {
      outcome = withoutRepeats(rowNumber, record, outcome);
    }
    List<Finding> findings = ofRow(outcome.findings());
    next = records.next();
    if (next == null || !ofTotals.isEmpty()) {
      findings = new ArrayList<>(findings);
      findings.addAll(ofTotals);
    }
    if (next == null) {
      boundaries.judge();
      repeated.values().stream().map(each -> each.first.inRows(each.count)).forEach(findings::add);
      findings.addAll(totals.end());
    }
    return new ScreenedRecord(rowNumber, record, outcome.status(), findings);
  }

  private void requireRows(RowStatus status) {
    barren = status == RowStatus.ACCEPTED ? 0 : barren + 1;
    if (barren > MOST_BARREN) {
      throw UnreadableFile.overLimit(
          "hơn một triệu dòng liền nhau không dòng nào được nhận",
          "of more than a million rows one after another none is accepted");
    }
  }

  RowReader reader() {
    return reader;
  }

  /** What the last record gave by itself, though another row of the file may stand before it. */
  RowReader.Outcome read() {
    return read;
  }

  @Override
  public void close() {
    records.close();
  }

  private RowReader.Outcome withoutRepeats(
      int rowNumber, String record, RowReader.Outcome outcome) {
    FirstRows.Earlier earlier = firstRows.enter(rowNumber, record, outcome.rows());
    if (earlier == null) {
      return outcome;
    }
    FindingCode code =
        earlier.isSameRecord() ? FindingCode.ROW_DUPLICATE : FindingCode.ROW_KEY_CONFLICT;
    List<Finding> findings = new ArrayList<>(outcome.findings());
    int row = layout.rows().row(rowNumber);
    String first = layout.said(earlier.rowNumber());
    findings.add(code.ofRow(row, null, null, first).later(rowNumber - row));
    return new RowReader.Outcome(RowStatus.REJECTED, List.of(), findings);
  }

  private List<Finding> ofRow(List<Finding> found) {
    if (found.isEmpty()) {
      return found;
    }
    List<Finding> ofRow = new ArrayList<>(found.size());
    for (Finding finding : found) {
      if (finding.isPerFile()) {
        List<@Nullable String> group = finding.group();
        repeated.merge(
            repeated.size() < MOST_GROUPS || repeated.containsKey(group) ? group : REST,
            new Repeated(finding, 1),
            (before, one) -> new Repeated(before.first, before.count + 1));
      } else {
        ofRow.add(finding);
      }
    }
    return List.copyOf(ofRow);
  }
}
