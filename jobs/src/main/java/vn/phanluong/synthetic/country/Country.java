package vn.phanluong.synthetic.country;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToIntFunction;
import vn.phanluong.region.RegionHistory;
import vn.phanluong.synthetic.Draws;
import vn.phanluong.synthetic.Parameters;

/**
 * The schools and institutions of a made-up Việt Nam, in the real provinces, districts and
 * communes. The same seed and scale make the same country; no year it is asked for changes another.
 */
public final class Country {
  private final List<Province> provinces;
  private final List<List<Integer>> neighbours;
  private final List<School> schools;
  private final List<Institution> institutions;
  private final List<University> universities;
  private final Map<Level, List<List<School>>> schoolsOf = new EnumMap<>(Level.class);
  private final List<List<Institution>> institutionsOf;
  private final List<List<University>> universitiesOf;

  private Country(Parameters parameters, Draws draws, double scale) {
    RegionHistory history = RegionHistory.bundled();
    provinces = Provinces.of(history, parameters);
    neighbours = Provinces.neighbours(provinces);
    Ground ground = new Ground(history, provinces, parameters, draws);
    schools = new SchoolPlan(parameters, draws, ground, provinces, scale).schools();
    institutions =
        new InstitutionPlan(parameters, draws, ground, provinces, scale).institutions(schools);
    universities = new UniversityPlan(parameters, draws, ground, provinces, scale).universities();
    for (Level level : Level.values()) {
      schoolsOf.put(
          level,
          byOrigin(schools.stream().filter(each -> each.teaches(level)).toList(), School::origin));
    }
    institutionsOf = byOrigin(institutions, Institution::origin);
    universitiesOf = byOrigin(universities, University::origin);
  }

  /**
   * A country.
   *
   * @param scale 1 for the size of Việt Nam; smaller ones have fewer schools and smaller ones, but
   *     every province has a school of each kind
   */
  public static Country of(Parameters parameters, Draws draws, double scale) {
    return new Country(parameters, draws, scale);
  }

  private <T> List<List<T>> byOrigin(List<T> all, ToIntFunction<T> origin) {
    List<List<T>> groups = new ArrayList<>();
    provinces.forEach(province -> groups.add(new ArrayList<>()));
    all.forEach(each -> groups.get(origin.applyAsInt(each)).add(each));
    return groups.stream().map(List::copyOf).toList();
  }

  /** The 63 provinces of 2017 by code; the index is the origin. */
  public List<Province> provinces() {
    return provinces;
  }

  /** All schools that ever stand; the index is the number. */
  public List<School> schools() {
    return schools;
  }

  /** All vocational institutions; the index is the number. */
  public List<Institution> institutions() {
    return institutions;
  }

  /** All universities; the index is the number. */
  public List<University> universities() {
    return universities;
  }

  /** Schools of a province that teach a level, in the order of their numbers. */
  public List<School> schools(int origin, Level level) {
    return Objects.requireNonNull(schoolsOf.get(level)).get(origin);
  }

  /** Vocational institutions of a province, in the order of their numbers. */
  public List<Institution> institutions(int origin) {
    return institutionsOf.get(origin);
  }

  /** Universities of a province, in the order of their numbers; none in some. */
  public List<University> universities(int origin) {
    return universitiesOf.get(origin);
  }

  /** All other provinces, nearest first. */
  public List<Integer> neighbours(int origin) {
    return neighbours.get(origin);
  }
}
