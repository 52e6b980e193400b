package vn.phanluong.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.phanluong.definition.Contract;
import vn.phanluong.definition.FileLayout;

/** Finds the dataset and layout under which the head of a file makes sense. */
final class LayoutSearch {
  /** A file of a headless shape matches it in at least this share of its first records. */
  private static final double SHARE = 0.8;

  private static final int SAMPLE = 20;

  /** Records within which a header stands. */
  private static final int TITLES = 40;

  private static final int PROPOSED = 2;

  private final Head head;
  private final List<Contract> datasets;

  /** In the order of the datasets: of two that a line fits alike the first is taken. */
  private final Map<Contract, HeaderIndex> headers = new LinkedHashMap<>();

  /**
   * @param year of the file; 0 if it is not known yet
   */
  LayoutSearch(Head head, List<Contract> datasets, int year) {
    this.head = head;
    this.datasets = datasets;
    datasets.forEach(dataset -> headers.put(dataset, HeaderIndex.of(dataset, year)));
  }

  /** The layout by a header, else by the shape of the records; or null. */
  @Nullable Candidate find() {
    HeaderLine best =
        lines(true)
            .filter(HeaderLine::isComplete)
            .max(
                Comparator.<HeaderLine>comparingInt(line -> line.columns().size())
                    .thenComparingInt(line -> line.isByTotal() ? 2 : line.isTwoLines() ? 0 : 1)
                    .thenComparingInt(line -> -line.line().rowNumber()))
            .orElse(null);
    return best == null
        ? headless()
        : new Candidate(best.dataset(), best.layout(head), best.findings(head));
  }

  /** For a file that fits nothing: the nearest datasets and what they lack. */
  String nearest() {
    String nearest = lacking();
    return nearest.isEmpty() ? "Không có tên cột quen thuộc (no known column)." : nearest;
  }

  private String lacking() {
    return datasets.stream()
        .map(this::nearestLine)
        .flatMap(Stream::ofNullable)
        .sorted(Comparator.comparingInt((HeaderLine line) -> -line.columns().size()))
        .limit(PROPOSED)
        .map(
            line ->
                "%s (dòng %d): thiếu (missing) %s."
                    .formatted(
                        line.dataset().table(),
                        line.line().rowNumber(),
                        line.missing().isEmpty()
                            ? "cột số liệu (columns of values)"
                            : String.join(", ", line.missing())))
        .collect(Collectors.joining(" "));
  }

  private @Nullable HeaderLine nearestLine(Contract dataset) {
    return lines(false)
        .filter(line -> line.dataset().equals(dataset) && !line.columns().isEmpty())
        .max(Comparator.comparingInt(line -> line.columns().size()))
        .orElse(null);
  }

  /**
   * Each record read as a header, alone and with the one below it.
   *
   * @param isWhole false for those too that lack what a dataset needs
   */
  private Stream<HeaderLine> lines(boolean isWhole) {
    List<Head.Numbered> records =
        head.records().stream().filter(record -> !record.isBlank()).limit(TITLES).toList();
    return IntStream.range(0, records.size())
        .boxed()
        .flatMap(
            i ->
                lines(records.get(i), i + 1 < records.size() ? records.get(i + 1) : null, isWhole));
  }

  /**
   * Cells of a line, counted up to one more than a sheet has columns: a longer line is no header.
   */
  private static int cells(String line, int delimiter) {
    int cells = 1;
    int at = line.indexOf(delimiter);
    while (at >= 0 && cells <= Workbook.MOST_COLUMNS) {
      cells++;
      at = line.indexOf(delimiter, at + 1);
    }
    return cells;
  }

  private static boolean mayBeHeader(String line, int delimiter) {
    int cells = cells(line, delimiter);
    return cells > 1 && cells <= Workbook.MOST_COLUMNS;
  }

  private Stream<HeaderLine> lines(
      Head.Numbered record, Head.@Nullable Numbered below, boolean isWhole) {
    return Head.DELIMITERS
        .chars()
        .filter(delimiter -> mayBeHeader(record.text(), delimiter))
        .boxed()
        .flatMap(delimiter -> lines(record, below, (char) delimiter.intValue(), isWhole));
  }

  private Stream<HeaderLine> lines(
      Head.Numbered record, Head.@Nullable Numbered below, char delimiter, boolean isWhole) {
    HeaderCells upper = HeaderCells.of(record, delimiter);
    HeaderCells lower =
        below == null || cells(below.text(), delimiter) > Workbook.MOST_COLUMNS
            ? null
            : HeaderCells.of(below, delimiter);
    Stream<HeaderLine> alone =
        candidates(isWhole, upper.names())
            .map(entry -> HeaderLine.of(entry.getKey(), entry.getValue(), upper));
    return lower == null
        ? alone
        : Stream.concat(
            alone,
            candidates(isWhole, upper.namesOver(lower))
                .map(entry -> HeaderLine.of(entry.getKey(), entry.getValue(), upper, lower)));
  }

  private Stream<Map.Entry<Contract, HeaderIndex>> candidates(boolean isWhole, Set<String> names) {
    return headers.entrySet().stream()
        .filter(entry -> !isWhole || entry.getValue().mayAllBeIn(names));
  }

  private @Nullable Candidate headless() {
    List<String> sample =
        head.records().stream()
            .filter(record -> !record.isBlank())
            .map(Head.Numbered::text)
            .limit(SAMPLE)
            .toList();
    for (Contract dataset : datasets) {
      for (FileLayout layout : dataset.layouts()) {
        String delimiter = delimiter(layout, sample);
        if (delimiter != null) {
          return new Candidate(dataset, layout(layout, delimiter), List.of());
        }
      }
    }
    return null;
  }

  /** What stands between the cells of a headless shape, empty if nothing; null if it is another. */
  private static @Nullable String delimiter(FileLayout layout, List<String> sample) {
    Pattern signature = Pattern.compile(layout.signature());
    if (layout.kind() != FileLayout.Kind.DELIMITED) {
      return matches(signature, sample) ? "" : null;
    }
    return Head.DELIMITERS
        .chars()
        .filter(each -> matches(signature, tabbed(sample, (char) each)))
        .mapToObj(each -> String.valueOf((char) each))
        .findFirst()
        .orElse(null);
  }

  private static List<String> tabbed(List<String> sample, char delimiter) {
    Cells cells = new Cells();
    List<String> tabbed = new ArrayList<>();
    for (String record : sample) {
      cells.split(record, delimiter);
      // A tab inside a cell is no delimiter.
      tabbed.add(
          cells.texts().stream()
              .map(text -> text.replace('\t', ' '))
              .collect(Collectors.joining("\t")));
    }
    return tabbed;
  }

  private static boolean matches(Pattern signature, List<String> sample) {
    long matching = sample.stream().filter(signature.asMatchPredicate()).count();
    return matching >= SHARE * sample.size();
  }

  private Layout layout(FileLayout shape, String delimiter) {
    Layout.Kind kind = Layout.Kind.valueOf(shape.kind().name());
    boolean isLabelled = kind == Layout.Kind.LABEL_VALUE || kind == Layout.Kind.PAIRS;
    List<Layout.Column> columns =
        IntStream.range(0, shape.fields().size())
            .filter(cell -> !shape.fields().get(cell).equals("-"))
            .mapToObj(cell -> new Layout.Column(cell, shape.fields().get(cell), Map.of()))
            .toList();
    int cells = shape.fields().size();
    Layout.Section section =
        new Layout.Section(
            1, Integer.MAX_VALUE, cells, isLabelled ? Integer.MAX_VALUE : cells, columns, Map.of());
    return new Layout(
        kind,
        delimiter,
        head.charset(),
        head.sheet(),
        List.of(section),
        shape.missing(),
        List.of());
  }
}
