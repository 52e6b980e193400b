package vn.phanluong.reading;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import vn.phanluong.definition.Contract;
import vn.phanluong.definition.Field;
import vn.phanluong.definition.RowRules;
import vn.phanluong.definition.SchemaFiles;

/**
 * The rules of a dataset whose contract states them all: codes of lists, the year, the places on
 * the day of the row, what must hold between cells.
 */
final class ContractRules implements DatasetRules {
  private static final Map<String, CodeList> LISTS = new ConcurrentHashMap<>();

  private final FieldPositions positions;
  private final RowRules rules;
  private final Scope scope;
  private final RowDay days;
  private final RowChecks checks;
  private final RowPlaces places;
  private final Map<Integer, CodeList> codes = new HashMap<>();

  ContractRules(Contract dataset, FieldPositions positions, Scope scope) {
    this.positions = positions;
    this.scope = scope;
    rules = dataset.rows();
    days = new RowDay(positions, rules.days());
    checks = new RowChecks(positions, rules.checks());
    places = new RowPlaces(positions, rules.places(), scope);
    for (Field field : dataset.fields()) {
      String list = field.codes();
      if (list != null) {
        codes.put(positions.of(field.name()), LISTS.computeIfAbsent(list, ContractRules::listOf));
      }
    }
  }

  private static CodeList listOf(String codes) {
    List<String> parts = List.of(codes.split("\\.", 2));
    return CodeList.of(SchemaFiles.bundled(), parts.get(0), parts.get(1));
  }

  @Override
  public void complete(@Nullable Object[] row, RowFindings findings) {
    period(row, findings);
    LocalDate day = days.of(row);
    codes.forEach((position, list) -> code(row, position, list, findings));
    if (day != null) {
      codes.forEach(
          (position, list) ->
              validity(row, position, list.validFrom(row[position]), day, findings));
      places.complete(row, day, findings);
    }
    checks.run(row, day, findings);
  }

  private void period(@Nullable Object[] row, RowFindings findings) {
    String field = rules.period();
    if (field == null || scope.period() == 0) {
      return;
    }
    Object year = row[positions.of(field)];
    if (year == null) {
      row[positions.of(field)] = scope.period();
    } else if (!year.equals(scope.period())) {
      findings.add(
          FindingCode.ROW_PERIOD_DIFFERS, field, year.toString(), Short.toString(scope.period()));
    }
  }

  private void code(@Nullable Object[] row, int position, CodeList list, RowFindings findings) {
    if (row[position] instanceof String text) {
      String whole = text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
      String code = list.find(whole);
      row[position] = code;
      if (code == null) {
        findings.add(
            FindingCode.CELL_CODE_UNKNOWN, positions.field(position).name(), text, list.allowed());
      }
    }
  }

  private void validity(
      @Nullable Object[] row,
      int position,
      @Nullable LocalDate from,
      LocalDate day,
      RowFindings findings) {
    if (from != null && day.isBefore(from)) {
      findings.add(
          FindingCode.ROW_CODE_NOT_YET,
          positions.field(position).name(),
          String.valueOf(row[position]),
          from.toString());
    }
  }
}
