package vn.phanluong.reading;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What screening says of a file without taking anything in: the same as loading it would.
 *
 * @param dataset dataset it holds, or «unknown»
 * @param sheets names of the sheets its rows are of; none of a text
 * @param isRejected true if nothing of the file can be taken
 * @param accepted rows of data that can be taken
 * @param rejected rows of data that cannot
 * @param findingCount all findings
 * @param findings the first of them, in reading order, to the number asked for
 */
public record FileReport(
    String fileName,
    String dataset,
    Scope scope,
    List<String> sheets,
    boolean isRejected,
    long accepted,
    long rejected,
    long findingCount,
    List<Finding> findings) {

  /**
   * Screens a file to its end.
   *
   * @param most how many findings are kept; all are counted
   * @throws java.io.UncheckedIOException if the file is not there or the disk fails
   */
  public static FileReport of(Path file, Declared declared, int most) {
    return of(file, declared, most, new NoWatch());
  }

  /** The same, told to a watch as it goes on. */
  public static FileReport of(Path file, Declared declared, int most, ScreeningWatch watch) {
    String name = String.valueOf(file.getFileName());
    Recognition recognition = FileScreener.recognise(file, declared);
    if (recognition instanceof Recognition.Rejected rejected) {
      return rejected(name, "unknown", Scope.unknown(), rejected.finding());
    }
    Recognition.Recognised recognised = (Recognition.Recognised) recognition;
    watch.recognised(recognised);
    try {
      return screened(file, recognised, most, watch);
    } catch (UnreadableFile e) {
      return rejected(name, recognised.dataset(), recognised.scope(), e.finding());
    }
  }

  private static FileReport rejected(String name, String dataset, Scope scope, Finding finding) {
    return new FileReport(name, dataset, scope, List.of(), true, 0, 0, 1, List.of(finding));
  }

  private static final class NoWatch implements ScreeningWatch {
    @Override
    public void recognised(Recognition.Recognised file) {}

    @Override
    public void screened(ScreenedRecord record) {}
  }

  private static FileReport screened(
      Path file, Recognition.Recognised recognised, int most, ScreeningWatch watch) {
    Map<RowStatus, Long> rows = new EnumMap<>(RowStatus.class);
    List<Finding> kept = new ArrayList<>();
    long count = keep(recognised.findings(), kept, most);
    try (CloseableIterator<ScreenedRecord> records = FileScreener.records(file, recognised)) {
      while (records.hasNext()) {
        ScreenedRecord record = records.next();
        rows.merge(record.status(), 1L, Long::sum);
        count += keep(record.findings(), kept, most);
        watch.screened(record);
      }
    }
    return new FileReport(
        String.valueOf(file.getFileName()),
        recognised.dataset(),
        recognised.scope(),
        recognised.layout().sheets(),
        false,
        rows.getOrDefault(RowStatus.ACCEPTED, 0L),
        rows.getOrDefault(RowStatus.REJECTED, 0L),
        count,
        List.copyOf(kept));
  }

  private static long keep(List<Finding> found, List<Finding> kept, int most) {
    found.stream().limit(Math.max(0, most - kept.size())).forEach(kept::add);
    return found.size();
  }

  /** Name of the sheet a finding is of; null for a text, or for the file as a whole. */
  public @Nullable String sheetOf(Finding finding) {
    return finding.rowNumber() == 0 || sheets.isEmpty()
        ? null
        : sheets.get(rows().sheet(finding.rowNumber()));
  }

  /** How the rows of its sheets are numbered. */
  public StackedRows rows() {
    return new StackedRows(sheets.size());
  }

  /** Rows of data; headers, titles, totals and blank lines are none. */
  public long read() {
    return accepted + rejected;
  }

  /** True if anything of the file would be turned away. */
  public boolean isTurnedAway() {
    return isRejected || rejected > 0;
  }
}
