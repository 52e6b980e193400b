package vn.phanluong.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalsTest {
  private static final Offset<Double> FOUR_DECIMALS = within(0.00005);

  /** Newcombe 1998, Statistics in Medicine 17:857-872, table I, row of method 3 (score). */
  @ParameterizedTest
  @CsvSource({
    "81, 263, 0.2553, 0.3662",
    "15, 148, 0.0624, 0.1605",
    "0, 20, 0.0000, 0.1611",
    "1, 29, 0.0061, 0.1718"
  })
  void wilson_is_method_3_of_newcombes_table_1(long n, long of, double lower, double upper) {
    Interval interval = Wilson.of(new Counts(n, of));
    assertThat(interval.lower()).isCloseTo(lower, FOUR_DECIMALS);
    assertThat(interval.upper()).isCloseTo(upper, FOUR_DECIMALS);
  }

  /** Computed by statsmodels 0.15, {@code proportion_confint(..., method='wilson')}. */
  @ParameterizedTest
  @CsvSource({
    "81, 263, 0.99, 0.24013690268760773, 0.38528250231822986",
    "15, 148, 0.90, 0.06744326224687144, 0.14957293174640032",
    "280000, 1000000, 0.95, 0.27912082475570515, 0.2808808654796831"
  })
  void wilson_agrees_with_statsmodels(
      long n, long of, double confidence, double lower, double upper) {
    Interval interval = Wilson.of(new Counts(n, of), confidence);
    assertThat(interval.lower()).isCloseTo(lower, within(1e-9));
    assertThat(interval.upper()).isCloseTo(upper, within(1e-9));
  }

  /** Newcombe 1998, Statistics in Medicine 17:873-890, table II, row of method 10, (a) to (h). */
  @ParameterizedTest
  @CsvSource({
    "56/70, 48/80, 0.0524, 0.3339",
    "9/10, 3/10, 0.1705, 0.8090",
    "6/7, 2/7, 0.0582, 0.8062",
    "5/56, 0/29, -0.0381, 0.1926",
    "0/10, 0/20, -0.1611, 0.2775",
    "0/10, 0/10, -0.2775, 0.2775",
    "10/10, 0/20, 0.6791, 1.0000",
    "10/10, 0/10, 0.6075, 1.0000"
  })
  void difference_is_method_10_of_newcombes_table_2(
      String one, String other, double lower, double upper) {
    Interval interval = Newcombe.ofDifference(counts(one), counts(other));
    assertThat(interval.lower()).isCloseTo(lower, FOUR_DECIMALS);
    assertThat(interval.upper()).isCloseTo(upper, FOUR_DECIMALS);
  }

  @Property
  void limits_hold_the_rate_and_stay_between_0_and_1(
      @ForAll @LongRange(max = 5000) long one, @ForAll @LongRange(max = 5000) long other) {
    Counts counts = new Counts(one, one + other + 1);
    Interval interval = Wilson.of(counts);
    assertThat(interval.lower()).isBetween(0.0, counts.value());
    assertThat(interval.upper()).isBetween(counts.value(), 1.0);
  }

  @Property
  void swapping_the_places_turns_the_interval_of_their_difference_over(
      @ForAll @LongRange(max = 500) long one, @ForAll @LongRange(max = 500) long other) {
    Counts first = new Counts(one, 500);
    Counts second = new Counts(other, 700);
    Interval difference = Newcombe.ofDifference(first, second);
    Interval swapped = Newcombe.ofDifference(second, first);
    assertThat(swapped.lower()).isEqualTo(-difference.upper());
    assertThat(swapped.upper()).isEqualTo(-difference.lower());
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "11, 10"})
  void what_is_no_proportion_has_no_interval(long n, long of) {
    assertThatThrownBy(() -> Wilson.of(new Counts(n, of)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Not a proportion");
  }

  private static Counts counts(String fraction) {
    int bar = fraction.indexOf('/');
    return new Counts(
        Long.parseLong(fraction, 0, bar, 10),
        Long.parseLong(fraction, bar + 1, fraction.length(), 10));
  }
}
