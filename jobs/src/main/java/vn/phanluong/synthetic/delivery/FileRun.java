package vn.phanluong.synthetic.delivery;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.phanluong.definition.Field;

/** Writes the lines of one file. */
final class FileRun {
  static final String SHEET = "Số liệu";
  private static final int LAST_ROW = 1_048_576;
  private static final int KEPT = 3;
  private static final int TITLES_APART = 20;

  private final Form form;
  private final MadeFile file;
  private final Table table;
  private final @Nullable Dirt dirt;
  private final RowSink sink;
  private final DirtLog log;
  private final @Nullable DirtKind refusal;
  private final long[] sums;
  private final List<String[]> first = new ArrayList<>();
  private final BitSet rejected = new BitSet();
  private boolean hasSums;
  private String school = "";
  private int lastTitle;
  private int ordinal;
  private int delivered;
  private int rows;

  /**
   * @param dirt of the rows; null for none
   * @param file as it is told to the sink
   */
  FileRun(Form form, MadeFile file, Table table, @Nullable Dirt dirt, Sent sent) {
    this.form = form;
    this.file = file;
    this.table = table;
    this.dirt = dirt;
    sink = sent.sink();
    log = sent.log();
    refusal = sent.refusal();
    sums = new long[form.columns().size()];
    hasSums = form.traits().hasTotal();
  }

  /**
   * Where is told what a file holds.
   *
   * @param refusal why nothing of the file can be accepted, or null
   * @param warnings what else is wrong with the file as a whole
   */
  record Sent(RowSink sink, DirtLog log, @Nullable DirtKind refusal, List<DirtKind> warnings) {
    boolean has(String kind) {
      return (refusal != null && refusal.name().equals(kind))
          || warnings.stream().anyMatch(each -> each.name().equals(kind));
    }
  }

  int rows() {
    return rows;
  }

  /** Ordinals of the rows that cannot be accepted as they stand here. */
  BitSet rejected() {
    return rejected;
  }

  /** Titles and header. */
  void head(List<String> titles, String[] headers) throws IOException {
    if (form.traits().hasBlankFirst()) {
      table.title("");
    }
    for (String title : titles) {
      table.title(title);
    }
    if (form.traits().isTwoLines()) {
      String[] groups = new String[headers.length];
      Arrays.fill(groups, "");
      groups[0] = "Thông tin chung";
      groups[headers.length / 2] = "Nội dung báo cáo";
      table.line(groups, groups.length);
    }
    table.line(headers, headers.length);
    first.add(headers);
    lastTitle = table.row();
  }

  /**
   * @param delivered ordinal of the row in its delivery
   */
  void row(DeliveredRow row, int delivered) throws IOException {
    this.delivered = delivered;
    String[] cells = cells(row);
    boolean isRefused = refusal != null;
    if (refusal != null && refusal.name().equals("header_only")) {
      sink.row(file, row, table.row(), Fate.LOST);
      return;
    }
    schoolTitle(cells);
    Dirt.Hit hit = dirt == null || isRefused ? null : dirt.strike(row, cells, ordinal);
    if (first.size() <= KEPT) {
      first.add(cells.clone());
    }
    if (hit == null) {
      write(cells);
      sink.row(file, row, table.row(), isRefused ? Fate.LOST : Fate.ACCEPTED);
    } else {
      write(row, cells, hit);
    }
    ordinal++;
  }

  private void write(DeliveredRow row, String[] cells, Dirt.Hit hit) throws IOException {
    Struck struck = hit.struck();
    switch (struck.shape()) {
      case CELL -> write(with(cells, struck));
      case CUT -> part(Arrays.copyOf(cells, cells.length / 2 + 1), false);
      case OPEN_QUOTE -> part(cells, true);
      case TOO_LONG -> tooLong(cells);
      case LEFT_OUT -> {}
      default -> write(cells);
    }
    boolean isCopied =
        struck.shape() == Struck.Shape.AGAIN || struck.shape() == Struck.Shape.AGAIN_OTHERWISE;
    boolean isLeftOut = struck.shape() == Struck.Shape.LEFT_OUT;
    boolean isRejected = !isCopied && hit.kind().strength() == DirtKind.Strength.REJECT_ROW;
    sink.row(
        file,
        row,
        isLeftOut ? 0 : table.row(),
        isRejected || isLeftOut ? Fate.LOST : Fate.ACCEPTED);
    rejected.set(delivered, isRejected);
    if (isCopied) {
      write(struck.column() < 0 ? cells : with(cells, struck));
    }
    log.add(hit.kind(), table.row(), struck);
  }

  private static String[] with(String[] cells, Struck struck) {
    String[] other = cells.clone();
    other[struck.column()] = struck.written();
    return other;
  }

  private void write(String[] cells) throws IOException {
    table.line(cells, cells.length);
    rows++;
    if (!hasSums) {
      return;
    }
    for (int i = 0; i < sums.length; i++) {
      if (form.columns().get(i).holds(Field.Cell.COUNT)) {
        add(i, cells[i]);
      }
    }
  }

  /** A count nobody can read leaves its column without a sum. */
  private void add(int column, String cell) {
    boolean isNumber = !cell.isEmpty() && cell.chars().allMatch(Character::isDigit);
    if (sums[column] >= 0 && isNumber) {
      sums[column] += Long.parseLong(cell);
    } else if (!cell.isEmpty() && !cell.equals("-") && !cell.startsWith("..")) {
      sums[column] = -1;
    }
  }

  private void part(String[] cells, boolean isOpen) throws IOException {
    if (isOpen) {
      table.openQuote(cells, cells.length);
    } else {
      table.line(cells, cells.length);
    }
    rows++;
    hasSums = false;
  }

  private void tooLong(String[] cells) throws IOException {
    String[] longer = Arrays.copyOf(cells, cells.length + 2);
    longer[cells.length] = "0";
    longer[cells.length + 1] = "0";
    part(longer, false);
  }

  /** The name of the school in a line of its own, where its rows begin. */
  private void schoolTitle(String[] cells) throws IOException {
    int place = form.traits().hasSchoolTitles() ? form.placeOf("school") : -1;
    if (place >= 0 && !cells[place].equals(school) && !cells[place].isEmpty()) {
      school = cells[place];
      if (table.row() - lastTitle > TITLES_APART) {
        table.title(school);
        lastTitle = table.row();
      }
    }
  }

  private String[] cells(DeliveredRow row) {
    List<Form.Column> columns = form.columns();
    String[] cells = new String[columns.size()];
    for (int i = 0; i < cells.length; i++) {
      Form.Column column = columns.get(i);
      Field field = column.field();
      cells[i] =
          switch (column.kind()) {
            case NUMBER -> Integer.toString(ordinal + 1);
            case GAP, LANGUAGE -> "";
            case EXTRA -> column.header().isEmpty() ? "đã duyệt" : "";
            case YEAR ->
                field == null ? "" : form.wording().text(field, Integer.toString(form.period()));
            case GIVEN -> lastWord(row.values().get(column.source()));
            case FIELD -> field == null ? "" : text(column, field, row);
          };
    }
    return refusal == null ? cells : Refused.cells(refusal, file.delivery(), form, cells, ordinal);
  }

  private String text(Form.Column column, Field field, DeliveredRow row) {
    String value = row.values().get(column.source());
    if (form.wording().hasGivenApart() && field.name().equals("full_name")) {
      int last = value.lastIndexOf(' ');
      return last < 0 ? "" : value.substring(0, last);
    }
    return form.wording().text(field, value);
  }

  private static String lastWord(String name) {
    return name.substring(name.lastIndexOf(' ') + 1);
  }

  /** What stands below the rows, and in further sheets. */
  void tail(Sent sent) throws IOException {
    boolean isWrong = sent.has("total_wrong");
    if (hasSums && rows > 0) {
      total(isWrong);
    }
    if (sent.has("stray_cell")) {
      table.skipTo(LAST_ROW + 1);
      table.title("hết");
    }
    if (sent.has("notes_sheet")) {
      table.sheet("Thuyết minh");
      table.title("Số liệu do các trường báo cáo");
      log.add(DirtKind.of("notes_sheet"), 0, "", "Thuyết minh");
    }
    if (sent.has("summary_sheet")) {
      table.sheet("Tổng hợp");
      firstRows();
      log.add(DirtKind.of("summary_sheet"), 0, "", "Tổng hợp");
    }
    if (sent.has("several_sheets")) {
      table.sheet("Số liệu (2)");
      table.title("Đợt 3");
      firstRows();
    }
  }

  /** The header and some rows once more. */
  private void firstRows() throws IOException {
    for (String[] line : first) {
      table.line(line, line.length);
    }
  }

  private void total(boolean isWrong) throws IOException {
    String[] cells = new String[sums.length];
    Arrays.fill(cells, "");
    cells[0] = "Tổng cộng";
    int soiled = -1;
    for (int i = sums.length - 1; i > 0; i--) {
      if (form.columns().get(i).holds(Field.Cell.COUNT) && sums[i] >= 0) {
        cells[i] = Long.toString(sums[i]);
        soiled = i;
      }
    }
    Struck struck = null;
    if (isWrong && soiled >= 0) {
      struck = Struck.cell(soiled, cells[soiled], Long.toString(sums[soiled] + 1));
      cells[soiled] = struck.written();
    }
    table.line(cells, cells.length);
    if (struck != null) {
      log.add(DirtKind.of("total_wrong"), table.row(), struck);
    }
  }
}
