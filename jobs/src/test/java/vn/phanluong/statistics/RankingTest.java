package vn.phanluong.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import vn.phanluong.statistics.Ranking.Place;

class RankingTest {
  /** 40, 30, 20 and 10 % of 10,000 each: no chance confuses them. */
  @Test
  void large_places_far_apart_have_one_rank_each() {
    SortedMap<String, Standing> standings =
        Ranking.of(
            Map.of(
                "a", place(1000, 0, 10_000),
                "b", place(4000, 0, 10_000),
                "c", place(2000, 0, 10_000),
                "d", place(3000, 0, 10_000)));
    assertThat(standings)
        .isEqualTo(
            Map.of(
                "a", new Standing(4, 4, 4),
                "b", new Standing(1, 1, 1),
                "c", new Standing(3, 3, 3),
                "d", new Standing(2, 2, 2)));
  }

  /** 28 and 26 % of 150: the interval of the difference is from -8 to +12 points. */
  @Test
  void small_places_close_to_each_other_have_no_rank() {
    assertThat(Ranking.of(Map.of("a", place(42, 0, 150), "b", place(39, 0, 150))))
        .isEqualTo(Map.of("a", new Standing(null, 1, 2), "b", new Standing(null, 1, 2)));
  }

  /** 20 % may be up to 60 with the unknown: nobody can say it is below 40. */
  @Test
  void unknown_destinations_widen_a_rank() {
    assertThat(
            Ranking.of(
                Map.of(
                    "a", place(4000, 0, 10_000),
                    "b", place(2000, 4000, 10_000),
                    "c", place(1000, 0, 10_000))))
        .isEqualTo(
            Map.of(
                "a", new Standing(1, 1, 2),
                "b", new Standing(2, 1, 2),
                "c", new Standing(3, 3, 3)));
  }

  /** 40 % may be 20 without the disputed: nobody can say it is above 30. */
  @Test
  void disputed_persons_widen_a_rank() {
    assertThat(
            Ranking.of(
                Map.of(
                    "a", new Place(new Counts(4000, 10_000), 0, 2000, 0, 1),
                    "b", place(3000, 0, 10_000),
                    "c", place(1000, 0, 10_000))))
        .isEqualTo(
            Map.of(
                "a", new Standing(1, 1, 2),
                "b", new Standing(2, 1, 2),
                "c", new Standing(3, 3, 3)));
  }

  /**
   * 20 % of 10,000 may be 42.9 % of 14,000 if all the silent count, and 14.3 if none does: nobody
   * can say it is below 40, nor above 15.
   */
  @Test
  void pupils_of_silent_schools_widen_a_rank_both_ways() {
    assertThat(
            Ranking.of(
                Map.of(
                    "a", place(4000, 0, 10_000),
                    "b", new Place(new Counts(2000, 10_000), 0, 0, 4000, 1),
                    "c", place(1500, 0, 10_000),
                    "d", place(1000, 0, 10_000))))
        .isEqualTo(
            Map.of(
                "a", new Standing(1, 1, 2),
                "b", new Standing(null, 1, 3),
                "c", new Standing(3, 2, 3),
                "d", new Standing(4, 4, 4)));
  }

  @Test
  void equal_rates_share_a_rank() {
    assertThat(
            Ranking.of(
                Map.of(
                    "a", place(3000, 0, 10_000),
                    "b", place(1500, 0, 5000),
                    "c", place(1000, 0, 10_000))))
        .isEqualTo(
            Map.of(
                "a", new Standing(1, 1, 2),
                "b", new Standing(1, 1, 2),
                "c", new Standing(3, 3, 3)));
  }

  /** 30 % of a target of 50 is 60 %, and 20 % of one of 25 is 80 %. */
  @Test
  void a_low_rate_may_be_nearer_to_its_target() {
    assertThat(
            Ranking.of(
                Map.of(
                    "a", new Place(new Counts(3000, 10_000), 0, 0, 0, 50),
                    "b", new Place(new Counts(2000, 10_000), 0, 0, 0, 25))))
        .isEqualTo(Map.of("a", new Standing(2, 2, 2), "b", new Standing(1, 1, 1)));
  }

  /** Of 150 each, 28 % of 40 and 13 % of 20: 70 and 65 %, which chance may have made. */
  @Test
  void limits_divide_with_the_rates() {
    assertThat(
            Ranking.of(
                Map.of(
                    "a", new Place(new Counts(42, 150), 0, 0, 0, 40),
                    "b", new Place(new Counts(20, 150), 0, 0, 0, 20))))
        .isEqualTo(Map.of("a", new Standing(null, 1, 2), "b", new Standing(null, 1, 2)));
  }

  @Property
  void targets_in_another_unit_change_no_rank(
      @ForAll("places") Map<String, Place> places, @ForAll("factor") long factor) {
    Map<String, Place> scaled = new TreeMap<>();
    places.forEach(
        (key, it) ->
            scaled.put(
                key,
                new Place(
                    it.counts(), it.unknown(), it.disputed(), it.silent(), it.target() * factor)));
    assertThat(Ranking.of(scaled)).isEqualTo(Ranking.of(places));
  }

  @Provide
  Arbitrary<Long> factor() {
    return Arbitraries.longs().between(2, 10_000);
  }

  @Test
  void an_apparent_rate_above_1_has_no_rank() {
    assertThatThrownBy(() -> place(11, 0, 10)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> place(9, 2, 10)).isInstanceOf(IllegalArgumentException.class);
  }

  @Property
  void a_rank_lies_in_its_interval_and_follows_the_rate(
      @ForAll("places") Map<String, Place> places) {
    SortedMap<String, Standing> standings = Ranking.of(places);
    assertThat(standings.keySet()).isEqualTo(places.keySet());
    places.forEach(
        (key, place) -> {
          double rate = place.counts().value();
          int rank =
              1 + (int) places.values().stream().filter(it -> it.counts().value() > rate).count();
          assertThat(standings)
              .hasEntrySatisfying(
                  key,
                  standing -> {
                    assertThat(standing.rank()).isIn(rank, null);
                    assertThat(rank).isBetween(standing.best(), standing.worst());
                    assertThat(standing.worst()).isLessThanOrEqualTo(places.size());
                  });
        });
  }

  @Provide
  Arbitrary<Map<String, Place>> places() {
    Arbitrary<Place> place =
        Combinators.combine(
                Arbitraries.longs().between(0, 400),
                Arbitraries.longs().between(0, 40),
                Arbitraries.longs().between(1, 600))
            .as((n, unknown, others) -> place(n, unknown, n + unknown + others));
    return Arbitraries.maps(Arbitraries.of("A", "B", "C", "D", "E", "F", "G", "H"), place)
        .map(TreeMap::new);
  }

  private static Place place(long numerator, long unknown, long denominator) {
    return new Place(new Counts(numerator, denominator), unknown, 0, 0, 1);
  }
}
