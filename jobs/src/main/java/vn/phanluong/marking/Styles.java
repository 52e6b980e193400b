package vn.phanluong.marking;

import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;

/** Looks of the cells this program writes itself. */
final class Styles {
  /** Excel's format «Text»: what is typed stays what it is, zeros and equals signs at its start. */
  private static final String TEXT = "@";

  private final Workbook workbook;

  Styles(Workbook workbook) {
    this.workbook = workbook;
  }

  /** Text that never becomes a formula or a number, not even when its cell is edited. */
  CellStyle text() {
    CellStyle style = workbook.createCellStyle();
    style.setDataFormat(workbook.createDataFormat().getFormat(TEXT));
    style.setQuotePrefixed(true);
    return style;
  }

  CellStyle text(Mark mark) {
    return filled(text(), mark);
  }

  CellStyle wrapped() {
    CellStyle style = text();
    style.setWrapText(true);
    style.setVerticalAlignment(VerticalAlignment.TOP);
    return style;
  }

  CellStyle wrapped(Mark mark) {
    return filled(wrapped(), mark);
  }

  CellStyle link() {
    CellStyle style = wrapped();
    Font font = workbook.createFont();
    font.setUnderline(Font.U_SINGLE);
    font.setColor(IndexedColors.BLUE.getIndex());
    style.setFont(font);
    return style;
  }

  CellStyle title() {
    CellStyle style = text();
    style.setFont(bold((short) 14));
    return style;
  }

  CellStyle header() {
    CellStyle style = wrapped();
    style.setFont(bold((short) 11));
    style.setBorderBottom(BorderStyle.MEDIUM);
    style.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
    style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    return style;
  }

  /** A header over a column that must be filled. */
  CellStyle requiredHeader() {
    CellStyle style = header();
    Font font = bold((short) 11);
    font.setColor(IndexedColors.WHITE.getIndex());
    style.setFont(font);
    style.setFillForegroundColor(IndexedColors.DARK_RED.getIndex());
    return style;
  }

  CellStyle bold() {
    CellStyle style = wrapped();
    style.setFont(bold((short) 11));
    return style;
  }

  private Font bold(short points) {
    Font font = workbook.createFont();
    font.setBold(true);
    font.setFontHeightInPoints(points);
    return font;
  }

  static CellStyle filled(CellStyle style, Mark mark) {
    if (mark == Mark.CLEAR) {
      style.setFillPattern(FillPatternType.NO_FILL);
    } else {
      style.setFillForegroundColor(mark.colour());
      style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    }
    return style;
  }
}
