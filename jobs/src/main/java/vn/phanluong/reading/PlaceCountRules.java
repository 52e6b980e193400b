package vn.phanluong.reading;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.phanluong.definition.Contract;
import vn.phanluong.definition.SchemaFiles;

/** Counts of persons by place: their place, the codes of level and way. */
final class PlaceCountRules implements DatasetRules {
  private static final CodeList LEVELS =
      CodeList.of(SchemaFiles.bundled(), "education_level", "level_code");
  private static final CodeList DESTINATIONS =
      CodeList.of(SchemaFiles.bundled(), "destination", "destination_code");
  private static final CodeList BASES =
      CodeList.of(
          Map.of(
              "trường", "school",
              "theo trường", "school",
              "school", "school",
              "nơi cư trú", "residence",
              "cư trú", "residence",
              "theo nơi cư trú", "residence",
              "residence", "residence"));

  private final FieldPositions positions;
  private final boolean hasDestination;
  private final boolean hasCommunes;
  private final Scope scope;
  private final Map<List<Object>, CountedPlace> places = new HashMap<>();

  PlaceCountRules(Contract dataset, FieldPositions positions, Scope scope) {
    this.positions = positions;
    this.scope = scope;
    hasDestination = dataset.table().equals("destination_count");
    hasCommunes = dataset.rows().places().stream().anyMatch(place -> place.commune() != null);
  }

  @Override
  public void complete(@Nullable Object[] row, RowFindings findings) {
    if (isTotal(row)) {
      findings.setContext();
      return;
    }
    code(row, "education_level", LEVELS, findings);
    code(row, "basis", BASES, findings);
    if (hasDestination) {
      code(row, "destination", DESTINATIONS, findings);
    }
    if (row[positions.of("cohort_year")] instanceof Short cohort) {
      period(cohort, findings);
      place(row, cohort, findings);
    }
  }

  private boolean isTotal(@Nullable Object[] row) {
    for (String field : List.of("province", "district", "commune", "school")) {
      if (row[positions.of(field)] instanceof String place && Totals.isTotal(place)) {
        return true;
      }
    }
    return false;
  }

  private void code(@Nullable Object[] row, String field, CodeList codes, RowFindings findings) {
    int position = positions.of(field);
    if (row[position] instanceof String text) {
      String code = codes.find(text);
      row[position] = code;
      if (code == null) {
        findings.add(FindingCode.CELL_CODE_UNKNOWN, field, text, codes.allowed());
      }
    }
  }

  private void period(Short cohort, RowFindings findings) {
    if (scope.period() != 0 && cohort != scope.period()) {
      findings.add(
          FindingCode.ROW_PERIOD_DIFFERS,
          "cohort_year",
          cohort.toString(),
          Short.toString(scope.period()));
    }
  }

  /** A count of an unknown part must not become one of the whole: it has no unit and is refused. */
  private void place(@Nullable Object[] row, Short cohort, RowFindings findings) {
    if (!(row[positions.of("province")] instanceof String province)) {
      return;
    }
    LocalDate graduation = LocalDate.of(cohort, 5, 31);
    Object asOf = row[positions.of("as_of_date")];
    LocalDate counted = asOf instanceof LocalDate day && day.isAfter(graduation) ? day : graduation;
    CountedPlace.Names names =
        new CountedPlace.Names(
            province, text(row, "district"), hasCommunes ? text(row, "commune") : null);
    CountedPlace place =
        places.computeIfAbsent(
            List.of(names, graduation, counted),
            key -> CountedPlace.find(names, graduation, counted));
    place.unit().report(findings);
    row[positions.of("region_key")] = place.unit().regionKey();
    String reported = place.reported(scope);
    if (reported != null && !ReporterSearch.isReported(reported, scope)) {
      findings.add(
          FindingCode.ROW_OUTSIDE_REPORTER, "district", names.smallest(), scope.reporterCode());
    }
  }

  private @Nullable String text(@Nullable Object[] row, String field) {
    return row[positions.of(field)] instanceof String text ? text : null;
  }
}
