package vn.phanluong.reading;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** The rows of a sheet of an xlsx, one at a time. */
final class XlsxLines implements LineSource {
  private static final int MOST_PLAIN_DIGITS = 15;

  private final Xlsx workbook;
  private final XlsxStyles styles;
  private final XmlCursor xml;
  private final RowText row;
  private int given;
  private int held;
  private String heldLine = "";
  private boolean hasEnded;

  /**
   * @param mostCharacters how many all lines together may have
   */
  XlsxLines(Xlsx workbook, XlsxStyles styles, XmlCursor xml, long mostCharacters) {
    this.row = new RowText(mostCharacters);
    this.workbook = workbook;
    this.styles = styles;
    this.xml = xml;
  }

  @Override
  public @Nullable String next() {
    if (!hasEnded && held == given) {
      hasEnded = !WorkbookFault.reading(this::hold);
    }
    if (hasEnded) {
      return null;
    }
    given++;
    return given < held ? "" : heldLine;
  }

  @Override
  public String lineEnd() {
    return hasEnded ? "" : "\n";
  }

  /** Reads the next row that is there; at the end the rest of the part, so that it is checked. */
  private boolean hold() throws IOException, XMLStreamException {
    while (xml.next()) {
      if (xml.atStart("row")) {
        readRow();
        return true;
      }
    }
    return false;
  }

  private void readRow() throws IOException, XMLStreamException {
    String stated = xml.attribute("r");
    int number = stated == null ? held + 1 : Integer.parseInt(stated);
    if (number > Workbook.MOST_ROWS) {
      throw WorkbookFault.tooMuch("hơn 1.048.576 dòng", "more than 1,048,576 rows");
    }
    if (number <= held) {
      throw new IOException("Row %d follows row %d".formatted(number, held));
    }
    int column = 0;
    while (xml.next() && !xml.atEnd("row")) {
      if (xml.atStart("c")) {
        String reference = xml.attribute("r");
        column = reference == null ? column : column(reference);
        String text = readCell();
        if (!text.isEmpty() || column >= Workbook.MOST_COLUMNS) {
          row.put(column, text);
        }
        column++;
      }
    }
    held = number;
    heldLine = row.take();
  }

  /** The column of a reference such as {@code AB12}, from 0. */
  private static int column(String reference) {
    int column = 0;
    for (int i = 0; i < reference.length() && column <= Workbook.MOST_COLUMNS; i++) {
      char c = reference.charAt(i);
      if (c < 'A' || c > 'Z') {
        break;
      }
      column = column * 26 + c - 'A' + 1;
    }
    return column - 1;
  }

  private String readCell() throws IOException, XMLStreamException {
    String type = xml.attribute("t");
    String style = xml.attribute("s");
    String text = "";
    while (xml.next() && !xml.atEnd("c")) {
      if (xml.atStart("v")) {
        text = value(type == null ? "n" : type, style, xml.text());
      } else if (xml.atStart("is")) {
        text = xml.richText();
      }
    }
    return text;
  }

  private String value(String type, @Nullable String style, String stored)
      throws IOException, XMLStreamException {
    if (stored.isEmpty()) {
      return "";
    }
    return switch (type) {
      case "s" -> workbook.texts().get(Integer.parseInt(stored.strip()));
      case "str" -> XmlEscapes.resolve(stored);
      case "b" -> bool(stored.strip());
      case "n" -> number(style, stored.strip());
      case "d" -> isoDate(stored.strip());
      // Errors, and what a later version of the format may bring.
      default -> stored;
    };
  }

  private static String bool(String stored) {
    return stored.equals("1") || stored.equals("true") ? "TRUE" : "FALSE";
  }

  private String number(@Nullable String style, String stored) {
    NumberStyle meant = styles.get(style);
    if (meant == NumberStyle.PLAIN && isPlain(stored)) {
      return stored;
    }
    return NumberText.of(parse(stored), meant, workbook.is1904());
  }

  /**
   * Most numbers of a sheet stand as they are to be given: a few digits, perhaps a point between
   * them, no zero too many before or behind.
   */
  private static boolean isPlain(String stored) {
    int length = stored.length();
    int point = stored.indexOf('.');
    int whole = point < 0 ? length : point;
    if (length > MOST_PLAIN_DIGITS || whole == 0 || (stored.charAt(0) == '0' && whole > 1)) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (i != point && !isDigit(stored.charAt(i))) {
        return false;
      }
    }
    char last = stored.charAt(length - 1);
    return point < 0 || (last != '.' && last != '0');
  }

  /** Java would also take NaN, 0x1p3 and 1d for numbers; a workbook does not. */
  private static double parse(String stored) {
    for (int i = 0; i < stored.length(); i++) {
      char c = stored.charAt(i);
      if (!isDigit(c) && "+-.eE".indexOf(c) < 0) {
        throw new NumberFormatException(stored);
      }
    }
    return Double.parseDouble(stored);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static String isoDate(String stored) {
    try {
      return stored.length() == 10
          ? NumberText.of(LocalDate.parse(stored).atStartOfDay())
          : NumberText.of(LocalDateTime.parse(stored.replaceFirst("Z$", "")));
    } catch (DateTimeException e) {
      return stored;
    }
  }

  @Override
  public void close() {
    xml.close();
  }
}
