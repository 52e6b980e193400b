package vn.phanluong.marking;

import java.util.ArrayList;
import java.util.Map;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.CreationHelper;
import org.apache.poi.ss.usermodel.Drawing;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellAddress;

/** Comments of cells: ours added, beside those that are there. */
final class Notes {
  static final String AUTHOR = "Phân Luồng";

  private static final int COLUMNS_WIDE = 5;
  private static final int ROWS_HIGH = 7;

  private Notes() {}

  /** Adds all; a comment that is there keeps its text and gets ours after it. */
  static void add(Sheet sheet, Marks marks) {
    if (marks.notes().isEmpty()) {
      return;
    }
    CreationHelper helper = sheet.getWorkbook().getCreationHelper();
    Drawing<?> drawing = sheet.createDrawingPatriarch();
    Map<CellAddress, ? extends Comment> present = sheet.getCellComments();
    SpreadsheetVersion limits = sheet.getWorkbook().getSpreadsheetVersion();
    marks
        .notes()
        .forEach(
            (cell, text) -> {
              int row = Marks.rowOfCell(cell) - 1;
              int column = Marks.columnOfCell(cell);
              if (row > limits.getLastRowIndex() || column > limits.getLastColumnIndex()) {
                return;
              }
              Comment before = present.get(new CellAddress(row, column));
              if (before != null) {
                String old = before.getString().getString();
                before.setString(helper.createRichTextString(old + "\n\n" + text));
                return;
              }
              put(sheet, drawing, new CellAddress(row, column), text.toString());
            });
  }

  /** Gives a cell without a comment one. */
  static void put(Sheet sheet, CellAddress cell, String text) {
    put(sheet, sheet.createDrawingPatriarch(), cell, text);
  }

  private static void put(Sheet sheet, Drawing<?> drawing, CellAddress cell, String text) {
    SpreadsheetVersion limits = sheet.getWorkbook().getSpreadsheetVersion();
    CreationHelper helper = sheet.getWorkbook().getCreationHelper();
    ClientAnchor anchor = helper.createClientAnchor();
    anchor.setCol1(cell.getColumn());
    anchor.setCol2(Math.min(cell.getColumn() + COLUMNS_WIDE, limits.getLastColumnIndex()));
    anchor.setRow1(cell.getRow());
    anchor.setRow2(Math.min(cell.getRow() + ROWS_HIGH, limits.getLastRowIndex()));
    Comment comment = drawing.createCellComment(anchor);
    comment.setAddress(cell);
    comment.setAuthor(AUTHOR);
    comment.setString(helper.createRichTextString(text));
  }

  /** Takes away what a former marking wrote, and clears the marks of its cells. */
  static void removeOwn(Sheet sheet, Marks marks) {
    Map<CellAddress, ? extends Comment> present = sheet.getCellComments();
    for (Map.Entry<CellAddress, ? extends Comment> each : new ArrayList<>(present.entrySet())) {
      String text = each.getValue().getString().getString();
      int ours = text.indexOf(Marks.NOTE_HEAD);
      if (ours < 0) {
        continue;
      }
      CellAddress cell = each.getKey();
      marks.clear(cell.getRow() + 1, cell.getColumn());
      String theirs = text.substring(0, ours).strip();
      if (theirs.isEmpty()) {
        remove(sheet, cell);
      } else {
        CreationHelper helper = sheet.getWorkbook().getCreationHelper();
        each.getValue().setString(helper.createRichTextString(theirs));
      }
    }
  }

  private static void remove(Sheet sheet, CellAddress cell) {
    Row row = sheet.getRow(cell.getRow());
    row = row == null ? sheet.createRow(cell.getRow()) : row;
    row.getCell(cell.getColumn(), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK).removeCellComment();
  }
}
