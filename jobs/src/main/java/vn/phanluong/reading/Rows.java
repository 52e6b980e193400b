package vn.phanluong.reading;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** The accepted rows of a file, one by one, to look ahead in it. */
final class Rows implements AutoCloseable {
  /** Where so many records in a row give none, the rest of the file says nothing either. */
  private static final int GIVE_UP = 5000;

  private final Records records;
  private final RowReader reader;
  private final Deque<@Nullable Object[]> read = new ArrayDeque<>();

  Rows(Path file, Layout layout, RowReader reader) {
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
      read.addAll(reader.screen(records.rowNumber(), record).rows());
    }
    return read.removeFirst();
  }

  @Override
  public void close() {
    records.close();
  }
}
