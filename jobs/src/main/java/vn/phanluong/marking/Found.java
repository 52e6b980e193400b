package vn.phanluong.marking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.ss.util.CellAddress;
import org.jspecify.annotations.Nullable;
import vn.phanluong.reading.DeliveredCells;
import vn.phanluong.reading.Finding;
import vn.phanluong.reading.Recognition;
import vn.phanluong.reading.ScreenedRecord;
import vn.phanluong.reading.ScreeningWatch;
import vn.phanluong.reading.Severity;
import vn.phanluong.reading.StackedRows;

/** What screening found in one file, as marking needs it; bounded however much it is. */
final class Found implements ScreeningWatch {
  private final Map<Integer, Marks> marks = new TreeMap<>();
  private final Map<String, Count> counts = new LinkedHashMap<>();
  private final List<Finding> apart = new ArrayList<>();
  private Recognition.@Nullable Recognised recognised;

  /** How often a code was found. */
  record Count(String code, Severity severity, long findings) {}

  @Override
  public void recognised(Recognition.Recognised file) {
    recognised = file;
    for (Finding finding : file.findings()) {
      count(finding);
      apart.add(finding);
      mark(finding, null);
    }
  }

  @Override
  public void screened(ScreenedRecord record) {
    for (Finding finding : record.findings()) {
      count(finding);
      if (finding.rowNumber() != record.rowNumber()) {
        apart.add(finding);
      }
      mark(finding, record);
    }
  }

  /** The file was turned away as a whole; what was met before says nothing. */
  static Found rejected(Finding finding) {
    Found found = new Found();
    found.count(finding);
    return found;
  }

  private void count(Finding finding) {
    counts.merge(
        finding.code(),
        new Count(finding.code(), finding.severity(), 1),
        (before, one) -> new Count(one.code(), one.severity(), before.findings() + 1));
  }

  private void mark(Finding finding, @Nullable ScreenedRecord record) {
    if (finding.rowNumber() == 0) {
      return;
    }
    StackedRows rows = recognised == null ? new StackedRows(1) : recognised.layout().rows();
    Marks ofSheet = marks(rows.sheet(finding.rowNumber()));
    if (finding.cell() == null) {
      int row = rows.row(finding.rowNumber());
      ofSheet.add(row, firstFilled(finding, record), finding);
    } else {
      CellAddress cell = new CellAddress(finding.cell());
      ofSheet.add(cell.getRow() + 1, cell.getColumn(), finding);
    }
  }

  /** A row is marked where it begins. */
  private int firstFilled(Finding finding, @Nullable ScreenedRecord record) {
    if (recognised == null || record == null || record.rowNumber() != finding.rowNumber()) {
      return 0;
    }
    List<String> cells = DeliveredCells.cells(record.record(), recognised.layout());
    int first = 0;
    while (first < cells.size() && cells.get(first).isEmpty()) {
      first++;
    }
    return first == cells.size() ? 0 : first;
  }

  /** The marks of one of the sheets, by its place in {@link Job#sheets}; 0 for a text. */
  Marks marks(int sheet) {
    return marks.computeIfAbsent(sheet, each -> new Marks());
  }

  /** Findings that have no comment, since there are too many. */
  long unnoted() {
    return marks.values().stream().mapToLong(Marks::unnoted).sum();
  }

  /** The gravest first, then the most frequent. */
  List<Count> counts() {
    return counts.values().stream()
        .sorted(
            Comparator.comparing(Count::severity)
                .thenComparing(Count::findings, Comparator.reverseOrder()))
        .toList();
  }

  /** Findings of the file, and those said with another record than their own; by row. */
  List<Finding> apart() {
    return apart.stream().sorted(Comparator.comparingInt(Finding::rowNumber)).toList();
  }

  /** Null for a file that was turned away as a whole. */
  Recognition.@Nullable Recognised recognised() {
    return recognised;
  }
}
