package vn.phanluong.reading;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.phanluong.definition.Reference;
import vn.phanluong.definition.SchemaFiles;

/** Which exam councils existed in which year. */
final class ExamCouncils {
  private static final ExamCouncils BUNDLED = new ExamCouncils(SchemaFiles.bundled());
  private static final int CODES = 100;
  private static final boolean[] NONE = new boolean[CODES];

  private final List<Map<String, String>> rows;
  private final Map<Integer, boolean[]> byYear = new HashMap<>();

  private ExamCouncils(SchemaFiles files) {
    rows = Reference.rows(files, "exam_council");
    for (int year = 2000; year < 2100; year++) {
      boolean[] known = knownIn(year);
      if (known != NONE) {
        byYear.put(year, known);
      }
    }
  }

  static ExamCouncils bundled() {
    return BUNDLED;
  }

  /** By council number, whether it existed in the year; all false for a year off the list. */
  boolean[] of(int year) {
    return byYear.getOrDefault(year, NONE);
  }

  boolean hasYear(int year) {
    return byYear.containsKey(year);
  }

  private boolean[] knownIn(int year) {
    boolean[] known = new boolean[CODES];
    boolean any = false;
    for (Map<String, String> row : rows) {
      if (year(row, "valid_from_year", 0) <= year && year <= year(row, "valid_to_year", 9999)) {
        known[Integer.parseInt(row.getOrDefault("council_code", ""))] = true;
        any = true;
      }
    }
    return any ? known : NONE;
  }

  private static int year(Map<String, String> row, String column, int open) {
    String text = row.getOrDefault(column, "");
    return text.isEmpty() ? open : Integer.parseInt(text);
  }
}
