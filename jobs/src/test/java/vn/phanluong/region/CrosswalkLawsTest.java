package vn.phanluong.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What holds of any history of units, whatever happened in it. */
class CrosswalkLawsTest {
  private static final int YEARS = 12;

  @Property(tries = 200)
  void people_are_where_moving_them_event_by_event_puts_them(
      @ForAll long seed, @ForAll @IntRange(max = YEARS) int year) {
    RandomHistory made = RandomHistory.of(seed, YEARS, true);
    Map<String, BigDecimal> people = people(made.units(0), seed);
    Map<String, BigDecimal> found = spread(people, walk(made, 0, year));
    assertThat(plain(found)).isEqualTo(plain(made.moved(people, year)));
  }

  @Property(tries = 200)
  void a_walk_over_years_is_the_product_of_its_parts(
      @ForAll long seed,
      @ForAll boolean sharesKnown,
      @ForAll @IntRange(max = YEARS) int from,
      @ForAll @IntRange(max = YEARS) int between,
      @ForAll @IntRange(max = YEARS) int to) {
    int[] years = {from, between, to};
    java.util.Arrays.sort(years);
    RandomHistory made = RandomHistory.of(seed, YEARS, sharesKnown);
    Crosswalk first = walk(made, years[0], years[1]);
    Crosswalk second = walk(made, years[1], years[2]);
    Crosswalk whole = walk(made, years[0], years[2]);
    for (String unit : made.units(years[0])) {
      Spread product = first.of(unit).then(second::of);
      assertThat(plain(product.settled())).isEqualTo(plain(whole.of(unit).settled()));
      assertThat(plain(product.unsettled())).isEqualTo(plain(whole.of(unit).unsettled()));
    }
  }

  @Property(tries = 200)
  void nobody_is_lost_and_nobody_counted_twice(
      @ForAll long seed,
      @ForAll boolean sharesKnown,
      @ForAll @IntRange(max = YEARS) int from,
      @ForAll @IntRange(max = YEARS) int to) {
    RandomHistory made = RandomHistory.of(seed, YEARS, sharesKnown);
    for (Crosswalk.Weights weights : weights(seed)) {
      Crosswalk walk =
          new Crosswalk(
              made.history(), RandomHistory.day(from), RandomHistory.day(to), 2000, weights);
      for (String unit : made.units(from)) {
        assertThat(walk.of(unit).total()).isEqualByComparingTo(BigDecimal.ONE);
        assertThat(made.units(to)).containsAll(walk.of(unit).units());
        Spread nation = walk.of(unit, Places.NATION);
        assertThat(nation.settled()).containsOnlyKeys("VN");
        assertThat(nation.isWhole()).isTrue();
      }
    }
  }

  @Property(tries = 200)
  void there_and_back_over_exact_events_is_where_one_began(
      @ForAll long seed, @ForAll @IntRange(max = YEARS) int year) {
    RandomHistory made = RandomHistory.of(seed, YEARS, true);
    Crosswalk there = walk(made, 0, year);
    Crosswalk back = walk(made, year, 0);
    Map<String, Integer> received = new TreeMap<>();
    made.units(0)
        .forEach(unit -> there.of(unit).units().forEach(to -> received.merge(to, 1, Integer::sum)));
    for (String unit : made.units(0)) {
      Spread spread = there.of(unit);
      String to = spread.units().iterator().next();
      if (spread.isWhole() && Integer.valueOf(1).equals(received.get(to))) {
        assertThat(back.of(to)).isEqualTo(Spread.whole(unit));
      }
    }
  }

  @Property(tries = 100)
  void parts_stay_parts(@ForAll long seed, @ForAll @IntRange(max = YEARS) int year) {
    RandomHistory made = RandomHistory.of(seed, YEARS, true);
    Map<String, BigDecimal> women = people(made.units(0), seed);
    Map<String, BigDecimal> men = people(made.units(0), seed + 1);
    Map<String, BigDecimal> all = new TreeMap<>(women);
    men.forEach((unit, count) -> all.merge(unit, count, BigDecimal::add));
    Crosswalk walk = walk(made, 0, year);
    Map<String, BigDecimal> movedWomen = spread(women, walk);
    Map<String, BigDecimal> both = new TreeMap<>(movedWomen);
    spread(men, walk).forEach((unit, count) -> both.merge(unit, count, BigDecimal::add));
    Map<String, BigDecimal> movedAll = spread(all, walk);
    assertThat(plain(both)).isEqualTo(plain(movedAll));
    movedWomen.forEach((unit, count) -> assertThat(count).isLessThanOrEqualTo(movedAll.get(unit)));
  }

  @Property(tries = 200)
  void twelve_decimals_still_sum_to_one(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int n) {
    Random random = new Random(seed);
    Map<Integer, BigDecimal> shares = new TreeMap<>();
    BigDecimal total = BigDecimal.ZERO;
    for (int i = 0; i < n; i++) {
      shares.put(i, BigDecimal.valueOf(1 + random.nextInt(1_000_000)));
      total = total.add(shares.get(i));
    }
    BigDecimal whole = total;
    shares.replaceAll((key, part) -> part.divide(whole, java.math.MathContext.DECIMAL64));
    Map<Integer, BigDecimal> cut = Shares.toOne(shares);
    assertThat(Spread.Sum.of(cut.values())).isEqualByComparingTo(BigDecimal.ONE);
    cut.forEach(
        (key, share) ->
            assertThat(share.subtract(shares.get(key)).abs())
                .isLessThan(new BigDecimal("0.0000000001")));
  }

  @Property(tries = 100)
  void a_history_made_right_has_no_flaw(@ForAll long seed, @ForAll boolean sharesKnown) {
    assertThat(HistoryCheck.of(RandomHistory.of(seed, YEARS, sharesKnown).history())).isEmpty();
  }

  private static List<Crosswalk.Weights> weights(long seed) {
    return List.of(
        Crosswalk.Weights.NONE,
        key -> BigDecimal.valueOf(1 + Math.floorMod(key.hashCode() + seed, 997)));
  }

  private static Crosswalk walk(RandomHistory made, int from, int to) {
    LocalDate start = RandomHistory.day(from);
    return new Crosswalk(
        made.history(), start, RandomHistory.day(to), 2000, Crosswalk.Weights.NONE);
  }

  private static Map<String, BigDecimal> people(List<String> units, long seed) {
    Random random = new Random(seed);
    Map<String, BigDecimal> people = new TreeMap<>();
    units.forEach(unit -> people.put(unit, BigDecimal.valueOf(random.nextInt(10_000))));
    return people;
  }

  private static Map<String, BigDecimal> spread(Map<String, BigDecimal> people, Crosswalk walk) {
    Map<String, BigDecimal> found = new TreeMap<>();
    people.forEach(
        (unit, count) ->
            walk.of(unit)
                .settled()
                .forEach((to, share) -> found.merge(to, count.multiply(share), BigDecimal::add)));
    return found;
  }

  private static <K> Map<String, String> plain(Map<K, BigDecimal> counts) {
    Map<String, String> plain = new TreeMap<>();
    counts.forEach(
        (key, count) -> plain.put(key.toString(), count.stripTrailingZeros().toPlainString()));
    return plain;
  }
}
