package vn.phanluong.reading;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.CellValueRecordInterface;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.ExtendedFormatRecord;
import org.apache.poi.hssf.record.FormatRecord;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.RecordFactoryInputStream;
import org.apache.poi.hssf.record.RowRecord;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.hssf.record.StringRecord;
import org.apache.poi.ss.usermodel.FormulaError;
import org.jspecify.annotations.Nullable;

/**
 * Reads the cells of one sheet out of a workbook's records. They are held until the sheet is read,
 * for some programs write them in the order they were made; a sheet has 65,536 rows at most.
 */
final class XlsCells {
  /** Some 100 bytes each are held; a full sheet of 45 columns has as many. */
  private static final int MOST_CELLS = 3_000_000;

  private final NavigableMap<Integer, Map<Integer, String>> rows = new TreeMap<>();
  private final Map<Integer, NumberStyle> formats = new HashMap<>();
  private final List<Integer> styles = new ArrayList<>();
  private @Nullable SSTRecord texts;
  private boolean is1904;
  private int cells;

  /** The formula whose text follows in a record of its own. */
  private @Nullable FormulaRecord open;

  private XlsCells() {}

  /**
   * The cells by row and column, from 0.
   *
   * @param place which of the parts after the workbook's own part is it, from 0
   * @throws IOException if the sheet is not there to its end
   */
  static NavigableMap<Integer, Map<Integer, String>> read(InputStream bytes, int place)
      throws IOException {
    XlsCells cells = new XlsCells();
    RecordFactoryInputStream records = new RecordFactoryInputStream(bytes, false);
    int part = -2;
    int depth = 0;
    for (Record record = records.nextRecord(); record != null; record = records.nextRecord()) {
      // A chart in a sheet is a part within its part.
      if (record instanceof BOFRecord) {
        part += depth == 0 ? 1 : 0;
        depth++;
      } else if (record instanceof EOFRecord) {
        depth--;
        if (depth == 0 && part == place) {
          return cells.rows;
        }
      } else if (part == -1) {
        cells.takeShared(record);
      } else if (part == place && depth == 1) {
        cells.take(record);
      }
    }
    throw new IOException("The sheet breaks off");
  }

  private void takeShared(Record record) {
    if (record instanceof SSTRecord shared) {
      texts = shared;
    } else if (record instanceof DateWindow1904Record window) {
      is1904 = window.getWindowing() == 1;
    } else if (record instanceof FormatRecord format) {
      formats.put(format.getIndexCode(), NumberStyle.of(format.getFormatString()));
    } else if (record instanceof ExtendedFormatRecord style) {
      styles.add((int) style.getFormatIndex());
    }
  }

  private void take(Record record) {
    if (record instanceof RowRecord row) {
      rows.computeIfAbsent(row.getRowNumber(), it -> new LinkedHashMap<>());
    } else if (record instanceof StringRecord text) {
      if (open != null) {
        put(open, text.getString());
      }
      open = null;
    } else if (record instanceof LabelRecord label) {
      // Not a cell record for POI, since Excel 97 itself writes none.
      count();
      row(label.getRow()).put((int) label.getColumn(), label.getValue());
    } else if (record instanceof CellValueRecordInterface cell) {
      open = null;
      takeCell(cell);
    }
  }

  private void takeCell(CellValueRecordInterface cell) {
    if (cell instanceof LabelSSTRecord label && texts != null) {
      put(cell, texts.getString(label.getSSTIndex()).getString());
    } else if (cell instanceof NumberRecord number) {
      put(cell, number(cell, number.getValue()));
    } else if (cell instanceof BoolErrRecord value) {
      put(cell, value.isBoolean() ? bool(value.getBooleanValue()) : error(value.getErrorValue()));
    } else if (cell instanceof FormulaRecord formula) {
      takeFormula(formula);
    } else {
      put(cell, "");
    }
  }

  private void takeFormula(FormulaRecord formula) {
    switch (formula.getCachedResultTypeEnum()) {
      case NUMERIC -> put(formula, number(formula, formula.getValue()));
      case BOOLEAN -> put(formula, bool(formula.getCachedBooleanValue()));
      case ERROR -> put(formula, error(formula.getCachedErrorValue()));
      default -> open = formula;
    }
  }

  private void put(CellValueRecordInterface cell, String text) {
    count();
    row(cell.getRow()).put((int) cell.getColumn(), text);
  }

  private void count() {
    cells++;
    if (cells > MOST_CELLS) {
      throw WorkbookFault.tooMuch("hơn 3.000.000 ô", "more than 3,000,000 cells");
    }
  }

  private Map<Integer, String> row(int number) {
    return rows.computeIfAbsent(number, it -> new LinkedHashMap<>());
  }

  private String number(CellValueRecordInterface cell, double number) {
    int index = cell.getXFIndex();
    int format = index >= 0 && index < styles.size() ? styles.get(index) : 0;
    NumberStyle own = formats.get(format);
    return NumberText.of(number, own == null ? NumberStyle.ofBuiltIn(format) : own, is1904);
  }

  private static String bool(boolean value) {
    return value ? "TRUE" : "FALSE";
  }

  private static String error(int code) {
    return FormulaError.forInt((byte) code).getString();
  }
}
