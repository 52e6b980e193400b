package vn.phanluong.marking;

import java.util.List;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;
import org.jspecify.annotations.Nullable;
import vn.phanluong.reading.OwnSheets;

/** The two sheets every workbook is given back with. */
final class Reports {
  private Reports() {}

  /**
   * Adds both.
   *
   * @param sheets the sheets in which the cells of findings are
   */
  static void add(Job job, Workbook workbook, List<String> sheets) {
    if (job.found().unnoted() > 0) {
      long unnoted = job.found().unnoted();
      job.notes()
          .add(
              new Note(
                  "Chỉ %d ô có chú thích; %d phát hiện còn lại chỉ được tô màu và nêu ở trang «%s»."
                      .formatted(Marks.MOST_NOTES, unnoted, OwnSheets.ERRORS),
                  "Only %d cells have a comment; %d more findings are coloured and listed on sheet «%s»."
                      .formatted(Marks.MOST_NOTES, unnoted, OwnSheets.ERRORS)));
    }
    ErrorSheet errors = new ErrorSheet(workbook, freeName(workbook, OwnSheets.ERRORS), sheets);
    job.findings(errors::add);
    if (errors.unlisted() > 0) {
      job.notes()
          .add(
              new Note(
                  "Trang «%s» đầy; %d phát hiện không được nêu."
                      .formatted(OwnSheets.ERRORS, errors.unlisted()),
                  "Sheet «%s» is full; %d findings are not listed."
                      .formatted(OwnSheets.ERRORS, errors.unlisted())));
    }
    new SummarySheet(workbook, freeName(workbook, OwnSheets.SUMMARY)).write(job);
  }

  /** The name, or the name with a number where a sheet of the owner has it. */
  private static String freeName(Workbook workbook, String name) {
    String free = name;
    for (int i = 2; workbook.getSheetIndex(free) >= 0; i++) {
      free = "%s (%d)".formatted(name, i);
    }
    return free;
  }

  static void put(Row row, int column, @Nullable String text, CellStyle style) {
    Cell cell = row.createCell(column);
    cell.setCellStyle(style);
    if (text != null) {
      cell.setCellValue(cut(text));
    }
  }

  /** What a cell can hold. */
  static String cut(String text) {
    int most = SpreadsheetVersion.EXCEL2007.getMaxTextLength();
    return text.length() <= most ? text : text.substring(0, most);
  }
}
