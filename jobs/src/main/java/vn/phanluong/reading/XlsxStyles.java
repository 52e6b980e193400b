package vn.phanluong.reading;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** What the styles of an xlsx make of a number. */
final class XlsxStyles {
  private final List<NumberStyle> styles = new ArrayList<>();

  /** Reads the part, null if the workbook has none. */
  static XlsxStyles read(@Nullable InputStream part) throws IOException, XMLStreamException {
    XlsxStyles all = new XlsxStyles();
    if (part == null) {
      return all;
    }
    Map<Integer, NumberStyle> formats = new HashMap<>();
    try (XmlCursor xml = new XmlCursor(part)) {
      String within = "";
      while (xml.next()) {
        // Differential styles have formats of their own, of numbers that mean others.
        if (xml.atStart("numFmts") || xml.atStart("cellXfs")) {
          within = xml.atStart("numFmts") ? "numFmts" : "cellXfs";
        } else if (xml.atEnd("numFmts") || xml.atEnd("cellXfs")) {
          within = "";
        } else if (within.equals("numFmts") && xml.atStart("numFmt")) {
          String code = xml.attribute("formatCode");
          formats.put(format(xml), NumberStyle.of(code == null ? "" : code));
        } else if (within.equals("cellXfs") && xml.atStart("xf")) {
          int format = format(xml);
          NumberStyle own = formats.get(format);
          all.styles.add(own == null ? NumberStyle.ofBuiltIn(format) : own);
        }
      }
    }
    return all;
  }

  private static int format(XmlCursor xml) {
    String id = xml.attribute("numFmtId");
    return id == null ? 0 : Integer.parseInt(id);
  }

  /** Of a cell's style, null for the first; one that is not there is plain. */
  NumberStyle get(@Nullable String style) {
    int index = style == null ? 0 : Integer.parseInt(style);
    return index >= 0 && index < styles.size() ? styles.get(index) : NumberStyle.PLAIN;
  }
}
