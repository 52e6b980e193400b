package vn.phanluong.marking;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.ss.util.CellReference;
import org.codehaus.stax2.XMLStreamReader2;
import org.codehaus.stax2.XMLStreamWriter2;
import org.jspecify.annotations.Nullable;

/**
 * The XML of a sheet with the styles of its marked cells exchanged, read and written as a stream.
 * All else passes as it is: values, formulas, merged cells, widths, validations, and what no
 * library knows.
 */
final class SheetCopy {
  private static final String RELATIONS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

  /** What follows the two references to drawings (ECMA-376 part 1, 18.3.1.99). */
  private static final Set<String> AFTER_DRAWINGS =
      Set.of(
          "legacyDrawingHF",
          "drawingHF",
          "picture",
          "oleObjects",
          "controls",
          "AlternateContent",
          "webPublishItems",
          "tableParts",
          "extLst");

  private final long[] marks;
  private final MarkedStyles styles;
  private final Drawings drawings;
  private int next;
  private int row;
  private int rowStyle;
  private int column;
  private int depth;
  private boolean hasDrawing;
  private boolean hasLegacyDrawing;

  /** Relations of a sheet to its drawings; null where the sheet needs none. */
  record Drawings(@Nullable String drawing, @Nullable String legacyDrawing) {}

  /**
   * @param marks as {@link Marks#cells} gives them
   */
  SheetCopy(long[] marks, MarkedStyles styles, Drawings drawings) {
    this.marks = marks;
    this.styles = styles;
    this.drawings = drawings;
  }

  void copy(InputStream from, OutputStream to) throws XMLStreamException {
    XMLStreamReader2 in = Xml.reader(from);
    XMLStreamWriter2 out = Xml.writer(to);
    while (in.hasNext()) {
      in.next();
      if (in.isStartElement()) {
        start(in, out);
        depth++;
      } else if (in.isEndElement()) {
        depth--;
        beforeEnd(in, out);
        Xml.pass(in, out);
      } else {
        Xml.pass(in, out);
      }
    }
    out.flush();
  }

  private void start(XMLStreamReader2 in, XMLStreamWriter2 out) throws XMLStreamException {
    if (depth == 1) {
      drawings(in.getLocalName(), out);
    }
    // Rows and cells stand at a depth of their own: an extension may use the same names.
    boolean isRow = depth == 2 && Xml.isStart(in, "row");
    if (isRow) {
      String stated = in.getAttributeValue("", "r");
      int number = stated == null ? row + 1 : Integer.parseInt(stated);
      missingRows(number, out);
      row = number;
      column = -1;
      rowStyle = intOf(in.getAttributeValue("", "s"), MarkedStyles.NONE);
      copyStart(in, out, isMarkedRow() ? "spans" : "", null);
      return;
    }
    if (depth != 3 || !Xml.isStart(in, "c")) {
      Xml.pass(in, out);
      return;
    }
    String stated = in.getAttributeValue("", "r");
    column = stated == null ? column + 1 : new CellReference(stated).getCol();
    missingCells(column, out);
    if (isMarkedRow() && Marks.column(marks[next]) == column) {
      int style = styles.of(intOf(in.getAttributeValue("", "s"), 0), Marks.mark(marks[next]));
      next++;
      copyStart(in, out, "s", Integer.toString(style));
    } else {
      Xml.pass(in, out);
    }
  }

  private void beforeEnd(XMLStreamReader2 in, XMLStreamWriter2 out) throws XMLStreamException {
    if (depth == 2 && Xml.isEnd(in, "row")) {
      missingCells(Integer.MAX_VALUE, out);
    } else if (depth == 1 && Xml.isEnd(in, "sheetData")) {
      missingRows(Integer.MAX_VALUE, out);
    } else if (depth == 0) {
      drawings("extLst", out);
    }
  }

  private boolean isMarkedRow() {
    return next < marks.length && Marks.row(marks[next]) == row;
  }

  /** Rows before a number that are marked and not there. */
  private void missingRows(int before, XMLStreamWriter2 out) throws XMLStreamException {
    while (next < marks.length && Marks.row(marks[next]) < before) {
      row = Marks.row(marks[next]);
      rowStyle = MarkedStyles.NONE;
      out.writeStartElement("", "row", out.getNamespaceContext().getNamespaceURI(""));
      out.writeAttribute("r", Integer.toString(row));
      missingCells(Integer.MAX_VALUE, out);
      out.writeEndElement();
    }
  }

  /** Cells of the row before a column that are marked and not there. */
  private void missingCells(int before, XMLStreamWriter2 out) throws XMLStreamException {
    while (isMarkedRow() && Marks.column(marks[next]) < before) {
      int at = Marks.column(marks[next]);
      int base = rowStyle == MarkedStyles.NONE ? styles.ofColumn(at) : rowStyle;
      out.writeEmptyElement("", "c", out.getNamespaceContext().getNamespaceURI(""));
      out.writeAttribute("r", CellReference.convertNumToColString(at) + row);
      out.writeAttribute("s", Integer.toString(styles.of(base, Marks.mark(marks[next]))));
      next++;
    }
  }

  private void drawings(String element, XMLStreamWriter2 out) throws XMLStreamException {
    hasDrawing |= element.equals("drawing");
    boolean isAfter = AFTER_DRAWINGS.contains(element);
    if (!hasDrawing && (isAfter || element.equals("legacyDrawing"))) {
      reference("drawing", drawings.drawing(), out);
      hasDrawing = true;
    }
    hasLegacyDrawing |= element.equals("legacyDrawing");
    if (!hasLegacyDrawing && isAfter) {
      reference("legacyDrawing", drawings.legacyDrawing(), out);
      hasLegacyDrawing = true;
    }
  }

  private static void reference(String element, @Nullable String id, XMLStreamWriter2 out)
      throws XMLStreamException {
    if (id != null) {
      out.writeEmptyElement("", element, out.getNamespaceContext().getNamespaceURI(""));
      out.writeNamespace("r", RELATIONS);
      out.writeAttribute("r", RELATIONS, "id", id);
    }
  }

  /** The start of an element without one attribute, or with another value of it. */
  private static void copyStart(
      XMLStreamReader2 in, XMLStreamWriter2 out, String attribute, @Nullable String value)
      throws XMLStreamException {
    out.writeStartElement(in.getPrefix(), in.getLocalName(), in.getNamespaceURI());
    for (int i = 0; i < in.getNamespaceCount(); i++) {
      String prefix = in.getNamespacePrefix(i);
      String namespace = in.getNamespaceURI(i);
      if (prefix == null || prefix.isEmpty()) {
        out.writeDefaultNamespace(namespace == null ? "" : namespace);
      } else {
        out.writeNamespace(prefix, namespace);
      }
    }
    for (int i = 0; i < in.getAttributeCount(); i++) {
      String namespace = in.getAttributeNamespace(i);
      boolean isPlain = namespace == null || namespace.isEmpty();
      if (!isPlain) {
        out.writeAttribute(
            in.getAttributePrefix(i),
            namespace,
            in.getAttributeLocalName(i),
            in.getAttributeValue(i));
      } else if (!in.getAttributeLocalName(i).equals(attribute)) {
        out.writeAttribute(in.getAttributeLocalName(i), in.getAttributeValue(i));
      }
    }
    if (value != null) {
      out.writeAttribute(attribute, value);
    }
  }

  private static int intOf(@Nullable String text, int otherwise) {
    return text == null ? otherwise : Integer.parseInt(text.strip());
  }
}
