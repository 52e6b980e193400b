package vn.phanluong.synthetic.country;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import vn.phanluong.region.Places;
import vn.phanluong.region.Region;
import vn.phanluong.region.RegionHistory;
import vn.phanluong.region.Succession;

/** Where a spot is on each day, against the history of units itself. */
class SpotsTest {
  private static final RegionHistory HISTORY = RegionHistory.bundled();
  private static final LocalDate LAST_OF_DISTRICTS = LocalDate.of(2025, 6, 30);
  private static final Country WHOLE = Countries.WHOLE;

  /**
   * Communes that people of a commune of 2017 may be in, by event: all successors, level by level.
   */
  private static final Map<String, Set<String>> REACHED = new HashMap<>();

  private static Set<String> reached(String home) {
    return REACHED.computeIfAbsent(
        home,
        any -> {
          Set<String> all = new HashSet<>(Set.of(home));
          List<String> next = List.of(home);
          while (!next.isEmpty()) {
            next =
                next.stream()
                    .flatMap(key -> HISTORY.after(key).stream())
                    .map(Succession::successor)
                    .filter(key -> key != null && all.add(key))
                    .toList();
          }
          return all;
        });
  }

  private static Set<LocalDate> days() {
    Set<LocalDate> days = new TreeSet<>(HISTORY.changes().tailSet(LocalDate.of(2017, 1, 1)));
    for (LocalDate day : List.copyOf(days)) {
      days.add(day.minusDays(1));
    }
    days.removeIf(day -> day.isBefore(LocalDate.of(2017, 1, 1)));
    days.add(LocalDate.of(2035, 9, 30));
    return days;
  }

  @Test
  void a_place_is_right_on_every_day_and_follows_from_the_commune_of_2017() {
    List<String> wrong = new ArrayList<>();
    int checked = 0;
    for (LocalDate day : days()) {
      Set<Place> places = new HashSet<>();
      for (School school : WHOLE.schools()) {
        Place place = school.place(day);
        places.add(place);
        if (place.origin() != school.origin()
            || !reached(school.spot(day).home()).contains(place.communeKey())) {
          wrong.add(day + " " + school.number() + " " + place);
        }
      }
      WHOLE.institutions().forEach(each -> places.add(each.place(day)));
      WHOLE.universities().forEach(each -> places.add(each.place(day)));
      places.stream()
          .filter(place -> !isRight(place, day))
          .forEach(it -> wrong.add(day + " " + it));
      checked += places.size();
    }
    assertThat(wrong).isEmpty();
    assertThat(checked).isGreaterThan(100_000);
  }

  private static boolean isRight(Place place, LocalDate day) {
    Region commune = Objects.requireNonNull(HISTORY.find(place.communeKey()));
    List<Region> lineage =
        HISTORY.lineageOn(commune, day).stream()
            .filter(unit -> !unit.level().equals(Places.SOCIO_ECONOMIC_REGION))
            .toList();
    boolean hasDistrict = !day.isAfter(LAST_OF_DISTRICTS);
    Region province = lineage.get(hasDistrict ? 2 : 1);
    return lineage.stream().allMatch(unit -> unit.isValidOn(day))
        && lineage.size() == (hasDistrict ? 4 : 3)
        && commune.name().equals(place.commune())
        && province.level().equals(Places.PROVINCE)
        && province.regionKey().equals(place.provinceKey())
        && province.name().equals(place.province())
        && Objects.equals(place.districtKey(), hasDistrict ? lineage.get(1).regionKey() : null)
        && Objects.equals(place.district(), hasDistrict ? lineage.get(1).name() : null);
  }

  @Test
  void a_school_moves_by_its_own_event_only_and_within_its_district() {
    for (School school : WHOLE.schools()) {
      Set<Integer> moves = new TreeSet<>();
      for (int year = 2016; year < 2035; year++) {
        LocalDate day = LocalDate.of(year + 1, 7, 1);
        Spot before = school.spot(day.minusDays(1));
        Spot after = school.spot(day);
        if (before != after) {
          moves.add(year + 1);
          LocalDate known = day.isAfter(LAST_OF_DISTRICTS) ? LAST_OF_DISTRICTS : day;
          assertThat(before.on(known).districtKey()).isEqualTo(after.on(known).districtKey());
          assertThat(before.on(day).communeKey()).isNotEqualTo(after.on(day).communeKey());
        }
      }
      assertThat(school.events().stream().filter(event -> event.code().equals("moved")))
          .extracting(event -> event.date().getYear())
          .containsExactlyElementsOf(moves);
    }
  }

  @Test
  void a_name_of_a_province_is_that_of_the_day() {
    School ofHue =
        WHOLE.schools().stream()
            .filter(school -> WHOLE.provinces().get(school.origin()).code().equals("46"))
            .findFirst()
            .orElseThrow();
    assertThat(ofHue.place(LocalDate.of(2024, 12, 31)).province()).isEqualTo("Tỉnh Thừa Thiên Huế");
    assertThat(ofHue.place(LocalDate.of(2025, 1, 1)).province()).isEqualTo("Thành phố Huế");
    School ofLongAn =
        WHOLE.schools().stream()
            .filter(school -> WHOLE.provinces().get(school.origin()).code().equals("80"))
            .findFirst()
            .orElseThrow();
    assertThat(ofLongAn.place(LAST_OF_DISTRICTS).province()).isEqualTo("Tỉnh Long An");
    assertThat(ofLongAn.place(LocalDate.of(2025, 7, 1)).province()).isEqualTo("Tỉnh Tây Ninh");
  }

  @Test
  void parts_of_divided_communes_have_schools_that_lean_opposite_ways() {
    Map<String, Map<String, Double>> leans = new TreeMap<>();
    Map<String, Set<Integer>> sides = new HashMap<>();
    for (School school : WHOLE.schools()) {
      Spot spot = school.spot(LAST_OF_DISTRICTS);
      String before = spot.on(LAST_OF_DISTRICTS).communeKey();
      String after = spot.on(LocalDate.of(2025, 7, 1)).communeKey();
      if (HISTORY.after(before).stream().filter(line -> line.share() == null).count() > 1) {
        leans
            .computeIfAbsent(before, any -> new TreeMap<>())
            .merge(after, school.lean(), Double::sum);
        sides.computeIfAbsent(after + before, any -> new HashSet<>()).add(spot.side());
      }
    }
    leans.values().removeIf(parts -> parts.size() < 2);
    assertThat(leans).hasSizeGreaterThan(100);
    assertThat(sides.values()).allMatch(of -> of.size() == 1 && !of.contains(0));
    long opposite =
        leans.values().stream()
            .filter(
                parts ->
                    parts.values().stream().anyMatch(lean -> lean > 0)
                        && parts.values().stream().anyMatch(lean -> lean < 0))
            .count();
    assertThat(opposite).isGreaterThan(leans.size() * 6L / 10);
  }
}
