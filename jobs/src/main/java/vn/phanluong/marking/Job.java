package vn.phanluong.marking;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import vn.phanluong.reading.CloseableIterator;
import vn.phanluong.reading.FileReport;
import vn.phanluong.reading.FileScreener;
import vn.phanluong.reading.Finding;
import vn.phanluong.reading.Recognition;
import vn.phanluong.reading.ScreenedRecord;

/**
 * One file to be given back.
 *
 * @param scratch folder for what is needed on the way
 * @param notes grows with what the owner must know
 */
record Job(Path file, FileReport report, Found found, Path scratch, List<Note> notes) {
  /** The sheets findings are of, in the order of their rows; none of a text. */
  List<String> sheets() {
    Recognition.Recognised recognised = found.recognised();
    return recognised == null ? List.of() : recognised.layout().sheets();
  }

  /** Every finding in reading order: from memory, or screened once more where they are many. */
  void findings(Consumer<Finding> take) {
    Recognition.Recognised recognised = found.recognised();
    if (recognised == null || report.findings().size() == report.findingCount()) {
      report.findings().stream().sorted(Comparator.comparingInt(Finding::rowNumber)).forEach(take);
      return;
    }
    Deque<Finding> apart = new ArrayDeque<>(found.apart());
    try (CloseableIterator<ScreenedRecord> records = FileScreener.records(file, recognised)) {
      while (records.hasNext()) {
        ScreenedRecord record = records.next();
        while (!apart.isEmpty() && apart.getFirst().rowNumber() <= record.rowNumber()) {
          take.accept(apart.removeFirst());
        }
        record.findings().stream()
            .filter(finding -> finding.rowNumber() == record.rowNumber())
            .forEach(take);
      }
    }
    apart.forEach(take);
  }
}
