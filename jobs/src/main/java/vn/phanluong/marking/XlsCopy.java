package vn.phanluong.marking;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import vn.phanluong.reading.OwnSheets;

/** A legacy workbook with its marks, as POI keeps it; it stays one. */
final class XlsCopy {
  /** POI holds some ten times of it in memory. */
  private static final long MOST_BYTES = 20_000_000;

  private final Job job;
  private final Path source;
  private final Map<Integer, Map<Mark, CellStyle>> styles = new HashMap<>();

  /**
   * @param source the delivered file, or what it was packed around
   */
  XlsCopy(Job job, Path source) {
    this.job = job;
    this.source = source;
  }

  /**
   * Writes the copy.
   *
   * @throws CopyFault if POI cannot hold it
   */
  void write(OutputStream out) throws IOException {
    if (Files.size(source) > MOST_BYTES) {
      throw new CopyFault("Larger than %d bytes".formatted(MOST_BYTES));
    }
    List<String> own = OwnSheets.of(source);
    try (POIFSFileSystem file = new POIFSFileSystem(source.toFile(), true);
        HSSFWorkbook workbook = new HSSFWorkbook(file.getRoot(), true)) {
      own.forEach(name -> workbook.removeSheetAt(workbook.getSheetIndex(name)));
      for (int i = 0; i < job.sheets().size(); i++) {
        Sheet sheet = workbook.getSheet(job.sheets().get(i));
        if (sheet != null) {
          mark(sheet, job.found().marks(i));
        }
      }
      Reports.add(job, workbook, job.sheets());
      workbook.write(out);
    }
  }

  private void mark(Sheet sheet, Marks marks) {
    Notes.removeOwn(sheet, marks);
    for (long packed : marks.cells()) {
      mark(sheet, packed);
    }
    Notes.add(sheet, marks);
  }

  private void mark(Sheet sheet, long packed) {
    Row row = sheet.getRow(Marks.row(packed) - 1);
    row = row == null ? sheet.createRow(Marks.row(packed) - 1) : row;
    int column = Marks.column(packed);
    Cell cell = row.getCell(column);
    if (cell == null) {
      cell = row.createCell(column);
      CellStyle ofColumn = row.isFormatted() ? row.getRowStyle() : sheet.getColumnStyle(column);
      if (ofColumn != null) {
        cell.setCellStyle(ofColumn);
      }
    }
    CellStyle before = cell.getCellStyle();
    Mark mark = Marks.mark(packed);
    cell.setCellStyle(
        styles
            .computeIfAbsent((int) before.getIndex(), index -> new HashMap<>())
            .computeIfAbsent(
                mark,
                each -> {
                  CellStyle style = sheet.getWorkbook().createCellStyle();
                  style.cloneStyleFrom(before);
                  return Styles.filled(style, each);
                }));
  }
}
