package vn.phanluong.reading;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Random;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * How lines of cells become the bytes of a file.
 *
 * @param encoding of a text
 * @param pack what is around the text, or the kind of workbook
 */
record Rendering(
    String encoding, String delimiter, String lineEnd, Pack pack, boolean hasTrailing, int quoted) {
  private static final List<String> ENCODINGS =
      List.of(
          "UTF-8",
          "UTF-8 BOM",
          "UTF-8 NFD",
          "UTF-16LE BOM",
          "UTF-16BE BOM",
          "UTF-16LE",
          "UTF-16BE",
          "windows-1258",
          "TCVN3",
          "VNI");

  /**
   * A text of less cannot be told for sure from one in another byte font: the fonts share most of
   * their bytes, and the words of one can all be syllables under another.
   */
  private static final String ENOUGH =
      "Ủy ban nhân dân tỉnh Long An: số liệu học sinh tốt nghiệp trung học cơ sở, trung học phổ"
          + " thông được tổng hợp từ báo cáo của các đơn vị trực thuộc, những người đã tốt nghiệp"
          + " và những người chưa tốt nghiệp";

  enum Pack {
    PLAIN,
    GZIP,
    ZIP,
    XLSX,
    XLS
  }

  static Rendering of(Random random) {
    return new Rendering(
        ENCODINGS.get(random.nextInt(ENCODINGS.size())),
        List.of(",", ";", "\t", "|").get(random.nextInt(4)),
        List.of("\n", "\r\n", "\r").get(random.nextInt(3)),
        Pack.values()[random.nextInt(Pack.values().length)],
        random.nextInt(3) == 0,
        random.nextInt(3));
  }

  /** Lines a file begins with besides its own. */
  int before() {
    return isByteFont() ? 1 : 0;
  }

  private boolean isByteFont() {
    boolean isText = pack != Pack.XLSX && pack != Pack.XLS;
    return isText && List.of("windows-1258", "TCVN3", "VNI").contains(encoding);
  }

  byte[] bytes(List<List<String>> lines) {
    try {
      return switch (pack) {
        case PLAIN -> encoded(text(lines));
        case GZIP -> ArchiveDamages.gzip(encoded(text(lines)));
        case ZIP -> ArchiveDamages.zip(encoded(text(lines)), "so_lieu.csv");
        case XLSX -> sheet(new XSSFWorkbook(), lines);
        case XLS -> sheet(new HSSFWorkbook(), lines);
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String text(List<List<String>> lines) {
    StringBuilder text = new StringBuilder();
    if (isByteFont()) {
      text.append('"').append(ENOUGH).append('"').append(lineEnd);
    }
    for (List<String> cells : lines) {
      for (int i = 0; i < cells.size(); i++) {
        text.append(i == 0 ? "" : delimiter).append(quoted(cells.get(i), i));
      }
      text.append(hasTrailing && cells.size() > 1 ? delimiter : "").append(lineEnd);
    }
    return text.toString();
  }

  /** Cells that must be are quoted, and some, or all, that need not be. */
  private String quoted(String cell, int column) {
    boolean isQuoted = cell.contains(delimiter) || quoted == 2 || (quoted == 1 && column % 2 == 0);
    return isQuoted ? '"' + cell + '"' : cell;
  }

  private byte[] encoded(String text) {
    return switch (encoding) {
      case "UTF-8 NFD" ->
          Normalizer.normalize(text, Normalizer.Form.NFD).getBytes(StandardCharsets.UTF_8);
      case "windows-1258" -> ByteFontTest.windows1258(fit(text));
      case "TCVN3" -> ByteFontTest.tcvn3(fit(text).replace("Ủ", "ủ"));
      case "VNI" -> ByteFontTest.vni(fit(text));
      default -> {
        String mark = encoding.endsWith(" BOM") ? "\ufeff" : "";
        yield (mark + text).getBytes(Charset.forName(encoding.replace(" BOM", "")));
      }
    };
  }

  /** Quotation marks of print have no place in the fonts of the test. */
  private static String fit(String text) {
    return text.replace("«", "").replace("»", "");
  }

  private static byte[] sheet(Workbook workbook, List<List<String>> lines) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (workbook) {
      Sheet sheet = workbook.createSheet("Số liệu");
      for (int i = 0; i < lines.size(); i++) {
        var row = sheet.createRow(i);
        for (int j = 0; j < lines.get(i).size(); j++) {
          row.createCell(j).setCellValue(lines.get(i).get(j));
        }
      }
      workbook.write(bytes);
    }
    return bytes.toByteArray();
  }
}
