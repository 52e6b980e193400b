package vn.phanluong.marking;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Hyperlink;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.jspecify.annotations.Nullable;
import vn.phanluong.reading.Finding;
import vn.phanluong.reading.OwnSheets;
import vn.phanluong.reading.Severity;
import vn.phanluong.reading.StackedRows;

/** The sheet that lists the findings of a file, each with a link to its cell. */
final class ErrorSheet {
  /** Excel opens a workbook of more than 65,530 links in a sheet as a damaged one. */
  private static final int MOST_LINKS = 60_000;

  private static final List<String> HEADERS =
      List.of(
          "Mức độ (severity)",
          "Mã (code)",
          "Trang (sheet)",
          "Ô (cell)",
          "Trường (field)",
          "Nội dung gặp (text found)",
          "Việc cần làm",
          "What to do");
  private static final int[] WIDTHS = {18, 24, 16, 10, 18, 26, 70, 70};
  private static final int CELL = 3;

  private final Workbook workbook;
  private final Sheet sheet;
  private final List<String> sheetsOfCells;
  private final Map<Severity, CellStyle> severities = new EnumMap<>(Severity.class);
  private final CellStyle wrapped;
  private final CellStyle link;
  private int next;
  private int links;
  private long unlisted;

  /**
   * @param sheetsOfCells where the links lead; none for nowhere
   */
  ErrorSheet(Workbook workbook, String name, List<String> sheetsOfCells) {
    this.workbook = workbook;
    this.sheetsOfCells = sheetsOfCells;
    sheet = workbook.createSheet(name);
    Styles styles = new Styles(workbook);
    wrapped = styles.wrapped();
    link = styles.link();
    for (Severity severity : Severity.values()) {
      severities.put(severity, styles.wrapped(Mark.of(severity)));
    }
    Reports.put(
        sheet.createRow(next++),
        0,
        OwnSheets.TITLE + "Lỗi theo thứ tự trong tệp. Findings in reading order.",
        styles.title());
    Row header = sheet.createRow(next++);
    CellStyle ofHeader = styles.header();
    for (int i = 0; i < HEADERS.size(); i++) {
      Reports.put(header, i, HEADERS.get(i), ofHeader);
      sheet.setColumnWidth(i, WIDTHS[i] * 256);
    }
    sheet.createFreezePane(0, next);
    sheet.getPrintSetup().setLandscape(true);
    sheet.setFitToPage(true);
    sheet.getPrintSetup().setFitHeight((short) 0);
  }

  void add(Finding finding) {
    if (next > workbook.getSpreadsheetVersion().getLastRowIndex()) {
      unlisted++;
      return;
    }
    Row row = sheet.createRow(next++);
    Reports.put(
        row, 0, name(finding.severity()), severities.getOrDefault(finding.severity(), wrapped));
    Reports.put(row, 1, finding.code(), wrapped);
    StackedRows rows = new StackedRows(sheetsOfCells.size());
    boolean isOfSheet = finding.rowNumber() > 0 && !sheetsOfCells.isEmpty();
    String of = isOfSheet ? sheetsOfCells.get(rows.sheet(finding.rowNumber())) : null;
    Reports.put(row, 2, of, wrapped);
    putCell(row, of, address(finding, rows.row(finding.rowNumber())));
    Reports.put(row, 4, finding.field(), wrapped);
    Reports.put(row, 5, finding.text(), wrapped);
    Reports.put(row, 6, finding.vi(), wrapped);
    Reports.put(row, 7, finding.en(), wrapped);
  }

  private void putCell(Row row, @Nullable String of, @Nullable String address) {
    boolean isLinked = address != null && of != null && links < MOST_LINKS;
    Reports.put(row, CELL, address, isLinked ? link : wrapped);
    if (of != null && isLinked) {
      links++;
      Hyperlink to = workbook.getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
      to.setAddress("'%s'!%s".formatted(of.replace("'", "''"), address));
      Cell cell = row.getCell(CELL);
      cell.setHyperlink(to);
      cell.setCellStyle(link);
    }
  }

  /** A row without a cell is found at its start. */
  private static @Nullable String address(Finding finding, int row) {
    return finding.cell() != null || row == 0 ? finding.cell() : "A" + row;
  }

  static String name(Severity severity) {
    return switch (severity) {
      case REJECT_FILE -> "Trả lại tệp (file)";
      case REJECT_ROW -> "Trả lại dòng (row)";
      case WARN -> "Lưu ý (warning)";
    };
  }

  /** Findings for which the sheet has no row left. */
  long unlisted() {
    return unlisted;
  }
}
