package vn.phanluong.synthetic.delivery;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A workbook written as a stream: only the row at hand is in memory. Cells carry no address, their
 * place is their order (ECMA-376, 18.3.1.4), which halves what is to be compressed.
 */
final class XlsxTable implements Table {
  /** The first minute a zip can tell: times of making would make every run's bytes differ. */
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private static final int FLUSH = 1 << 15;
  private static final int LONGEST_NUMBER = 9;
  private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String RELATIONS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";

  private final ZipOutputStream zip;
  private final boolean[] isNumber;
  private final List<String> sheets = new ArrayList<>();
  private final StringBuilder xml = new StringBuilder(FLUSH * 2);
  private int row;

  /**
   * @param isNumber by place of a cell, whether numbers in it are numbers and not texts
   */
  XlsxTable(OutputStream out, boolean[] isNumber, String sheet) throws IOException {
    zip = new ZipOutputStream(out);
    zip.setLevel(Deflater.BEST_SPEED);
    this.isNumber = isNumber;
    begin(sheet);
  }

  @Override
  public void sheet(String name) throws IOException {
    end();
    row = 0;
    begin(name);
  }

  private void begin(String sheet) throws IOException {
    sheets.add(sheet);
    entry("xl/worksheets/sheet%d.xml".formatted(sheets.size()));
    xml.append(HEAD).append("<worksheet xmlns=\"").append(MAIN).append("\"><sheetData>");
  }

  private void end() throws IOException {
    xml.append("</sheetData></worksheet>");
    flush();
    zip.closeEntry();
  }

  private void entry(String name) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(NO_TIME);
    zip.putNextEntry(entry);
  }

  @Override
  public void title(String text) throws IOException {
    startRow();
    if (!text.isEmpty()) {
      text(text);
    }
    endRow();
  }

  @Override
  public void line(String[] cells, int count) throws IOException {
    startRow();
    for (int i = 0; i < count; i++) {
      String cell = cells[i];
      if (cell.isEmpty()) {
        xml.append("<c/>");
      } else if (i < isNumber.length && isNumber[i] && isPlainNumber(cell)) {
        xml.append("<c><v>").append(cell).append("</v></c>");
      } else {
        text(cell);
      }
    }
    endRow();
  }

  @Override
  public void openQuote(String[] cells, int count) throws IOException {
    line(cells, count);
  }

  private void startRow() {
    row++;
    xml.append("<row r=\"").append(row).append("\">");
  }

  private void endRow() throws IOException {
    xml.append("</row>");
    if (xml.length() > FLUSH) {
      flush();
    }
  }

  private void text(String text) {
    xml.append("<c t=\"str\"><v>");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> xml.append("&amp;");
        case '<' -> xml.append("&lt;");
        case '>' -> xml.append("&gt;");
        default -> xml.append(c);
      }
    }
    xml.append("</v></c>");
  }

  /** Not one that begins with a needless zero: as a number it would lose it. */
  private static boolean isPlainNumber(String text) {
    if (text.length() > LONGEST_NUMBER
        || (text.length() > 1 && text.charAt(0) == '0' && text.charAt(1) != '.')) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < '0' || c > '9') && (c != '.' || i == 0 || i == text.length() - 1)) {
        return false;
      }
    }
    return text.indexOf('.') == text.lastIndexOf('.');
  }

  private void flush() throws IOException {
    zip.write(xml.toString().getBytes(StandardCharsets.UTF_8));
    xml.setLength(0);
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
    end();
    StringBuilder listed = new StringBuilder();
    StringBuilder related = new StringBuilder();
    StringBuilder types = new StringBuilder();
    for (int i = 1; i <= sheets.size(); i++) {
      listed.append(
          "<sheet name=\"%s\" sheetId=\"%d\" r:id=\"rId%d\"/>".formatted(sheets.get(i - 1), i, i));
      related.append(relation(i, "worksheet", "worksheets/sheet%d.xml".formatted(i)));
      types.append(type("/xl/worksheets/sheet%d.xml".formatted(i), "worksheet"));
    }
    part(
        "xl/workbook.xml",
        "<workbook xmlns=\"%s\" xmlns:r=\"%s\"><sheets>%s</sheets></workbook>"
            .formatted(MAIN, RELATIONS, listed));
    part("xl/_rels/workbook.xml.rels", relations(related.toString()));
    part("_rels/.rels", relations(relation(1, "officeDocument", "xl/workbook.xml")));
    part(
        "[Content_Types].xml",
        ("<Types xmlns=\"%scontent-types\"><Default Extension=\"rels\""
                + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>%s%s</Types>")
            .formatted(PACKAGE, type("/xl/workbook.xml", "sheet.main"), types));
    zip.close();
  }

  private static String type(String part, String kind) {
    return ("<Override PartName=\"%s\" ContentType=\"application/"
            + "vnd.openxmlformats-officedocument.spreadsheetml.%s+xml\"/>")
        .formatted(part, kind);
  }

  private static String relation(int number, String kind, String target) {
    return "<Relationship Id=\"rId%d\" Type=\"%s/%s\" Target=\"%s\"/>"
        .formatted(number, RELATIONS, kind, target);
  }

  private static String relations(String all) {
    return "<Relationships xmlns=\"%srelationships\">%s</Relationships>".formatted(PACKAGE, all);
  }

  private void part(String name, String content) throws IOException {
    entry(name);
    zip.write((HEAD + content).getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }
}
