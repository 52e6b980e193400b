package vn.phanluong.reading;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a file, one by one, to look ahead in it. */
final class Rows implements AutoCloseable {
  /** Where so many records in a row give none, the rest of the file says nothing either. */
  private static final int GIVE_UP = 5000;

  private final Records records;
  private final RowReader reader;
  private final boolean isEvery;
  private final Deque<@Nullable Object[]> read = new ArrayDeque<>();

  /** The accepted rows. */
  Rows(Path file, Layout layout, RowReader reader) {
    this(file, layout, reader, false);
  }

  /**
   * The accepted rows or all.
   *
   * @param isEvery true to take rows that are rejected too, as far as they could be read
   */
  Rows(Path file, Layout layout, RowReader reader, boolean isEvery) {
    this.isEvery = isEvery;
    records = Records.of(file, layout);
    this.reader = reader;
  }

  /** The next row, or null at the end. */
  @Nullable Object @Nullable [] next() {
    for (int barren = 0; read.isEmpty(); barren++) {
      String record = records.next();
      if (record == null || barren == GIVE_UP) {
        return null;
      }
      List<@Nullable Object[]> accepted = reader.screen(records.rowNumber(), record).rows();
      read.addAll(isEvery ? reader.tried() : accepted);
    }
    return read.removeFirst();
  }

  @Override
  public void close() {
    records.close();
  }
}
