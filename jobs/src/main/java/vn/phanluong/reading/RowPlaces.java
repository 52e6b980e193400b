package vn.phanluong.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.phanluong.definition.RowRules;
import vn.phanluong.region.Communes;
import vn.phanluong.region.Places;
import vn.phanluong.region.Region;

/**
 * Finds the units a row names, each inside the one above on the day of the row: the commune, else
 * the district, else the province.
 */
final class RowPlaces {
  private final FieldPositions positions;
  private final List<RowRules.Place> places;
  private final Scope scope;
  private final Map<List<@Nullable Object>, PlaceOfRow> found = new HashMap<>();
  private final Map<List<Object>, PlaceOfRow> communes = new HashMap<>();

  RowPlaces(FieldPositions positions, List<RowRules.Place> places, Scope scope) {
    this.positions = positions;
    this.places = places;
    this.scope = scope;
  }

  void complete(@Nullable Object[] row, LocalDate day, RowFindings findings) {
    for (RowRules.Place place : places) {
      Object province = row[positions.of(place.province())];
      String named = place.district();
      Object district = named == null ? null : row[positions.of(named)];
      if (!(province instanceof String name)) {
        continue;
      }
      String fixed = place.day();
      LocalDate then = fixed == null ? day : LocalDate.parse(fixed);
      LocalDate on = Places.bundled().firstDayOfUnits(then);
      PlaceOfRow unit =
          found.computeIfAbsent(
              Arrays.asList(place, name, district, on),
              key -> find(place, name, (String) district, on));
      unit.report(findings);
      row[positions.of(place.region())] = unit.regionKey();
      if (place.equals(places.get(0))) {
        requireReporter(place, unit.regionKey(), name, findings);
      }
      if (unit.regionKey() != null) {
        narrow(row, place, then, findings);
      }
    }
  }

  /** Puts the commune in place of the unit above it, where the row names one that is known. */
  private void narrow(
      @Nullable Object[] row, RowRules.Place place, LocalDate day, RowFindings findings) {
    String field = place.commune();
    if (field == null
        || !(row[positions.of(field)] instanceof String name)
        || !(row[positions.of(place.region())] instanceof String above)) {
      return;
    }
    LocalDate on = Communes.bundled().firstDayOfUnits(day);
    PlaceOfRow commune =
        communes.computeIfAbsent(
            List.of(field, name, above, on), key -> PlaceOfRow.commune(field, name, above, on));
    commune.report(findings);
    row[positions.of(place.region())] = commune.regionKey();
    if (place.equals(places.get(0)) && Communes.bundled().find(scope.reporterCode()) != null) {
      requireReporter(place, commune.regionKey(), name, findings);
    }
  }

  private void requireReporter(
      RowRules.Place place, @Nullable String regionKey, String name, RowFindings findings) {
    if (regionKey != null && !ReporterSearch.isReported(regionKey, scope)) {
      findings.add(FindingCode.ROW_OUTSIDE_REPORTER, place.province(), name, scope.reporterCode());
    }
  }

  private static PlaceOfRow find(
      RowRules.Place place, String province, @Nullable String district, LocalDate day) {
    PlaceOfRow whole =
        PlaceOfRow.of(
            place.province(),
            province,
            null,
            Places.bundled().resolve(province, null, Places.PROVINCE, day));
    String regionKey = whole.regionKey();
    if (district == null || regionKey == null) {
      return whole;
    }
    Region parent = Places.bundled().find(regionKey);
    String field = String.valueOf(place.district());
    List<PlaceOfRow.Said> said = new ArrayList<>(whole.said());
    if (parent == null || !Places.bundled().holds(regionKey, Places.DISTRICT, day)) {
      String name = parent == null ? province : parent.name();
      said.add(new PlaceOfRow.Said(FindingCode.PLACE_NOT_HELD, field, district, name));
      return new PlaceOfRow(regionKey, said);
    }
    PlaceOfRow part =
        PlaceOfRow.of(
            field,
            district,
            parent,
            Places.bundled().resolve(district, regionKey, Places.DISTRICT, day));
    said.addAll(part.said());
    return new PlaceOfRow(part.regionKey(), said);
  }
}
