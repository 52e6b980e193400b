package vn.phanluong.reading;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.phanluong.region.Communes;
import vn.phanluong.region.Places;

/**
 * The unit a count is of. A cohort is counted in the units of 31 May of its year; but who counts in
 * autumn 2025 names units that came in July, and «Tây Ninh» is then the larger one.
 *
 * @param unit the unit found, or none, and what had to be said
 * @param above district or province that holds it: the unit itself if it is no commune
 */
record CountedPlace(PlaceOfRow unit, @Nullable String above) {
  /** Words that tell a commune where the header still says district. */
  private static final List<String> COMMUNE_WORDS = List.of("xã ", "phường ", "đặc khu ");

  /** A place as a row writes it. */
  record Names(String province, @Nullable String district, @Nullable String commune) {
    String smallest() {
      return commune != null ? commune : district != null ? district : province;
    }

    /** True if the column of districts names a commune. */
    private boolean isLate() {
      String text = district == null ? "" : district.strip().toLowerCase(Locale.ROOT);
      return commune == null && COMMUNE_WORDS.stream().anyMatch(text::startsWith);
    }
  }

  /**
   * Finds the unit.
   *
   * @param graduation 31 May of the cohort
   * @param counted day the count holds for, not before
   */
  static CountedPlace find(Names names, LocalDate graduation, LocalDate counted) {
    Set<LocalDate> days = new LinkedHashSet<>();
    if (names.district() != null && !names.isLate()) {
      days.add(graduation);
    }
    days.add(counted);
    days.add(graduation);
    if (names.commune() != null || names.isLate()) {
      days.add(LocalDate.of(graduation.getYear(), Month.DECEMBER, 31));
    }
    CountedPlace first = null;
    for (LocalDate day : days) {
      CountedPlace place = on(names, day);
      if (place.unit().regionKey() != null) {
        return place;
      }
      first = first == null ? place : first;
    }
    return Objects.requireNonNull(first);
  }

  /**
   * The unit that its reporter must answer for: who is no commune answers for whole units alone.
   */
  @Nullable String reported(Scope scope) {
    return Communes.bundled().find(scope.reporterCode()) == null ? above : unit.regionKey();
  }

  private static CountedPlace on(Names names, LocalDate day) {
    PlaceOfRow province = PlaceOfRow.find(names.province(), null, day);
    String key = province.regionKey();
    boolean isCommune =
        names.isLate() && key != null && !Places.bundled().holds(key, Places.DISTRICT, day);
    String district = isCommune ? null : names.district();
    String commune = isCommune ? names.district() : names.commune();
    PlaceOfRow above =
        district == null ? province : PlaceOfRow.find(names.province(), district, day);
    String aboveKey = above.regionKey();
    if (commune == null || aboveKey == null) {
      return new CountedPlace(above, aboveKey);
    }
    PlaceOfRow part =
        PlaceOfRow.of(
            isCommune ? "district" : "commune",
            commune,
            Places.bundled().find(aboveKey),
            Communes.bundled().resolve(commune, aboveKey, day));
    List<PlaceOfRow.Said> said = new ArrayList<>(above.said());
    said.addAll(part.said());
    return new CountedPlace(new PlaceOfRow(part.regionKey(), said), aboveKey);
  }
}
