package vn.phanluong.reading;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.phanluong.definition.RowCheck;

/** Asks of a row what its contract says must hold between its cells. */
final class RowChecks {
  private final FieldPositions positions;
  private final List<RowCheck> checks;

  RowChecks(FieldPositions positions, List<RowCheck> checks) {
    this.positions = positions;
    this.checks = checks;
  }

  void run(@Nullable Object[] row, @Nullable LocalDate day, RowFindings findings) {
    for (RowCheck check : checks) {
      if (isAsked(check.condition(), row, day)) {
        run(check, row, findings);
      }
    }
  }

  private boolean isAsked(
      RowCheck.@Nullable Condition condition, @Nullable Object[] row, @Nullable LocalDate day) {
    if (condition == null) {
      return true;
    }
    Integer before = condition.before();
    if (before != null && (day == null || day.getYear() >= before)) {
      return false;
    }
    Object value = of(row, condition.field());
    return condition.values().contains(value == null ? "blank" : value.toString())
        || (value != null && condition.values().contains("filled"));
  }

  private void run(RowCheck check, @Nullable Object[] row, RowFindings findings) {
    Object value = of(row, check.field());
    if (check.kind() == RowCheck.Kind.FILLED) {
      if (value == null) {
        findings.add(FindingCode.CELL_REQUIRED, check.field(), null);
      }
      return;
    }
    FindingCode wrong = value == null ? null : wrong(check, value, row);
    if (wrong != null) {
      findings.add(wrong, check.field(), String.valueOf(value), check.text());
    }
  }

  private @Nullable FindingCode wrong(RowCheck check, Object value, @Nullable Object[] row) {
    return switch (check.kind()) {
      case NOT_ABOVE -> isAbove(value, other(check, row)) ? FindingCode.ROW_ORDER : null;
      case SUM -> isSum(value, check, row) ? null : FindingCode.ROW_SUM;
      case ONE_OF ->
          check.values().contains(value.toString()) ? null : FindingCode.ROW_NOT_TOGETHER;
      case BLANK -> FindingCode.ROW_NOT_TOGETHER;
      case IN_YEAR -> isInYear(value, other(check, row), 0) ? null : FindingCode.ROW_DATE_YEAR;
      case IN_YEAR_OR_NEXT ->
          isInYear(value, other(check, row), 1) ? null : FindingCode.ROW_DATE_YEAR;
      case AGE -> isOfAge(value, other(check, row), check) ? null : FindingCode.ROW_AGE;
      case FILLED -> null;
    };
  }

  private @Nullable Object other(RowCheck check, @Nullable Object[] row) {
    return of(row, check.others().get(0));
  }

  private @Nullable Object of(@Nullable Object[] row, String field) {
    return row[positions.of(field)];
  }

  private static boolean isAbove(Object value, @Nullable Object limit) {
    if (value instanceof LocalDate day) {
      return limit instanceof LocalDate last && day.isAfter(last);
    }
    return value instanceof Number number
        && limit instanceof Number most
        && number.longValue() > most.longValue();
  }

  /** Holds too where no part was given. */
  private boolean isSum(Object value, RowCheck check, @Nullable Object[] row) {
    long sum = 0;
    boolean hasParts = false;
    for (String part : check.others()) {
      if (of(row, part) instanceof Number number) {
        sum += number.longValue();
        hasParts = true;
      }
    }
    return !hasParts || (value instanceof Number whole && whole.longValue() == sum);
  }

  private static boolean isInYear(Object value, @Nullable Object year, int later) {
    if (!(value instanceof LocalDate day) || !(year instanceof Short first)) {
      return true;
    }
    return day.getYear() >= first && day.getYear() <= first + later;
  }

  private static boolean isOfAge(Object value, @Nullable Object year, RowCheck check) {
    if (!(value instanceof Short born) || !(year instanceof Short now)) {
      return true;
    }
    int age = now - born;
    return age >= Integer.parseInt(check.values().get(0))
        && age <= Integer.parseInt(check.values().get(1));
  }
}
