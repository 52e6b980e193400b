package vn.phanluong.reading;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Workbooks for tests: read to lines, and written part by part where no library would. */
final class Workbooks {
  private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
  private static final String MAIN =
      " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
  private static final String TYPES =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

  private Workbooks() {}

  static List<String> lines(Path file) {
    try (Workbook workbook = Workbook.open(file)) {
      return lines(workbook, workbook.sheets().get(0));
    }
  }

  static List<String> lines(Workbook workbook, String sheet) {
    List<String> all = new ArrayList<>();
    try (LineSource lines = workbook.lines(sheet)) {
      for (String line = lines.next(); line != null; line = lines.next()) {
        all.add(line);
      }
    }
    return all;
  }

  /** The parts of a workbook of one sheet, to be changed before they are zipped. */
  static Map<String, String> parts(String sheetData) {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("_rels/.rels", relations("officeDocument=xl/workbook.xml"));
    parts.put(
        "xl/_rels/workbook.xml.rels",
        relations("worksheet=worksheets/s.xml", "sharedStrings=texts.xml", "styles=styles.xml"));
    parts.put(
        "xl/workbook.xml",
        "<workbook%s xmlns:r=\"%s\"><workbookPr/><sheets><sheet name=\"S\" sheetId=\"1\"%s"
                .formatted(MAIN, TYPES, " r:id=\"r0\"/>")
            + "</sheets></workbook>");
    parts.put("xl/texts.xml", "<sst" + MAIN + "><si><t>shared</t></si></sst>");
    parts.put("xl/styles.xml", "<styleSheet" + MAIN + "><cellXfs><xf/></cellXfs></styleSheet>");
    parts.put(
        "xl/worksheets/s.xml",
        "<worksheet" + MAIN + "><sheetData>" + sheetData + "</sheetData></worksheet>");
    return parts;
  }

  private static String relations(String... relations) {
    StringBuilder all =
        new StringBuilder(
            "<Relationships"
                + " xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">");
    for (int i = 0; i < relations.length; i++) {
      int parting = relations[i].indexOf('=');
      all.append(
          "<Relationship Id=\"r%d\" Type=\"%s/%s\" Target=\"%s\"/>"
              .formatted(
                  i,
                  TYPES,
                  relations[i].substring(0, parting),
                  relations[i].substring(parting + 1)));
    }
    return all.append("</Relationships>").toString();
  }

  static byte[] zip(Map<String, String> parts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write((HEAD + part.getValue()).getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static Path write(Path file, byte[] bytes) {
    try {
      return Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
