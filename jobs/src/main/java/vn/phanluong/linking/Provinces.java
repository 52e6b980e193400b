package vn.phanluong.linking;

import org.jspecify.annotations.Nullable;
import vn.phanluong.region.Region;
import vn.phanluong.region.RegionHistory;
import vn.phanluong.region.Succession;

/** The units around a unit: what two residences of different years can be compared by. */
final class Provinces {
  private Provinces() {}

  /**
   * The province of today in which a unit lies; each of before 2025 lies whole in one.
   *
   * @return null for a key that is none, or of the nation
   */
  static @Nullable String today(@Nullable String regionKey) {
    Region unit = ancestor(regionKey, "province");
    while (unit != null && unit.validTo() != null) {
      unit =
          RegionHistory.bundled().after(unit.regionKey()).stream()
              .map(Succession::successor)
              .filter(key -> key != null)
              .map(key -> RegionHistory.bundled().find(key))
              .filter(next -> next != null && next.level().equals("province"))
              .findFirst()
              .orElse(null);
    }
    return unit == null ? null : unit.regionKey();
  }

  /** The district a unit is or lies in, by code: a new name makes no new district. */
  static @Nullable String district(@Nullable String regionKey) {
    Region unit = ancestor(regionKey, "district");
    return unit == null ? null : unit.code();
  }

  private static @Nullable Region ancestor(@Nullable String regionKey, String level) {
    Region unit = regionKey == null ? null : RegionHistory.bundled().find(regionKey);
    while (unit != null && !unit.level().equals(level)) {
      String parent = unit.parentKey();
      unit = parent == null ? null : RegionHistory.bundled().find(parent);
    }
    return unit;
  }
}
