package vn.phanluong.reading;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * The texts the cells of an xlsx share. A cell may name any of them, so they are the one thing of a
 * workbook held in memory: some 56 bytes and its characters a text, which a million rows with two
 * names each make 150 MB. The limit is that of a hostile file.
 */
final class XlsxTexts {
  private static final long MOST_BYTES = 300L << 20;
  private static final int BYTES_OF_TEXT = 56;

  private final List<String> texts = new ArrayList<>();

  /**
   * Reads the part, null if the workbook has none.
   *
   * @throws UnreadableFile if it is broken or too large
   */
  static XlsxTexts read(@Nullable InputStream part) throws IOException, XMLStreamException {
    XlsxTexts all = new XlsxTexts();
    if (part == null) {
      return all;
    }
    long bytes = 0;
    try (XmlCursor xml = new XmlCursor(part)) {
      while (xml.next()) {
        if (xml.atStart("si")) {
          String text = xml.richText();
          all.texts.add(text);
          bytes += BYTES_OF_TEXT + 2L * text.length();
        }
        if (bytes > MOST_BYTES) {
          throw WorkbookFault.tooMuch("văn bản chung hơn 300 MB", "shared texts of over 300 MB");
        }
      }
    }
    return all;
  }

  /**
   * The text of a number.
   *
   * @throws IndexOutOfBoundsException if there is none
   */
  String get(int index) {
    return texts.get(index);
  }
}
