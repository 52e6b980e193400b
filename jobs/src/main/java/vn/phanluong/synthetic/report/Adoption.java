package vn.phanluong.synthetic.report;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import vn.phanluong.synthetic.Draws;
import vn.phanluong.synthetic.Parameters;
import vn.phanluong.synthetic.country.Country;
import vn.phanluong.synthetic.country.Institution;
import vn.phanluong.synthetic.country.Place;
import vn.phanluong.synthetic.country.School;

/** Who reports persons since when, who reports by district, and who does not answer. */
public final class Adoption {
  private final Draws draws;
  private final int[] personsFrom;
  private final boolean[] byDistrict;
  private final boolean[] twoAgencies;
  private final double silentSchool;
  private final double silentInstitution;
  private final Map<String, Integer> leads = new HashMap<>();

  public Adoption(Country country, Draws draws, Parameters parameters) {
    this.draws = draws;
    int provinces = country.provinces().size();
    personsFrom = new int[provinces];
    byDistrict = new boolean[provinces];
    twoAgencies = new boolean[provinces];
    for (int origin = 0; origin < provinces; origin++) {
      double share = draws.share("adoption", origin);
      personsFrom[origin] =
          parameters.table("reports_persons_by").entrySet().stream()
              .filter(entry -> share < entry.getValue())
              .mapToInt(entry -> Integer.parseInt(entry.getKey()))
              .min()
              .orElse(2026);
      byDistrict[origin] =
          draws.share("by district", origin) < parameters.of("provinces_reporting_by_district");
      twoAgencies[origin] =
          draws.share("two agencies", origin) < parameters.of("provinces_with_two_agencies");
    }
    silentSchool = parameters.of("silent_schools");
    silentInstitution = parameters.of("silent_institutions");
    for (School school : country.schools()) {
      for (int year = 2016; year <= 2036; year++) {
        Place place = school.place(LocalDate.of(year, 9, 30));
        leads.merge(place.provinceKey(), place.origin(), Math::min);
      }
    }
  }

  /** Whether the schools of a province are reported person by person for a year. */
  public boolean isPersonal(int origin, int year) {
    return personsFrom[origin] <= year;
  }

  /** Whether counts come as well: before persons, and for comparison in the first two years. */
  public boolean isCounted(int origin, int year) {
    return year < personsFrom[origin] + 2;
  }

  /** Institutions follow a year later in some provinces. */
  public boolean isPersonalTraining(Institution institution, int year) {
    int lag = draws.share("training lag", institution.origin()) < 0.4 ? 1 : 0;
    return personsFrom[institution.origin()] + lag <= year;
  }

  boolean reportsByDistrict(int origin) {
    return byDistrict[origin];
  }

  boolean hasTwoAgencies(int origin) {
    return twoAgencies[origin];
  }

  /** A school that sends nothing for a year. */
  public boolean isSilent(School school, int year) {
    return draws.share("silent school", school.number(), year) < silentSchool;
  }

  /**
   * An institution that sends nothing; those that lose many answer less, so silence tells
   * something.
   */
  public boolean isSilent(Institution institution, int year) {
    double rate = silentInstitution * Math.exp(institution.loss());
    return draws.share("silent institution", institution.number(), year) < rate;
  }

  /** The province that reports a place. */
  Address.Reporter province(Place place) {
    return new Address.Reporter(
        place.provinceKey(), Objects.requireNonNull(leads.get(place.provinceKey())));
  }

  /** The district or commune in provinces that report by them, else the province. */
  Address.Reporter smallest(Place place) {
    Address.Reporter province = province(place);
    if (!byDistrict[place.origin()]) {
      return province;
    }
    String district = place.districtKey();
    return new Address.Reporter(district == null ? place.communeKey() : district, province.lead());
  }
}
