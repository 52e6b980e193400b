package vn.phanluong.synthetic.truth;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import vn.phanluong.definition.Reference;
import vn.phanluong.definition.SchemaFiles;
import vn.phanluong.synthetic.country.Country;
import vn.phanluong.synthetic.country.Place;

/** The units a spot counts for: nation, socio-economic region, province, and what lies below it. */
final class Units {
  private final Country country;
  private final List<Map<String, String>> memberships =
      Reference.rows(SchemaFiles.bundled(), "region_membership");
  private final Map<String, String> regions = new ConcurrentHashMap<>();

  Units(Country country) {
    this.country = country;
  }

  /** The day of a year whose units are those of its figures. */
  static LocalDate asWas(int year) {
    return LocalDate.of(year, 5, 31);
  }

  /** Where a school stands on a day, or an institution. */
  Place place(Facts.Basis basis, int number, LocalDate day) {
    return basis == Facts.Basis.ENROLMENT
        ? country.institutions().get(number).place(day)
        : country.schools().get(number).place(day);
  }

  /** Keys of nation, socio-economic region and province. */
  List<String> large(Place place, LocalDate day) {
    String region =
        regions.computeIfAbsent(place.provinceKey() + "/" + day, key -> region(place, day));
    return List.of("VN", region, place.provinceKey());
  }

  /** Key of the district, or of the commune since districts ended. */
  String smallest(Place place) {
    String district = place.districtKey();
    return district == null ? place.communeKey() : district;
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
