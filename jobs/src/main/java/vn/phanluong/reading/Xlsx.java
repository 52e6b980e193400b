package vn.phanluong.reading;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipException;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** A workbook in the format of Excel 2007 and later. */
final class Xlsx implements Sheets {
  private static final String ROOT = "";

  private final XlsxParts parts;
  private final Map<String, String> sheets = new LinkedHashMap<>();
  private boolean is1904;
  private @Nullable String textsPart;
  private @Nullable String stylesPart;
  private @Nullable XlsxTexts texts;
  private @Nullable XlsxStyles styles;

  /** A reference from a part to another. */
  private record Relation(String type, String target) {
    /** The last word alone: the strict form of the standard has other addresses before it. */
    boolean is(String word) {
      return type.endsWith("/" + word);
    }
  }

  private Xlsx(XlsxParts parts) {
    this.parts = parts;
  }

  /**
   * Opens a zip that may be a workbook.
   *
   * @throws UnreadableFile if it is none that can be read
   */
  static Xlsx open(Path file) throws IOException, XMLStreamException {
    return open(XlsxParts.open(file));
  }

  /** The same of one that is held in memory. */
  static Xlsx open(byte[] bytes) throws IOException, XMLStreamException {
    return open(XlsxParts.open(bytes));
  }

  private static Xlsx open(XlsxParts parts) throws IOException, XMLStreamException {
    Xlsx workbook = new Xlsx(parts);
    try {
      workbook.readWorkbook();
    } catch (IOException | XMLStreamException | RuntimeException e) {
      workbook.close();
      throw e;
    }
    return workbook;
  }

  private void readWorkbook() throws IOException, XMLStreamException {
    if (!parts.has("_rels/.rels")) {
      throw UnreadableFile.of(
          "là tệp nén zip, không phải sổ tính Excel", "it is a zip archive, no Excel workbook");
    }
    String workbook = null;
    for (Relation relation : relations(ROOT).values()) {
      workbook = relation.is("officeDocument") ? relation.target : workbook;
    }
    if (workbook == null || workbook.endsWith(".bin") || !parts.has(workbook)) {
      boolean isBinary = workbook != null && workbook.endsWith(".bin");
      throw isBinary
          ? UnreadableFile.of(
              "sổ tính dạng nhị phân xlsb, hãy lưu lại thành xlsx",
              "it is a binary workbook (xlsb); save it as xlsx")
          : WorkbookFault.broken(new ZipException("No workbook part"));
    }
    Map<String, Relation> relations = relations(workbook);
    for (Relation relation : relations.values()) {
      textsPart = relation.is("sharedStrings") ? relation.target : textsPart;
      stylesPart = relation.is("styles") ? relation.target : stylesPart;
    }
    boolean isWorkbook = false;
    try (XmlCursor xml = new XmlCursor(parts.small(workbook))) {
      while (xml.next()) {
        isWorkbook |= xml.atStart("workbook");
        if (xml.atStart("workbookPr")) {
          is1904 = isTrue(xml.attribute("date1904"));
        } else if (xml.atStart("sheet")) {
          addSheet(xml, relations);
        }
      }
    }
    if (!isWorkbook) {
      throw UnreadableFile.of("là tài liệu Office khác", "it is another document of Office");
    }
  }

  private void addSheet(XmlCursor xml, Map<String, Relation> relations) {
    String name = xml.attribute("name");
    String state = xml.attribute("state");
    Relation relation = relations.get(String.valueOf(xml.foreignAttribute("id")));
    boolean isVisible = state == null || state.equals("visible");
    if (name != null && isVisible && relation != null && relation.is("worksheet")) {
      sheets.put(name, relation.target);
    }
  }

  private static boolean isTrue(@Nullable String value) {
    return "1".equals(value) || "true".equals(value);
  }

  /** By their id; a part without has none. */
  private Map<String, Relation> relations(String part) throws IOException, XMLStreamException {
    int folder = part.lastIndexOf('/') + 1;
    String name = part.substring(0, folder) + "_rels/" + part.substring(folder) + ".rels";
    Map<String, Relation> all = new HashMap<>();
    if (!parts.has(name)) {
      return all;
    }
    URI base = URI.create("/").resolve(encode(part));
    try (XmlCursor xml = new XmlCursor(parts.small(name))) {
      while (xml.next()) {
        if (xml.atStart("Relationship") && !"External".equals(xml.attribute("TargetMode"))) {
          String id = xml.attribute("Id");
          String type = xml.attribute("Type");
          String target = xml.attribute("Target");
          if (id != null && type != null && target != null) {
            String path = base.resolve(encode(target)).getPath();
            all.put(id, new Relation(type, path.replaceFirst("^/+", "")));
          }
        }
      }
    }
    return all;
  }

  private static String encode(String path) {
    return path.replace('\\', '/').replace(" ", "%20");
  }

  @Override
  public List<String> names() {
    return new ArrayList<>(sheets.keySet());
  }

  @Override
  public LineSource lines(String name) throws IOException, XMLStreamException {
    if (styles == null) {
      styles = XlsxStyles.read(stylesPart == null ? null : parts.small(stylesPart));
    }
    InputStream part = parts.stream(String.valueOf(sheets.get(name)));
    if (part == null) {
      throw new ZipException("No part of sheet " + name);
    }
    return new XlsxLines(this, styles, new XmlCursor(part), parts.mostCharacters());
  }

  boolean is1904() {
    return is1904;
  }

  /** Read when the first cell asks: a workbook of numbers never does. */
  XlsxTexts texts() throws IOException, XMLStreamException {
    if (texts == null) {
      texts = XlsxTexts.read(textsPart == null ? null : parts.stream(textsPart));
    }
    return texts;
  }

  @Override
  public void close() throws IOException {
    parts.close();
  }
}
