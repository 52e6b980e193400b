package vn.phanluong.synthetic.life;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import vn.phanluong.synthetic.country.Country;
import vn.phanluong.synthetic.country.Institution;
import vn.phanluong.synthetic.country.Level;
import vn.phanluong.synthetic.country.School;
import vn.phanluong.synthetic.country.University;

/** Where one can go in a province: schools, courses, universities, each drawn by its size. */
final class Pools {
  /** A course of an institution. */
  record Seat(int institution, int course) {}

  private final Country country;
  private final List<Map<Level, Pool<School>>> schools = new ArrayList<>();
  private final List<Map<String, Pool<Seat>>> seats = new ArrayList<>();
  private final Pool<University> universities;

  Pools(Country country) {
    this.country = country;
    for (int origin = 0; origin < country.provinces().size(); origin++) {
      Map<Level, Pool<School>> byLevel = new HashMap<>();
      for (Level level : Level.values()) {
        byLevel.put(level, Pool.of(country.schools(origin, level), school -> school.intake(level)));
      }
      schools.add(byLevel);
      seats.add(seats(country.institutions(origin)));
    }
    universities = Pool.of(country.universities(), University::weight);
  }

  private static Map<String, Pool<Seat>> seats(List<Institution> institutions) {
    Map<String, List<Seat>> found = new HashMap<>();
    Map<Seat, Double> weights = new HashMap<>();
    for (Institution institution : institutions) {
      for (int i = 0; i < institution.courses().size(); i++) {
        Institution.Course course = institution.courses().get(i);
        Seat seat = new Seat(institution.number(), i);
        found.computeIfAbsent(course.level(), level -> new ArrayList<>()).add(seat);
        weights.put(seat, course.capacity() * institution.draw());
      }
    }
    Map<String, Pool<Seat>> pools = new HashMap<>();
    found.forEach(
        (level, list) -> pools.put(level, Pool.of(list, seat -> weights.getOrDefault(seat, 0.0))));
    return pools;
  }

  /** A school of the level in the province, that stands in the school year. */
  int school(int origin, Level level, int year, double share) {
    Pool<School> pool = schools.get(origin).get(level);
    if (pool == null || pool.isEmpty()) {
      throw new IllegalStateException("No " + level + " in province " + origin);
    }
    return pool.at(share).standsIn(year);
  }

  /** A course of the level in the province, or in the nearest that has one. */
  Seat seat(int origin, String level, double share) {
    Seat here = seatIn(origin, level, share);
    if (here != null) {
      return here;
    }
    for (int next : country.neighbours(origin)) {
      Seat there = seatIn(next, level, share);
      if (there != null) {
        return there;
      }
    }
    throw new IllegalStateException("No course of level " + level);
  }

  private @Nullable Seat seatIn(int origin, String level, double share) {
    Pool<Seat> pool = seats.get(origin).get(level);
    return pool == null ? null : pool.at(share);
  }

  University university(double share) {
    return universities.at(share);
  }

  /** One of the few nearest provinces. */
  int near(int origin, double share) {
    List<Integer> near = country.neighbours(origin);
    return near.get((int) (share * Math.min(4, near.size())));
  }

  /** Things with weights, by binary search. */
  private static final class Pool<T> {
    private final List<T> things;
    private final double[] upTo;

    private Pool(List<T> things, double[] upTo) {
      this.things = things;
      this.upTo = upTo;
    }

    static <T> Pool<T> of(List<T> things, ToDoubleFunction<T> weight) {
      double[] upTo = new double[things.size()];
      double sum = 0;
      for (int i = 0; i < upTo.length; i++) {
        sum += Math.max(1e-9, weight.applyAsDouble(things.get(i)));
        upTo[i] = sum;
      }
      return new Pool<>(things, upTo);
    }

    boolean isEmpty() {
      return things.isEmpty();
    }

    T at(double share) {
      double at = share * upTo[upTo.length - 1];
      int found = Arrays.binarySearch(upTo, at);
      return things.get(Math.min(things.size() - 1, found < 0 ? -found - 1 : found + 1));
    }
  }
}
