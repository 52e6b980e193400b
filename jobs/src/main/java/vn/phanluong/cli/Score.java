package vn.phanluong.cli;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import vn.phanluong.reading.FileReport;
import vn.phanluong.reading.Finding;
import vn.phanluong.reading.Severity;

/** How well the door finds the dirt that is known, summed over files. */
final class Score {
  private final Map<String, OfKind> kinds = new TreeMap<>();
  private final Map<String, Unexplained> unexplained = new TreeMap<>();
  private final List<String> wrongRows = new ArrayList<>();
  private long files;
  private long findings;
  private long explained;
  private final int examples;

  /**
   * @param examples how many files and rows are named of what went wrong, a kind
   */
  Score(int examples) {
    this.examples = examples;
  }

  /** One kind of dirt: how often it was made and found. */
  static final class OfKind {
    final String finding;
    final String strength;
    long made;
    long found;
    final List<String> missed = new ArrayList<>();

    OfKind(ScoreTruth.Dirt dirt) {
      finding = dirt.finding();
      strength = dirt.strength();
    }

    boolean isRejection() {
      return strength.startsWith("reject");
    }
  }

  /** Findings of one code that no dirt explains. */
  static final class Unexplained {
    final boolean isRejection;
    final List<String> examples = new ArrayList<>();
    long count;

    Unexplained(Finding finding) {
      isRejection =
          finding.severity() == Severity.REJECT_FILE || finding.severity() == Severity.REJECT_ROW;
    }
  }

  /** Takes in what the door said of a file. */
  void enter(ScoreTruth.OfFile truth, FileReport report) {
    files++;
    Set<String> said = new HashSet<>();
    for (Finding finding : report.findings()) {
      said.add(finding.code());
      said.add(finding.code() + "@" + finding.rowNumber());
      said.add(finding.code() + "@" + finding.cell());
    }
    Set<String> known = new HashSet<>();
    for (ScoreTruth.Dirt dirt : truth.dirt()) {
      if (dirt.row() > 0) {
        known.add("@" + dirt.row());
      }
      if (!dirt.isOfRow()) {
        known.add(dirt.finding());
      }
      OfKind kind = kinds.computeIfAbsent(dirt.kind(), name -> new OfKind(dirt));
      kind.made++;
      if (said.contains(wanted(dirt))) {
        kind.found++;
      } else {
        keep(kind.missed, truth.path() + ":" + dirt.column() + dirt.row());
      }
    }
    for (Finding finding : report.findings()) {
      findings++;
      if (known.contains(finding.code()) || known.contains("@" + finding.rowNumber())) {
        explained++;
      } else {
        enter(truth.path(), finding);
      }
    }
    if (report.isRejected() != truth.refused()
        || (!truth.refused() && report.read() != truth.rows())) {
      wrongRows.add("%s: %d/%d".formatted(truth.path(), report.read(), truth.rows()));
    }
  }

  private static String wanted(ScoreTruth.Dirt dirt) {
    if (!dirt.isOfRow()) {
      return dirt.finding();
    }
    return dirt.finding() + "@" + (dirt.isOfCell() ? dirt.column() : "") + dirt.row();
  }

  private void keep(List<String> kept, String example) {
    if (kept.size() < examples) {
      kept.add(example);
    }
  }

  private void enter(String path, Finding finding) {
    Unexplained of = unexplained.computeIfAbsent(finding.code(), code -> new Unexplained(finding));
    of.count++;
    String cell = finding.cell();
    keep(of.examples, path + ":" + (cell == null ? finding.rowNumber() : cell));
  }

  Map<String, OfKind> kinds() {
    return kinds;
  }

  Map<String, Unexplained> unexplained() {
    return unexplained;
  }

  /** Files of which rows were read other in number than were written. */
  List<String> wrongRows() {
    return wrongRows;
  }

  long files() {
    return files;
  }

  long findings() {
    return findings;
  }

  long explained() {
    return explained;
  }

  /** True if all dirt that must be turned away is, and nothing else. */
  boolean isFull() {
    return wrongRows.isEmpty()
        && kinds.values().stream().allMatch(kind -> !kind.isRejection() || kind.found == kind.made)
        && unexplained.values().stream().noneMatch(each -> each.isRejection);
  }
}
