package vn.phanluong.synthetic.truth;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import vn.phanluong.definition.Reference;
import vn.phanluong.definition.SchemaFiles;
import vn.phanluong.synthetic.country.Place;

/** The units a spot counts for: nation, socio-economic region, province, and what lies below it. */
final class Units {
  private final List<Map<String, String>> memberships =
      Reference.rows(SchemaFiles.bundled(), "region_membership");
  private final Map<String, String> regions = new ConcurrentHashMap<>();

  /**
   * Keys of the units.
   *
   * @param withSmall whether district and commune count too
   */
  List<String> of(Place place, LocalDate day, boolean withSmall) {
    List<String> units = new ArrayList<>(5);
    units.add("VN");
    units.add(regions.computeIfAbsent(place.provinceKey() + "/" + day, key -> region(place, day)));
    units.add(place.provinceKey());
    if (withSmall) {
      String district = place.districtKey();
      units.add(district == null ? place.communeKey() : district);
    }
    return units;
  }

  private String region(Place place, LocalDate day) {
    for (Map<String, String> row : memberships) {
      String until = row.getOrDefault("valid_to", "");
      boolean holds =
          place.provinceKey().equals(row.get("province_key"))
              && !LocalDate.parse(row.getOrDefault("valid_from", "")).isAfter(day)
              && (until.isEmpty() || !LocalDate.parse(until).isBefore(day));
      if (holds) {
        return row.getOrDefault("socio_economic_region_key", "");
      }
    }
    throw new IllegalStateException("No socio-economic region of " + place.provinceKey());
  }
}
