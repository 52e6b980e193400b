package vn.phanluong.synthetic.delivery;

import java.io.IOException;
import java.io.OutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;

/** A workbook of the form of 1997; whole in memory, so for small tables only. */
final class XlsTable implements Table {
  private final OutputStream out;
  private final HSSFWorkbook workbook = new HSSFWorkbook();
  private Sheet sheet;
  private int row;

  XlsTable(OutputStream out, String name) {
    this.out = out;
    sheet = workbook.createSheet(name);
  }

  @Override
  public void title(String text) {
    line(new String[] {text}, 1);
  }

  @Override
  public void line(String[] cells, int count) {
    Row line = sheet.createRow(row++);
    for (int i = 0; i < count; i++) {
      if (!cells[i].isEmpty()) {
        line.createCell(i).setCellValue(cells[i]);
      }
    }
  }

  @Override
  public void openQuote(String[] cells, int count) {
    line(cells, count);
  }

  @Override
  public void sheet(String name) {
    sheet = workbook.createSheet(name);
    row = 0;
  }

  @Override
  public void skipTo(int next) {
    row = next - 1;
  }

  @Override
  public int row() {
    return row;
  }

  @Override
  public void close() throws IOException {
    try (workbook;
        out) {
      workbook.write(out);
    }
  }
}
