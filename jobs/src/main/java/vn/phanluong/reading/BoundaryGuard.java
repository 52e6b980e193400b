package vn.phanluong.reading;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.phanluong.definition.Contract;
import vn.phanluong.region.Vintage;

/** Refuses a file that names the units of two days: nobody can tell which of its rows are which. */
final class BoundaryGuard {
  /** More places than the country has are no places. */
  private static final int MOST = 1000;

  private static final int UNKNOWN = -1;

  /** Where the day of a row cannot be read, another stands for it. */
  private static final Set<String> DAYLESS =
      Set.of(FindingCode.CELL_DATE_UNREADABLE.id(), FindingCode.CELL_YEAR_UNREADABLE.id());

  private final Set<String> taken = new TreeSet<>();
  private final Set<String> unknown = new TreeSet<>();
  private final int position;
  private final String province;

  /**
   * A guard of the first place that rows of a dataset name: that of the school, not of the home.
   */
  BoundaryGuard(Contract contract, RowReader reader) {
    var places = contract.rows().places();
    boolean hasPlaces = !places.isEmpty();
    boolean isCount = contract.fields().stream().anyMatch(it -> it.name().equals("region_key"));
    province = hasPlaces ? places.get(0).province() : "province";
    String region = hasPlaces ? places.get(0).region() : "region_key";
    position = hasPlaces || isCount ? reader.positionsOf(List.of(region))[0] : UNKNOWN;
  }

  void enter(RowReader.Outcome outcome) {
    if (position == UNKNOWN) {
      return;
    }
    for (@Nullable Object[] row : outcome.rows()) {
      if (row[position] instanceof String key && taken.size() < MOST) {
        taken.add(key);
      }
    }
    if (outcome.findings().stream().anyMatch(each -> DAYLESS.contains(each.code()))) {
      // Its names were looked up on a day that the row does not say.
      return;
    }
    for (Finding finding : outcome.findings()) {
      String text = finding.text();
      boolean isPlace =
          finding.code().equals(FindingCode.ROW_PLACE_UNKNOWN.id())
              || finding.code().equals(FindingCode.ROW_PLACE_AMBIGUOUS.id());
      if (isPlace && text != null && province.equals(finding.field()) && unknown.size() < MOST) {
        unknown.add(text);
      }
    }
  }

  /**
   * Asked when every row has been seen.
   *
   * @throws UnreadableFile if the file speaks of the units of two days
   */
  void judge() {
    if (unknown.isEmpty()) {
      // Most files; the units of all days are not spelled out for them.
      return;
    }
    Vintage.Contradiction found = Vintage.bundled().of(taken, unknown);
    if (found != null) {
      String both =
          "«%s» (%s – %s), «%s» (%s – %s)"
              .formatted(
                  found.taken().name(),
                  found.taken().validFrom(),
                  found.taken().validTo() == null ? "…" : found.taken().validTo(),
                  found.foreignName(),
                  found.foreign().validFrom(),
                  found.foreign().validTo() == null ? "…" : found.foreign().validTo());
      throw new UnreadableFile(
          FindingCode.FILE_UNITS_MIXED.ofFile(province, found.foreignName(), both));
    }
  }
}
