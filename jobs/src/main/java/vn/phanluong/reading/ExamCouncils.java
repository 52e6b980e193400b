package vn.phanluong.reading;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.phanluong.definition.Reference;
import vn.phanluong.definition.SchemaFiles;

/** Which exam councils existed in which year. */
public final class ExamCouncils {
  private static final ExamCouncils BUNDLED = new ExamCouncils(SchemaFiles.bundled());
  private static final int CODES = 100;
  private static final boolean[] NONE = new boolean[CODES];

  private final List<Map<String, String>> rows;
  private final Map<Integer, boolean[]> byYear = new HashMap<>();
  private final Map<Integer, Set<String>> universities = new HashMap<>();

  private ExamCouncils(SchemaFiles files) {
    rows = Reference.rows(files, "exam_council");
    for (int year = 2000; year < 2100; year++) {
      boolean[] known = knownIn(year);
      if (known != NONE) {
        byYear.put(year, known);
      }
      universities.put(year, universitiesIn(year));
    }
  }

  public static ExamCouncils bundled() {
    return BUNDLED;
  }

  /** By council number, whether it existed in the year; all false for a year off the list. */
  private boolean[] of(int year) {
    return byYear.getOrDefault(year, NONE);
  }

  /** Whether a council of two digits existed in a year. */
  boolean has(int year, int number) {
    return of(year)[number];
  }

  /** The same of any code; universities held clusters of three letters in 2016. */
  public boolean has(int year, String code) {
    return code.matches("\\d\\d")
        ? has(year, Integer.parseInt(code))
        : universities.getOrDefault(year, Set.of()).contains(code);
  }

  boolean hasYear(int year) {
    return byYear.containsKey(year);
  }

  private boolean[] knownIn(int year) {
    boolean[] known = new boolean[CODES];
    boolean any = false;
    for (String code : codesIn(year)) {
      if (isNumber(code)) {
        known[Integer.parseInt(code)] = true;
        any = true;
      }
    }
    return any ? known : NONE;
  }

  private Set<String> universitiesIn(int year) {
    return codesIn(year).stream()
        .filter(code -> !isNumber(code))
        .collect(Collectors.toUnmodifiableSet());
  }

  private List<String> codesIn(int year) {
    return rows.stream()
        .filter(row -> year(row, "valid_from_year", 0) <= year)
        .filter(row -> year <= year(row, "valid_to_year", 9999))
        .map(row -> row.getOrDefault("council_code", ""))
        .toList();
  }

  private static boolean isNumber(String code) {
    return Character.isDigit(code.charAt(0));
  }

  private static int year(Map<String, String> row, String column, int open) {
    String text = row.getOrDefault(column, "");
    return text.isEmpty() ? open : Integer.parseInt(text);
  }
}
