package vn.phanluong.reading;

import java.util.Map;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;

/** The rows of a sheet of an xls, as lines. */
final class XlsLines implements LineSource {
  private final NavigableMap<Integer, Map<Integer, String>> rows;
  private final RowText row;
  private int given;
  private boolean hasEnded;

  /**
   * @param rows cells by row and column, from 0
   * @param mostCharacters how many all lines together may have
   */
  XlsLines(NavigableMap<Integer, Map<Integer, String>> rows, long mostCharacters) {
    this.row = new RowText(mostCharacters);
    this.rows = rows;
  }

  @Override
  public @Nullable String next() {
    if (rows.isEmpty()) {
      hasEnded = true;
      return null;
    }
    Map<Integer, String> cells = rows.remove(given);
    given++;
    if (cells == null) {
      return "";
    }
    cells.forEach(row::put);
    return row.take();
  }

  @Override
  public String lineEnd() {
    return hasEnded ? "" : "\n";
  }

  @Override
  public void close() {
    rows.clear();
  }
}
