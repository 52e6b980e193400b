package vn.phanluong.synthetic.delivery;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.phanluong.definition.Field;
import vn.phanluong.definition.RowCheck;

/** Dirt of whole rows, and of cells that are wrong beside others only. */
final class RowDirt {
  private static final int YEARS_OFF = 4;
  private static final int INFANT = 3;
  private static final int TOO_MANY = 7;

  private RowDirt() {}

  static Map<String, Function<Target, @Nullable Struck>> kinds() {
    return Map.ofEntries(
        Map.entry("row_twice", row -> Struck.row(Struck.Shape.AGAIN)),
        Map.entry("key_twice", RowDirt::keyTwice),
        Map.entry("row_cut", row -> text(row, Struck.Shape.CUT)),
        Map.entry("row_too_long", row -> Struck.row(Struck.Shape.TOO_LONG)),
        Map.entry("quote_open", row -> text(row, Struck.Shape.OPEN_QUOTE)),
        Map.entry("year_other", RowDirt::yearOther),
        Map.entry("above_limit", row -> checked(row, RowCheck.Kind.NOT_ABOVE)),
        Map.entry("sum_wrong", row -> checked(row, RowCheck.Kind.SUM)),
        Map.entry("not_together", RowDirt::notTogether),
        Map.entry("day_of_other_year", RowDirt::dayOfOtherYear),
        Map.entry("age_impossible", row -> checked(row, RowCheck.Kind.AGE)),
        Map.entry("code_before_time", RowDirt::codeBeforeTime),
        Map.entry("two_language_scores", RowDirt::twoLanguages));
  }

  /** Sheets pad short rows and know no quotes; with a comma, cells of others are quoted too. */
  private static @Nullable Struck text(Target row, Struck.Shape shape) {
    boolean isSure = row.form().isText() && row.form().columns().size() > 3;
    boolean hasQuotes = row.form().delimiter() == ',';
    return isSure && (shape == Struck.Shape.CUT || !hasQuotes) ? Struck.row(shape) : null;
  }

  /** Another row of the same key: only where a row names its person, or is of none. */
  private static @Nullable Struck keyTwice(Target row) {
    boolean isOfPerson =
        row.form().contract().fields().stream().anyMatch(it -> it.door() == Field.Door.PSEUDONYM);
    if (isOfPerson && row.firstFilled(List.of("learner_code", "identity_number")) < 0) {
      return null;
    }
    int place =
        row.firstFilled(
            List.of(
                "persons", "registered_quota", "class", "phone", "full_name", "school", "toan"));
    Field field = place < 0 ? null : row.form().columns().get(place).field();
    if (field == null || field.key()) {
      return null;
    }
    String cell = row.cells().get(place);
    String other =
        switch (field.cell()) {
          case COUNT -> other(cell);
          case SCORE -> cell.equals("5") ? "6" : "5";
          default -> cell + " A";
        };
    return new Struck(Struck.Shape.AGAIN_OTHERWISE, place, cell, other);
  }

  /** One less, so that no limit is passed. */
  private static String other(String count) {
    boolean isNumber = count.chars().allMatch(Character::isDigit) && !count.equals("0");
    return isNumber ? Integer.toString(Integer.parseInt(count) - 1) : "1";
  }

  private static @Nullable Struck twoLanguages(Target row) {
    boolean isFilled = row.firstFilled(List.of("ngoai_ngu")) >= 0;
    return isFilled ? row.instead(row.form().placeOfOtherLanguage(), "6") : null;
  }

  private static @Nullable Struck yearOther(Target row) {
    int place = row.form().placeOf(Form.yearField(row.form().contract()));
    boolean isFilled = place >= 0 && !row.cells().get(place).isEmpty();
    return row.isSettled() && isFilled
        ? row.meaning(place, Integer.toString(row.form().period() - 1))
        : null;
  }

  private static @Nullable Struck checked(Target row, RowCheck.Kind kind) {
    for (RowCheck check : row.form().contract().rows().checks()) {
      int place = row.form().placeOf(check.field());
      if (check.kind() != kind
          || place < 0
          || row.cells().get(place).isEmpty()
          || !isAsked(row, check)) {
        continue;
      }
      String wrong =
          switch (kind) {
            case NOT_ABOVE -> above(row.value(check.others().get(0)));
            case SUM -> sum(row, check);
            case AGE -> (row.form().period() - INFANT) + row.value(check.field()).substring(4);
            default -> "";
          };
      if (!wrong.isEmpty()) {
        return row.meaning(place, wrong);
      }
    }
    return null;
  }

  private static String above(String limit) {
    if (limit.isEmpty()) {
      return "";
    }
    return limit.indexOf('-') > 0
        ? LocalDate.parse(limit).plusDays(TOO_MANY).toString()
        : Integer.toString(Integer.parseInt(limit) + TOO_MANY);
  }

  private static String sum(Target row, RowCheck check) {
    boolean hasParts = check.others().stream().anyMatch(part -> !row.value(part).isEmpty());
    String sum = row.value(check.field());
    return hasParts ? Integer.toString(Integer.parseInt(sum) + TOO_MANY) : "";
  }

  /** A condition on the row, as far as it needs no day. */
  private static boolean isAsked(Target row, RowCheck check) {
    RowCheck.Condition condition = check.condition();
    if (condition == null) {
      return true;
    }
    String value = row.value(condition.field());
    boolean isMet =
        condition.values().contains(value.isEmpty() ? "blank" : value)
            || (!value.isEmpty() && condition.values().contains("filled"));
    Integer before = condition.before();
    return isMet && (before == null || row.form().period() < before - 1);
  }

  private static @Nullable Struck notTogether(Target row) {
    for (RowCheck check : row.form().contract().rows().checks()) {
      int place = row.form().placeOf(check.field());
      Field field = place < 0 ? null : row.form().columns().get(place).field();
      if (field == null || !isAsked(row, check)) {
        continue;
      }
      boolean isFilled = !row.cells().get(place).isEmpty();
      if (check.kind() == RowCheck.Kind.BLANK && !isFilled) {
        return row.meaning(
            place,
            field.cell() == Field.Cell.DATE ? row.form().period() + "-12-15" : "Trường THPT Khác");
      }
      String other = isFilled && check.kind() == RowCheck.Kind.ONE_OF ? other(field, check) : null;
      if (other != null) {
        return row.meaning(place, other);
      }
    }
    return null;
  }

  /** A value that can be read and is none of those allowed. */
  private static @Nullable String other(Field field, RowCheck check) {
    if (field.cell() == Field.Cell.GRADE) {
      return check.values().contains("12") ? "6" : "12";
    }
    if (field.cell() == Field.Cell.COUNT) {
      return null;
    }
    return switch (field.name()) {
      case "round" -> "remark";
      case "outcome" -> "completed";
      default -> null;
    };
  }

  private static @Nullable Struck dayOfOtherYear(Target row) {
    for (RowCheck check : row.form().contract().rows().checks()) {
      boolean isOfYear =
          check.kind() == RowCheck.Kind.IN_YEAR || check.kind() == RowCheck.Kind.IN_YEAR_OR_NEXT;
      String day = row.value(check.field());
      if (isOfYear && day.length() > 4) {
        return row.meaning(
            row.form().placeOf(check.field()), (row.form().period() - YEARS_OFF) + "-05-15");
      }
    }
    return null;
  }

  private static @Nullable Struck codeBeforeTime(Target row) {
    for (int i = 0; i < row.cells().size(); i++) {
      Field field = row.form().columns().get(i).field();
      CodeWords words = field == null || field.codes() == null ? null : CodeWords.of(field);
      String code =
          words == null || row.cells().get(i).isEmpty()
              ? null
              : words.notYet((row.form().period() + 1) + "-12-31");
      if (code != null) {
        return row.meaning(i, code);
      }
    }
    return null;
  }
}
