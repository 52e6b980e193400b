package vn.phanluong.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** An Excel workbook, xlsx or legacy xls, read row by row. */
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
  static long mostCharacters(Path file) {
    return Math.max(HARMLESS_CHARACTERS, MOST_CHARACTERS_A_BYTE * file.toFile().length());
  }

  /** True if a file begins as a zip archive or as a legacy document of Office does. */
  static boolean isWorkbook(byte[] start) {
    return isZip(start) || isLegacy(start);
  }

  /**
   * Opens a workbook.
   *
   * @throws UnreadableFile if it is none, or broken, or locked with a password
   * @throws UncheckedIOException if it is not there
   */
  static Workbook open(Path file) {
    byte[] start;
    try (InputStream bytes = Files.newInputStream(file)) {
      start = bytes.readNBytes(8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (!isWorkbook(start)) {
      throw UnreadableFile.of("không phải sổ tính Excel", "it is no Excel workbook");
    }
    boolean isZip = isZip(start);
    Workbook workbook =
        new Workbook(WorkbookFault.reading(() -> isZip ? Xlsx.open(file) : Xls.open(file)));
    if (workbook.sheets().isEmpty()) {
      workbook.close();
      throw UnreadableFile.of(
          "sổ tính không có trang tính nào hiện ra", "the workbook has no visible sheet");
    }
    return workbook;
  }

  private static boolean isZip(byte[] start) {
    return starts(start, 'P', 'K', 3, 4);
  }

  private static boolean isLegacy(byte[] start) {
    return starts(start, 0xd0, 0xcf, 0x11, 0xe0);
  }

  private static boolean starts(byte[] bytes, int... magic) {
    for (int i = 0; i < magic.length; i++) {
      if (i >= bytes.length || (bytes[i] & 0xff) != magic[i]) {
        return false;
      }
    }
    return true;
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
