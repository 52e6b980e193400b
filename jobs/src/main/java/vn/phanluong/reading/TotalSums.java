package vn.phanluong.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.phanluong.definition.Contract;
import vn.phanluong.definition.Field;
import vn.phanluong.text.Spelling;

/**
 * Compares the totals a file prints with the sums of its rows as printed, rejected ones included.
 * Only columns of counts add up: a total of rates or averages is weighted by what the file does not
 * tell. A total may be of all rows or of those since the last one, and, where it names a level or a
 * place, of the rows that name the same; a figure that is any of these sums is right.
 */
final class TotalSums {
  /** Longer files are lists, not tables that somebody adds up. */
  private static final int MOST_ROWS = 50_000;

  private static final int MOST_TOTALS = 1_000;

  /** Of a cell that cannot be read, so that its column has no sum. */
  private static final int UNREADABLE = -1;

  /** Rows whose cells may not stand where the header says. */
  private static final Set<String> SHIFTED =
      Set.of(
          FindingCode.ROW_TOO_FEW_CELLS.id(),
          FindingCode.ROW_TOO_MANY_CELLS.id(),
          FindingCode.ROW_QUOTE_OPEN.id());

  private final RowReader reader;
  private final Layout layout;
  private final List<Field> counts;
  private final List<String> keys;
  private final List<Printed> rows = new ArrayList<>();
  private final List<Total> leading = new ArrayList<>();
  private Layout.@Nullable Section section;
  private int rowsBeforeTotal;
  private int totals;

  /** The key cells and the counts of a row, in the order of the section's columns. */
  private record Printed(List<String> keys, List<Integer> counts) {
    boolean agrees(Total total) {
      for (int i = 0; i < keys.size(); i++) {
        String of = total.printed.keys.get(i);
        if (!of.isEmpty() && !of.equals(keys.get(i))) {
          return false;
        }
      }
      return true;
    }
  }

  private record Total(int rowNumber, boolean isOfPart, Printed printed, List<String> texts) {}

  TotalSums(Contract dataset, Layout layout, RowReader reader) {
    this.reader = reader;
    this.layout = layout;
    boolean hasColumns = layout.kind() == Layout.Kind.DELIMITED;
    counts =
        dataset.fields().stream()
            .filter(field -> hasColumns && field.cell() == Field.Cell.COUNT)
            .toList();
    keys = dataset.fields().stream().filter(Field::key).map(Field::name).toList();
  }

  /**
   * Takes in the record the reader screened last.
   *
   * @return what is wrong with it if it is a total
   */
  List<Finding> enter(int rowNumber, RowReader.Outcome outcome) {
    Layout.Section at = counts.isEmpty() ? null : layout.sectionAt(rowNumber);
    if (at == null || totals > MOST_TOTALS || rows.size() > MOST_ROWS) {
      return List.of();
    }
    List<Finding> findings = at.equals(section) ? List.of() : end();
    section = at;
    if (outcome.status() != RowStatus.CONTEXT) {
      rows.add(printed(at, outcome));
    } else if (reader.isTotal()) {
      return total(rowNumber, at, findings);
    }
    return findings;
  }

  /** What is wrong with totals that stand above their rows, once all rows are known. */
  List<Finding> end() {
    List<Finding> findings = new ArrayList<>();
    if (rows.size() <= MOST_ROWS) {
      leading.forEach(total -> findings.addAll(differences(total, rows)));
    }
    leading.clear();
    rows.clear();
    rowsBeforeTotal = 0;
    return findings;
  }

  private List<Finding> total(int rowNumber, Layout.Section at, List<Finding> before) {
    totals++;
    Total total =
        new Total(
            rowNumber,
            Totals.isOfPart(reader.label()),
            printed(at, RowReader.Outcome.CONTEXT),
            columns(at).stream().map(column -> reader.cellText(column.cell())).toList());
    if (rows.isEmpty()) {
      leading.add(total);
    }
    if (!leading.isEmpty()) {
      return before;
    }
    List<Printed> since = rows.subList(rowsBeforeTotal, rows.size());
    List<Finding> findings = new ArrayList<>(before);
    findings.addAll(differences(total, since.isEmpty() ? rows : since));
    rowsBeforeTotal = rows.size();
    return findings;
  }

  private List<Finding> differences(Total total, List<Printed> since) {
    List<Finding> findings = new ArrayList<>();
    List<Layout.Column> columns = columns(section);
    int line = layout.rows().row(total.rowNumber);
    for (int i = 0; i < columns.size(); i++) {
      int stated = total.printed.counts.get(i);
      List<Printed> whole = total.isOfPart ? since : rows;
      List<@Nullable Long> sums = new ArrayList<>();
      for (List<Printed> part : List.of(whole, since, rows)) {
        sums.add(sum(part, i, row -> row.agrees(total)));
        sums.add(sum(part, i, row -> true));
      }
      Long expected = sums.get(0) == null ? sums.get(1) : sums.get(0);
      boolean isBlank = total.texts.get(i).isEmpty();
      if (stated != UNREADABLE && !isBlank && !sums.contains((long) stated) && expected != null) {
        findings.add(
            FindingCode.TOTAL_DIFFERS
                .ofRow(line, columns.get(i).field(), total.texts.get(i), Long.toString(expected))
                .in(columns.get(i).cell())
                .later(total.rowNumber - line));
      }
    }
    return findings;
  }

  /** Null if no such row is there, or one of them cannot be read. */
  private static @Nullable Long sum(List<Printed> rows, int column, Predicate<Printed> of) {
    long sum = 0;
    boolean isAny = false;
    for (Printed row : rows) {
      if (of.test(row)) {
        if (row.counts.get(column) == UNREADABLE) {
          return null;
        }
        sum += row.counts.get(column);
        isAny = true;
      }
    }
    return isAny ? sum : null;
  }

  private Printed printed(Layout.Section at, RowReader.Outcome outcome) {
    boolean isShifted =
        outcome.findings().stream().anyMatch(finding -> SHIFTED.contains(finding.code()));
    List<String> names = new ArrayList<>();
    for (Layout.Column column : at.columns()) {
      if (keys.contains(column.field())) {
        String text = reader.cellText(column.cell());
        boolean isLabel = outcome.status() == RowStatus.CONTEXT && Totals.isTotal(text);
        names.add(isLabel ? "" : Spelling.fold(text));
      }
    }
    List<Integer> read =
        columns(at).stream()
            .map(column -> isShifted ? UNREADABLE : count(reader.cellText(column.cell())))
            .toList();
    return new Printed(List.copyOf(names), read);
  }

  private List<Layout.Column> columns(Layout.@Nullable Section at) {
    return at == null
        ? List.of()
        : at.columns().stream()
            .filter(column -> counts.stream().anyMatch(it -> it.name().equals(column.field())))
            .toList();
  }

  /** A blank, or a sign that says why there is no number, adds nothing. */
  private int count(String text) {
    if (text.isEmpty() || counts.stream().anyMatch(field -> isState(field, text))) {
      return 0;
    }
    Integer count = Texts.count(text);
    return count == null ? UNREADABLE : count;
  }

  private static boolean isState(Field field, String text) {
    return text.equals("-") || field.states().containsKey(Spelling.fold(text));
  }
}
