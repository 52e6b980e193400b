package vn.phanluong.reading;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether a file is of one exam council. Reads the rows until a second council has its share of
 * them: a national file is seen through early, and a council's file is short.
 */
final class CouncilCount {
  /** A council's file may hold one stray row in fifty. */
  private static final int STRAY = 50;

  private static final int ENOUGH = 2000;

  private final Map<String, Integer> counts = new HashMap<>();
  private String first = "";
  private int rows;
  private int others;

  /** The council, or VN for several. */
  static String of(Path file, Recognition.Recognised recognised, int councilCode) {
    CouncilCount count = new CouncilCount();
    try (Rows read = new Rows(file, recognised.layout(), recognised.rowReader())) {
      @Nullable Object[] row = read.next();
      while (row != null && !(count.rows >= ENOUGH && count.isMixed())) {
        count.add(String.valueOf(row[councilCode]));
        row = read.next();
      }
    }
    return count.rows == 0 || count.isMixed() ? Scope.NATION : count.first;
  }

  private void add(String council) {
    rows++;
    int count = counts.merge(council, 1, Integer::sum);
    if (count > counts.getOrDefault(first, 0)) {
      first = council;
    }
    others = rows - counts.getOrDefault(first, 0);
  }

  private boolean isMixed() {
    return others * STRAY > rows;
  }
}
