package vn.phanluong.synthetic.delivery;

import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.phanluong.definition.Field;

/** Dirt of single cells that cannot be read, or are read with a word on it. */
final class CellDirt {
  private static final int SECTOR_CODE = 10;
  private static final int OLD_CARD = 9;
  private static final int NATIONAL = 12;
  private static final int CANDIDATE = 8;

  private CellDirt() {}

  static Map<String, Function<Target, @Nullable Struck>> kinds() {
    return Map.ofEntries(
        Map.entry("required_blank", row -> row.instead(row.filled(CellDirt::isRequired), "")),
        Map.entry("candidate_number_broken", CellDirt::candidate),
        Map.entry("candidate_zero_lost", CellDirt::candidateZero),
        Map.entry("score_word", row -> row.instead(row.filled(is(Field.Cell.SCORE)), "tám")),
        Map.entry("score_too_high", row -> row.instead(row.filled(is(Field.Cell.SCORE)), "82")),
        Map.entry("count_word", CellDirt::countWord),
        Map.entry("count_blank", row -> row.instead(row.filled(CellDirt::hasStates), "")),
        Map.entry("year_letter", CellDirt::year),
        Map.entry("day_impossible", CellDirt::day),
        Map.entry("code_unknown", CellDirt::code),
        Map.entry("cell_unreadable", CellDirt::unreadable),
        Map.entry("identity_zero_lost", CellDirt::identityZero),
        Map.entry("birth_year_only", CellDirt::birthYear));
  }

  private static Predicate<Form.Column> is(Field.Cell cell) {
    return column -> column.holds(cell);
  }

  private static boolean isRequired(Form.Column column) {
    Field field = column.field();
    return field != null && field.required() && field.states().isEmpty();
  }

  private static boolean hasStates(Form.Column column) {
    Field field = column.field();
    return field != null && !field.states().isEmpty();
  }

  private static @Nullable Struck candidate(Target row) {
    int place = row.filled(is(Field.Cell.CANDIDATE_NUMBER));
    return place < 0 ? null : row.instead(place, row.cells().get(place).substring(1, 5) + "A");
  }

  private static @Nullable Struck candidateZero(Target row) {
    int place = row.filled(is(Field.Cell.CANDIDATE_NUMBER));
    boolean hasZero =
        place >= 0
            && row.cells().get(place).length() == CANDIDATE
            && row.cells().get(place).startsWith("0");
    return hasZero ? row.instead(place, row.cells().get(place).substring(1)) : null;
  }

  private static @Nullable Struck countWord(Target row) {
    int place = row.filled(is(Field.Cell.COUNT));
    return place < 0 ? null : row.instead(place, "khoảng " + row.cells().get(place));
  }

  /** The letter O in place of a zero. */
  private static @Nullable Struck year(Target row) {
    int place = row.isSettled() ? row.filled(is(Field.Cell.YEAR)) : -1;
    return place < 0 ? null : row.instead(place, row.cells().get(place).replaceFirst("0", "O"));
  }

  private static @Nullable Struck day(Target row) {
    int place = row.filled(is(Field.Cell.DATE));
    Field field = place < 0 ? null : row.form().columns().get(place).field();
    if (field == null) {
      return null;
    }
    String day = row.value(field.name());
    return day.length() < 4 ? null : row.instead(place, "31/02/" + day.substring(0, 4));
  }

  private static @Nullable Struck code(Target row) {
    int place =
        row.filled(column -> column.field() != null && CodeWords.of(column.field()) != null);
    return row.instead(place, "mục khác");
  }

  private static @Nullable Struck unreadable(Target row) {
    int place =
        row.filled(
            column ->
                switch (column.field() == null ? Field.Cell.TEXT : column.field().cell()) {
                  case LEARNER_CODE, IDENTITY_NUMBER, CODE, GRADE, YES_NO, POINTS -> true;
                  case LATITUDE, LONGITUDE -> true;
                  case SCHOOL_YEAR -> row.isSettled();
                  default -> false;
                });
    return row.instead(place, "chưa rõ?");
  }

  /** What a spreadsheet does to a number that begins with zero. */
  private static @Nullable Struck identityZero(Target row) {
    int place =
        row.filled(
            column ->
                column.holds(Field.Cell.LEARNER_CODE) || column.holds(Field.Cell.IDENTITY_NUMBER));
    if (place < 0 || !row.cells().get(place).startsWith("0")) {
      return null;
    }
    boolean isCode = row.form().columns().get(place).holds(Field.Cell.LEARNER_CODE);
    int length = row.cells().get(place).length();
    boolean isWhole = length == NATIONAL || length == (isCode ? SECTOR_CODE : OLD_CARD);
    return isWhole ? row.instead(place, row.cells().get(place).substring(1)) : null;
  }

  private static @Nullable Struck birthYear(Target row) {
    String day = row.value("birth_date");
    return day.length() < 4
        ? null
        : row.instead(row.form().placeOf("birth_date"), day.substring(0, 4));
  }
}
