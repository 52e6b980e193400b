package vn.phanluong.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import javax.xml.stream.XMLStreamException;

/** An Excel workbook, xlsx or legacy xls, alone or in an archive, read row by row. */
final class Workbook implements AutoCloseable {
  /** What Excel itself allows in a sheet. */
  static final int MOST_ROWS = 1_048_576;

  static final int MOST_COLUMNS = 16_384;

  /** Excel allows 32,767 characters; other programs do not stop there. */
  static final int LONGEST_TEXT = 1_000_000;

  /** A cell may name a shared text, so that few bytes of a file make many characters of a line. */
  static final int LONGEST_LINE = 10_000_000;

  private static final long HARMLESS_CHARACTERS = 100_000_000;

  /** Of a sheet to a byte of its file: the most repetitive of real ones has some 30. */
  private static final long MOST_CHARACTERS_A_BYTE = 200;

  private final Sheets sheets;

  private Workbook(Sheets sheets) {
    this.sheets = sheets;
  }

  /** How many characters a sheet may have: where cells share one text, few bytes make many. */
  static long mostCharacters(long bytes) {
    return Math.max(HARMLESS_CHARACTERS, MOST_CHARACTERS_A_BYTE * bytes);
  }

  /**
   * Opens a workbook.
   *
   * @throws UnreadableFile if it is none, or broken, or locked with a password
   * @throws UncheckedIOException if it is not there
   */
  static Workbook open(Path file) {
    Workbook workbook = new Workbook(WorkbookFault.reading(() -> sheetsOf(file)));
    if (workbook.sheets().isEmpty()) {
      workbook.close();
      throw UnreadableFile.of(
          "sổ tính không có trang tính nào hiện ra", "the workbook has no visible sheet");
    }
    return workbook;
  }

  private static Sheets sheetsOf(Path file) throws IOException, XMLStreamException {
    if (Packed.holdsWorkbook(file)) {
      byte[] inside = Packed.workbook(file);
      return Magic.isZip(inside) ? Xlsx.open(inside) : Xls.open(inside);
    }
    byte[] start = Packed.start(file);
    if (Magic.isZip(start)) {
      return Xlsx.open(file);
    }
    if (Magic.isLegacy(start)) {
      return Xls.open(file);
    }
    throw UnreadableFile.of("không phải sổ tính Excel", "it is no Excel workbook");
  }

  /** Names of the visible sheets, in order. */
  List<String> sheets() {
    return sheets.names();
  }

  /**
   * One line a row of the sheet, line n of row n; a row without cells is an empty line. Cells are
   * parted by TAB up to the last that is not empty, and quoted as in CSV where they must.
   *
   * @throws UnreadableFile if the sheet is broken; so may {@link LineSource#next}
   * @throws IllegalArgumentException if no visible sheet has the name
   */
  LineSource lines(String sheet) {
    if (!sheets.names().contains(sheet)) {
      throw new IllegalArgumentException("No visible sheet " + sheet);
    }
    return WorkbookFault.reading(() -> sheets.lines(sheet));
  }

  @Override
  public void close() {
    try {
      sheets.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
