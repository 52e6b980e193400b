package vn.phanluong.reading;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.phanluong.region.PlaceResult;
import vn.phanluong.region.Places;

/** The document register: the place a document governs, on its day. */
final class DocumentRules implements DatasetRules {
  private static final LocalDate FIRST_DAY_OF_REGIONS = LocalDate.of(2017, 1, 1);

  private final int place;
  private final int placeLevel;
  private final int issuedOn;
  private final int periodFrom;
  private final int regionKey;

  DocumentRules(FieldPositions positions) {
    place = positions.of("place");
    placeLevel = positions.of("place_level");
    issuedOn = positions.of("issued_on");
    periodFrom = positions.of("period_from");
    regionKey = positions.of("region_key");
  }

  @Override
  public void complete(@Nullable Object[] row, RowFindings findings) {
    if (!(row[place] instanceof String name)) {
      return;
    }
    PlaceResult result = Places.bundled().resolve(name, null, (String) row[placeLevel], dayOf(row));
    PlaceOfRow found = PlaceOfRow.of("place", name, null, result);
    found.report(findings);
    row[regionKey] = found.regionKey();
  }

  /** Its date; without one, 31 May of its first year; never before the list of units begins. */
  private LocalDate dayOf(@Nullable Object[] row) {
    LocalDate day = FIRST_DAY_OF_REGIONS;
    if (row[issuedOn] instanceof LocalDate date) {
      day = date;
    } else if (row[periodFrom] instanceof Short year) {
      day = LocalDate.of(year, 5, 31);
    }
    return day.isBefore(FIRST_DAY_OF_REGIONS) ? FIRST_DAY_OF_REGIONS : day;
  }
}
