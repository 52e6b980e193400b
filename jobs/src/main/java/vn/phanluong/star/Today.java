package vn.phanluong.star;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.phanluong.definition.CountryTime;
import vn.phanluong.region.Crosswalk;
import vn.phanluong.region.Places;
import vn.phanluong.region.Region;
import vn.phanluong.region.RegionHistory;
import vn.phanluong.region.Spread;

/** Where units of the past lie on the boundary of today. */
final class Today {
  private final RegionHistory history;
  private final LocalDate today = CountryTime.today();
  private final Map<LocalDate, Crosswalk> walks = new HashMap<>();

  Today(RegionHistory history) {
    this.history = history;
  }

  /**
   * The one unit of today that a unit of a day lies in, of whatever level.
   *
   * @return null if it was divided and nobody knows how
   */
  @Nullable String unitOf(String regionKey, LocalDate day) {
    return only(walk(day).of(regionKey));
  }

  /** The units of today that have, or may have, a part of a unit of a day. */
  Set<String> partsOf(String regionKey, LocalDate day) {
    return walk(day).of(regionKey).units();
  }

  /** The one province of today that a unit of a day lies in; null if it was divided among some. */
  @Nullable String provinceOf(String regionKey, LocalDate day) {
    return only(walk(day).of(regionKey, Places.PROVINCE));
  }

  /** The province that a unit of a day lies in on that day. */
  @Nullable String provinceThen(String regionKey, LocalDate day) {
    Region unit = history.find(regionKey);
    return unit == null
        ? null
        : history.lineageOn(unit, day).stream()
            .filter(each -> each.level().equals(Places.PROVINCE))
            .map(Region::regionKey)
            .findFirst()
            .orElse(null);
  }

  private static @Nullable String only(Spread spread) {
    return spread.isWhole() ? spread.units().iterator().next() : null;
  }

  /** Of a day with the same units; what a file tells of days to come is of today. */
  private Crosswalk walk(LocalDate day) {
    LocalDate from = history.lastChange(day.isAfter(today) ? today : day);
    return walks.computeIfAbsent(
        from, then -> new Crosswalk(history, then, today, then.getYear(), Crosswalk.Weights.NONE));
  }
}
