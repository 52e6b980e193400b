package vn.phanluong.reading;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The lines of a delivered file, text or workbook, as its layout says. */
final class DeliveredLines {
  private DeliveredLines() {}

  /**
   * Opens a file.
   *
   * @param charset label of the encoding of a text; of a sheet its byte font, or empty
   * @param sheet name of the sheet of a workbook; empty for a text
   * @throws UnreadableFile if the file is neither
   */
  static LineSource of(Path file, String charset, String sheet) {
    if (sheet.isEmpty()) {
      return new Lines(DeliveredFile.open(file, Encoding.of(charset)));
    }
    Workbook workbook = Workbook.open(file);
    try {
      ByteFont font = charset.isEmpty() ? null : Encoding.of(charset).font();
      return new OfSheet(workbook, workbook.lines(sheet), font);
    } catch (RuntimeException e) {
      workbook.close();
      throw e;
    }
  }

  /** Closes the workbook with its sheet. */
  private record OfSheet(Workbook workbook, LineSource lines, @Nullable ByteFont font)
      implements LineSource {
    @Override
    public @Nullable String next() {
      String line = lines.next();
      return line == null || font == null ? line : font.read(line);
    }

    @Override
    public String lineEnd() {
      return lines.lineEnd();
    }

    @Override
    public void close() {
      lines.close();
      workbook.close();
    }
  }
}
