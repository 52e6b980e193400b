package vn.phanluong.reading;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.phanluong.definition.Contract;
import vn.phanluong.definition.Field;
import vn.phanluong.text.Spelling;

/**
 * Reads the records of one file into typed rows: at the door, and again from {@code raw}, with the
 * same outcome. Cheap to build; used by one thread.
 */
public final class RowReader {
  private final Layout layout;
  private final HeaderIndex headers;
  private final Labels labels;
  private final DatasetRules rules;
  private final FieldPositions positions;
  private final int[] required;

  /** What the sender calls each field. */
  private final Map<String, String> names;

  private final Map<Integer, RowShape> shapes = new TreeMap<>();
  private final Cells cells = new Cells();
  private final char delimiter;
  private Layout.@Nullable Section section;

  /** Of the section, kept: it is asked for every cell of a national file. */
  private @Nullable RowShape shape;

  private boolean isTotal;

  private List<@Nullable Object[]> tried = List.of();

  public RowReader(Contract dataset, Layout layout, Scope scope) {
    this.layout = layout;
    headers = HeaderIndex.of(dataset);
    positions = new FieldPositions(dataset);
    names = positions.called();
    rules = rulesOf(dataset, positions, scope);
    CellReader reader = new CellReader(layout.missing());
    labels = new Labels(positions, headers, reader);
    for (Layout.Section each : layout.sections()) {
      shapes.put(each.firstRow(), shapeOf(layout.kind(), each, reader));
    }
    required =
        dataset.fields().stream()
            .filter(Field::required)
            .mapToInt(
                field -> positions.of(field.states().isEmpty() ? field.name() : field.stateField()))
            .toArray();
    delimiter = layout.delimiter().isEmpty() ? ',' : layout.delimiter().charAt(0);
  }

  /** What one record is, with its rows if it is accepted. */
  record Outcome(RowStatus status, List<@Nullable Object[]> rows, List<Finding> findings) {
    static final Outcome CONTEXT = new Outcome(RowStatus.CONTEXT, List.of(), List.of());
  }

  /**
   * Rows of one record, values in the order of the contract's fields: Short for scores (hundredths
   * of a point) and years, Integer for counts, LocalDate for days, else String; null for what was
   * not delivered or not taken. Empty if the record is rejected or no row of data.
   *
   * @param rowNumber line of the file on which the record starts
   * @param findings takes what was found in it
   */
  public List<@Nullable Object[]> read(int rowNumber, String record, Consumer<Finding> findings) {
    Outcome outcome = screen(rowNumber, record);
    outcome.findings().forEach(findings);
    return outcome.rows();
  }

  Outcome screen(int rowNumber, String record) {
    Layout.Section at = sectionAt(rowNumber);
    isTotal = false;
    tried = List.of();
    if (at == null || Spelling.isBlank(record)) {
      return Outcome.CONTEXT;
    }
    // Messages and cells name the row of the sheet.
    int row = layout.rows().row(rowNumber);
    RowFindings findings = new RowFindings(row, names);
    split(record);
    if (!layout.sheet().isEmpty() && hasColumns()) {
      // A sheet keeps no empty cells at the end of a row, so a short row is not a cut one.
      cells.widen(at.most());
    }
    if (cells.firstFilled() == cells.count()) {
      return Outcome.CONTEXT;
    }
    if (layout.kind() == Layout.Kind.DELIMITED && Records.opensQuote(record, layout.delimiter())) {
      findings.add(FindingCode.ROW_QUOTE_OPEN, null, null);
    }
    List<@Nullable Object[]> rows = Objects.requireNonNull(shape).rows(cells, findings);
    for (@Nullable Object[] each : rows) {
      rules.complete(each, findings);
      checkRequired(each, findings);
    }
    if (findings.isContext() || (findings.isRejected() && isContext(at))) {
      isTotal = findings.isContext() || Totals.isTotal(label());
      return Outcome.CONTEXT;
    }
    tried = rows;
    List<Finding> found =
        findings.all().stream().map(each -> located(each, at).later(rowNumber - row)).toList();
    return findings.isRejected()
        ? new Outcome(RowStatus.REJECTED, List.of(), found)
        : new Outcome(RowStatus.ACCEPTED, rows, found);
  }

  /** True if the cells of a record stand under headers. */
  private boolean hasColumns() {
    return layout.kind() == Layout.Kind.DELIMITED || layout.kind() == Layout.Kind.APPENDIX;
  }

  /** A finding with its cell: the one that is read as its field, or that holds its text. */
  private Finding located(Finding finding, Layout.Section at) {
    if (!hasColumns()) {
      return finding;
    }
    int[] read =
        at.columns().stream()
            .filter(column -> column.field().equals(finding.field()))
            .mapToInt(Layout.Column::cell)
            .toArray();
    String text = finding.text() == null ? "" : finding.text();
    int place =
        IntStream.concat(IntStream.of(read), IntStream.range(0, text.isEmpty() ? 0 : cells.count()))
            .filter(cell -> FindingCode.shown(cells.text(cell)).equals(text))
            .findFirst()
            .orElse(read.length > 0 ? read[0] : labelled(at));
    return place < 0 ? finding : finding.in(place);
  }

  /** Rows of the record screened last, as far as they could be read, accepted or not. */
  List<@Nullable Object[]> tried() {
    return tried;
  }

  /** True if the record screened last adds up others. */
  boolean isTotal() {
    return isTotal;
  }

  /** What the record screened last says first, a running number before it left out. */
  String label() {
    int first = cells.firstFilled();
    String text = cells.text(first);
    boolean isNumbered = !text.isEmpty() && text.chars().allMatch(Character::isDigit);
    return isNumbered ? cells.text(first + 1) : text;
  }

  /** Text of a cell of the record screened last. */
  String cellText(int cell) {
    return cells.text(cell);
  }

  /** Field a cell of the record screened last is read as; null if it is nobody's. */
  @Nullable Field fieldOf(int cell) {
    return shape == null ? null : shape.fieldOf(cells, cell);
  }

  /** True if a cell of the record screened last is blank, read, or the label of one that is. */
  boolean knows(int cell) {
    return cells.isBlank(cell) || (shape != null && shape.knows(cells, cell));
  }

  /** A cell of labels as the warehouse may keep it. */
  String knownLabels(String text) {
    return labels.known(text);
  }

  int positionOf(Field field) {
    return positions.of(field.name());
  }

  /** True if a text is a header, or a label, of the dataset. */
  boolean isHeader(String text) {
    return headers.find(text) != null || HeaderLine.isRunningNumber(text);
  }

  /** The record with other texts in its cells, which are those screened last. */
  String rewritten(IntFunction<@Nullable String> text) {
    return Rewriting.of(cells, delimiter, text);
  }

  /** Splits a record that is no row of data, for {@link #rewritten}. */
  void splitContext(String record) {
    split(record);
  }

  /** The cell in which fields stand after their labels, or -1. */
  private int labelled(Layout.Section at) {
    return at.columns().stream()
        .filter(column -> positions.field(column.field()).cell() == Field.Cell.LABELS)
        .mapToInt(Layout.Column::cell)
        .findFirst()
        .orElse(-1);
  }

  private void split(String record) {
    switch (layout.kind()) {
      case DELIMITED, APPENDIX -> cells.split(record, delimiter);
      case FIXED_WIDTH -> cells.splitBlanks(record);
      case LABEL_VALUE -> cells.splitAny(record, "|:;");
      case PAIRS -> cells.splitAny(record, ",");
    }
  }

  private void checkRequired(@Nullable Object[] row, RowFindings findings) {
    for (int position : required) {
      if (row[position] == null && !findings.isRejected()) {
        findings.add(FindingCode.CELL_REQUIRED, positions.field(position).name(), null);
      }
    }
  }

  /** A title alone in its line, a total, or the header once more after a page break. */
  private boolean isContext(Layout.Section at) {
    boolean isTitle =
        cells.filled() == 1 && at.most() > 1 && !isKeyLike(cells.text(cells.firstFilled()));
    String first = cells.text(cells.firstFilled());
    return isTitle || Totals.isTotal(label()) || NoPupils.isSaidIn(first) || isHeader(at);
  }

  private static boolean isKeyLike(String text) {
    return Character.isDigit(text.charAt(0));
  }

  private boolean isHeader(Layout.Section at) {
    int matching = 0;
    for (Layout.Column column : at.columns()) {
      // Of a damaged row most cells are not there, and no header is blank.
      boolean isNamed =
          !cells.isBlank(column.cell()) && headers.names(cells.text(column.cell()), column.field());
      if (isNamed && positions.field(column.field()).required() && !hasFigure()) {
        return true;
      }
      matching += isNamed ? 1 : 0;
    }
    return matching > 0 && matching * 2 > at.columns().size();
  }

  /** True if a cell is a number or a day, which no header is; a row may hold a header's word. */
  private boolean hasFigure() {
    for (int cell = 0; cell < cells.count(); cell++) {
      if (!cells.isBlank(cell) && cells.text(cell).chars().noneMatch(Character::isLetter)) {
        return true;
      }
    }
    return false;
  }

  private Layout.@Nullable Section sectionAt(int rowNumber) {
    if (section == null || !section.holds(rowNumber)) {
      section = layout.sectionAt(rowNumber);
      shape = section == null ? null : shapeAt(section);
    }
    return section;
  }

  private RowShape shapeAt(Layout.Section at) {
    RowShape shape = shapes.get(at.firstRow());
    if (shape == null) {
      throw new IllegalStateException("No section begins at row " + at.firstRow());
    }
    return shape;
  }

  private RowShape shapeOf(Layout.Kind kind, Layout.Section at, CellReader reader) {
    return switch (kind) {
      case DELIMITED, FIXED_WIDTH -> new HeadedRows(at, positions, reader, labels);
      case LABEL_VALUE, PAIRS -> new LabelledRows(at, positions, labels);
      case APPENDIX -> new AppendixRows(at, positions);
    };
  }

  private static DatasetRules rulesOf(Contract dataset, FieldPositions positions, Scope scope) {
    return switch (dataset.table()) {
      case "exam_result" -> new ExamRules(positions, scope);
      case "graduate_count", "destination_count" -> new PlaceCountRules(dataset, positions, scope);
      case "target" -> new TargetRules(positions, scope);
      case "document" -> new DocumentRules(positions);
      default -> new ContractRules(dataset, positions, scope);
    };
  }

  /** Places in a row of certain fields, such as those of {@link RowKey}. */
  int[] positionsOf(List<String> names) {
    return names.stream().mapToInt(positions::of).toArray();
  }
}
