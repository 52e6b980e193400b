package vn.phanluong.reading;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Joins the cells of one row after another to lines, and holds them to the limits. */
final class RowText {
  private @Nullable String[] cells = new @Nullable String[64];
  private final StringBuilder line = new StringBuilder(256);
  private int used;
  private final long most;
  private long characters;

  /**
   * @param most how many characters all lines together may have
   */
  RowText(long most) {
    this.most = most;
  }

  /**
   * Puts a text into a column, from 0.
   *
   * @throws UnreadableFile if the column or the text passes its limit
   */
  void put(int column, String text) {
    if (column < 0 || column >= Workbook.MOST_COLUMNS) {
      throw WorkbookFault.tooMuch("hơn 16.384 cột", "more than 16,384 columns");
    }
    checkText(text.length());
    if (column >= cells.length) {
      cells = Arrays.copyOf(cells, Math.min(column * 2, Workbook.MOST_COLUMNS));
    }
    cells[column] = text;
    used = Math.max(used, column + 1);
  }

  /** The line of what was put since the last one. */
  String take() {
    line.setLength(0);
    int empty = 0;
    for (int i = 0; i < used; i++) {
      String cell = cells[i];
      if (cell != null && !cell.isEmpty()) {
        line.append("\t".repeat(empty));
        empty = 0;
        append(cell);
      }
      empty++;
      cells[i] = null;
      checkLine(line.length());
    }
    used = 0;
    characters += line.length() + 1;
    if (characters > most) {
      throw WorkbookFault.tooMuch(
          "hơn 200 ký tự cho mỗi byte", "more than 200 characters to a byte");
    }
    return line.toString();
  }

  private void append(String cell) {
    if (!needsQuotes(cell)) {
      line.append(cell);
      return;
    }
    line.append('"').append(cell.replace("\"", "\"\"")).append('"');
  }

  private static boolean needsQuotes(String cell) {
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      if (c == '\t' || c == '\n' || c == '\r' || c == '"') {
        return true;
      }
    }
    return false;
  }

  static void checkText(long length) {
    if (length > Workbook.LONGEST_TEXT) {
      throw WorkbookFault.tooMuch(
          "một ô hơn 1.000.000 ký tự", "a cell of more than 1,000,000 characters");
    }
  }

  private static void checkLine(int length) {
    if (length > Workbook.LONGEST_LINE) {
      throw WorkbookFault.tooMuch(
          "một dòng hơn 10.000.000 ký tự", "a row of more than 10,000,000 characters");
    }
  }
}
