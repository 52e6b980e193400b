package vn.phanluong.marking;

import java.io.IOException;
import java.io.OutputStream;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import vn.phanluong.reading.DeliveredCells;
import vn.phanluong.reading.OwnSheets;
import vn.phanluong.reading.Recognition;

/**
 * A new workbook of the values of a file, all of them text, as a stream: of a delivered text, and
 * of a workbook that cannot be copied whole.
 */
final class ValuesWorkbook {
  /** The name of the sheet of a delivered text, which has none. */
  static final String DATA = "Dữ liệu";

  private static final int ROWS_IN_MEMORY = 100;

  private final Job job;
  private final SXSSFWorkbook workbook = new SXSSFWorkbook(ROWS_IN_MEMORY);
  private final CellStyle text;
  private final Map<Mark, CellStyle> marked = new EnumMap<>(Mark.class);
  private long lostRows;
  private long lostCells;

  ValuesWorkbook(Job job) {
    this.job = job;
    Styles styles = new Styles(workbook);
    text = styles.text();
    for (Mark mark : Mark.values()) {
      marked.put(mark, styles.text(mark));
    }
  }

  /** The two sheets alone, of a file that cannot be shown. */
  static void writeReports(Job job, OutputStream out) throws IOException {
    try (ValuesOf values = new ValuesOf(new ValuesWorkbook(job))) {
      Reports.add(job, values.of().workbook, List.of());
      values.of().workbook.write(out);
    }
  }

  /** Releases the files of a workbook. */
  private record ValuesOf(ValuesWorkbook of) implements AutoCloseable {
    @Override
    public void close() throws IOException {
      of.workbook.close();
    }
  }

  void write(OutputStream out) throws IOException {
    try (ValuesOf values = new ValuesOf(this)) {
      Recognition.Recognised recognised = job.found().recognised();
      List<String> read = job.sheets();
      List<String> own = read.isEmpty() ? List.of() : OwnSheets.of(job.file());
      if (read.isEmpty() && recognised != null) {
        read = List.of(DATA);
        try (DeliveredCells rows = DeliveredCells.of(job.file(), recognised.layout())) {
          write(DATA, rows, job.found().marks(0));
        }
      }
      for (String sheet : DeliveredCells.sheets(job.file())) {
        if (!own.contains(sheet)) {
          try (DeliveredCells rows = DeliveredCells.ofSheet(job.file(), sheet)) {
            int place = read.indexOf(sheet);
            write(sheet, rows, place < 0 ? new Marks() : job.found().marks(place));
          }
        }
      }
      tellLosses();
      Reports.add(job, workbook, read);
      workbook.write(out);
    }
  }

  private void write(String name, DeliveredCells rows, Marks of) {
    Sheet sheet = workbook.createSheet(name);
    long[] marks = of.cells();
    int next = 0;
    while (rows.hasNext()) {
      DeliveredCells.Row delivered = rows.next();
      if (delivered.rowNumber() > SpreadsheetVersion.EXCEL2007.getMaxRows()) {
        lostRows++;
        continue;
      }
      Row row = sheet.createRow(delivered.rowNumber() - 1);
      fill(row, delivered.cells());
      while (next < marks.length && Marks.row(marks[next]) <= delivered.rowNumber()) {
        mark(row, marks[next]);
        next++;
      }
    }
    Notes.add(sheet, of);
  }

  private void fill(Row row, List<String> cells) {
    for (int i = 0; i < cells.size(); i++) {
      String value = cells.get(i);
      if (i >= SpreadsheetVersion.EXCEL2007.getMaxColumns()) {
        lostCells++;
      } else if (!value.isEmpty()) {
        Reports.put(row, i, value, text);
        lostCells += value.length() > SpreadsheetVersion.EXCEL2007.getMaxTextLength() ? 1 : 0;
      }
    }
  }

  private void mark(Row row, long packed) {
    boolean isThere =
        Marks.row(packed) == row.getRowNum() + 1
            && Marks.column(packed) < SpreadsheetVersion.EXCEL2007.getMaxColumns();
    if (isThere) {
      Cell cell = row.getCell(Marks.column(packed), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
      cell.setCellStyle(marked.getOrDefault(Marks.mark(packed), text));
    }
  }

  private void tellLosses() {
    if (lostRows > 0) {
      job.notes()
          .add(
              new Note(
                  "Excel chỉ chứa 1.048.576 dòng; %d dòng cuối không có trong sổ tính này."
                      .formatted(lostRows),
                  "Excel holds 1,048,576 rows; the last %d are not in this workbook."
                      .formatted(lostRows)));
    }
    if (lostCells > 0) {
      job.notes()
          .add(
              new Note(
                  "%d ô quá dài hoặc quá xa bị cắt theo giới hạn của Excel.".formatted(lostCells),
                  "%d cells are too long or too far right and cut to what Excel holds."
                      .formatted(lostCells)));
    }
  }
}
