package vn.phanluong.marking;

import java.util.HashMap;
import java.util.Map;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.extensions.XSSFCellFill;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTFill;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTPatternFill;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.STPatternType;

/** The styles of a workbook with another fill and all else the same, made as they are asked for. */
final class MarkedStyles {
  /** A row without a style of its own. */
  static final int NONE = -1;

  private final StylesTable table;
  private final XSSFSheet sheet;
  private final Map<Integer, Map<Mark, Integer>> made = new HashMap<>();

  MarkedStyles(XSSFSheet sheet) {
    this.sheet = sheet;
    table = sheet.getWorkbook().getStylesSource();
  }

  /** Place of the style that a cell of such a style gets. */
  int of(int style, Mark mark) {
    return made.computeIfAbsent(style, each -> new HashMap<>())
        .computeIfAbsent(mark, each -> make(style, each));
  }

  /** The style of cells that are not there. */
  int ofColumn(int column) {
    return Math.max(0, sheet.getColumnHelper().getColDefaultStyle(column));
  }

  private int make(int style, Mark mark) {
    XSSFCellStyle marked = table.createCellStyle();
    marked.getCoreXf().set(table.getStyleAt(style).getCoreXf());
    marked.getCoreXf().setFillId(fill(mark));
    marked.getCoreXf().setApplyFill(true);
    return marked.getIndex();
  }

  /** A fill of its own, since a gradient cannot be turned into a pattern. */
  private int fill(Mark mark) {
    if (mark == Mark.CLEAR) {
      return 0;
    }
    CTFill fill = CTFill.Factory.newInstance();
    CTPatternFill pattern = fill.addNewPatternFill();
    pattern.setPatternType(STPatternType.SOLID);
    pattern.addNewFgColor().setIndexed(mark.colour());
    pattern.addNewBgColor().setIndexed(64);
    return table.putFill(new XSSFCellFill(fill, table.getIndexedColors()));
  }
}
