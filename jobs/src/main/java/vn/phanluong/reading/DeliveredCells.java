package vn.phanluong.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** The records of a delivered file as rows of cells, trimmed, where findings address them. */
public final class DeliveredCells implements CloseableIterator<DeliveredCells.Row> {
  private static final String TAB = "\t";

  private final Records records;
  private final String delimiter;
  private @Nullable String next;

  /**
   * A record as cells.
   *
   * @param rowNumber line on which it starts, from 1
   */
  public record Row(int rowNumber, List<String> cells) {}

  private DeliveredCells(Records records, String delimiter) {
    this.records = records;
    this.delimiter = delimiter;
    next = records.next();
  }

  /**
   * The records of a file of known layout.
   *
   * @throws UnreadableFile if it is no text or breaks off; so may {@link #next}
   */
  public static DeliveredCells of(Path file, Layout layout) {
    return new DeliveredCells(Records.of(file, layout), delimiter(layout));
  }

  /** The rows of a visible sheet of a workbook. */
  public static DeliveredCells ofSheet(Path file, String sheet) {
    return new DeliveredCells(new Records(DeliveredLines.of(file, "", sheet), TAB), TAB);
  }

  /** The visible sheets of a workbook in their order; none of a text. */
  public static List<String> sheets(Path file) {
    if (!DeliveredFile.isWorkbook(file)) {
      return List.of();
    }
    try (Workbook workbook = Workbook.open(file)) {
      return workbook.sheets();
    }
  }

  /**
   * The workbook as a file of its own: the delivered one, or the one in an archive, unpacked.
   *
   * @param scratch folder that its caller removes
   */
  public static Path workbook(Path file, Path scratch) throws IOException {
    return Packed.holdsWorkbook(file)
        ? Files.write(scratch.resolve("unpacked"), Packed.workbook(file))
        : file;
  }

  /**
   * The cells of one record. A record without columns is one cell, so that it can be read again.
   */
  public static List<String> cells(String record, Layout layout) {
    return cells(record, delimiter(layout));
  }

  private static List<String> cells(String record, String delimiter) {
    if (delimiter.isEmpty()) {
      return List.of(record);
    }
    Cells cells = new Cells();
    cells.split(record, delimiter.charAt(0));
    return cells.texts();
  }

  private static String delimiter(Layout layout) {
    boolean hasColumns =
        layout.kind() == Layout.Kind.DELIMITED || layout.kind() == Layout.Kind.APPENDIX;
    if (!layout.sheet().isEmpty()) {
      return TAB;
    }
    return hasColumns ? layout.delimiter() : "";
  }

  @Override
  public boolean hasNext() {
    return next != null;
  }

  @Override
  public Row next() {
    String record = next;
    if (record == null) {
      throw new NoSuchElementException();
    }
    Row row = new Row(records.rowNumber(), cells(record, delimiter));
    next = records.next();
    return row;
  }

  @Override
  public void close() {
    records.close();
  }
}
