package vn.phanluong.reading;

import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** A record with other texts in its cells; what stands between them stays. */
final class Rewriting {
  private Rewriting() {}

  /**
   * Writes the record anew; quotes are set where they are needed.
   *
   * @param delimiter of a delimited record
   * @param texts the other text of a cell, null where it stays
   */
  static String of(Cells cells, char delimiter, IntFunction<@Nullable String> texts) {
    return cells.text().equals(cells.record())
        ? spliced(cells, texts)
        : joined(cells, delimiter, texts);
  }

  private static String spliced(Cells cells, IntFunction<@Nullable String> texts) {
    String record = cells.record();
    StringBuilder result = new StringBuilder(record.length());
    int from = 0;
    for (int cell = 0; cell < cells.count(); cell++) {
      String other = texts.apply(cell);
      if (other != null) {
        result.append(record, from, cells.start(cell)).append(other);
        from = cells.end(cell);
      }
    }
    return result.append(record, from, record.length()).toString();
  }

  private static String joined(Cells cells, char delimiter, IntFunction<@Nullable String> texts) {
    StringBuilder result = new StringBuilder(cells.record().length());
    boolean isSame = true;
    for (int cell = 0; cell < cells.count(); cell++) {
      String other = texts.apply(cell);
      isSame &= other == null;
      String text = other == null ? cells.text(cell) : other;
      result.append(cell == 0 ? "" : delimiter).append(quoted(text, delimiter));
    }
    return isSame ? cells.record() : result.toString();
  }

  private static String quoted(String text, char delimiter) {
    boolean needsQuotes =
        text.indexOf(delimiter) >= 0 || text.indexOf('"') >= 0 || text.indexOf('\n') >= 0;
    return needsQuotes ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }
}
