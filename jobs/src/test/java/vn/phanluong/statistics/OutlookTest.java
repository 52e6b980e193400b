package vn.phanluong.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutlookTest {

  /** Computed by statsmodels 0.15: OLS of the empirical logit, {@code summary_frame()}, expit. */
  @Test
  void projection_agrees_with_statsmodels() {
    Projection five =
        Projection.of(
                new TreeMap<>(
                    Map.of(
                        2018, new Counts(1200, 8000),
                        2019, new Counts(1350, 8100),
                        2020, new Counts(1500, 8050),
                        2021, new Counts(1660, 8200),
                        2022, new Counts(1900, 8300))),
                2025)
            .orElseThrow();
    isClose(five, 0.30125327, 0.28497982, 0.31804265);

    Projection small =
        Projection.of(
                new TreeMap<>(
                    Map.of(
                        2017, new Counts(0, 50),
                        2019, new Counts(3, 52),
                        2020, new Counts(2, 49),
                        2023, new Counts(8, 51))),
                2025)
            .orElseThrow();
    isClose(small, 0.36766383, 0.01105208, 0.9680007);
  }

  private static void isClose(Projection projection, double value, double lower, double upper) {
    assertThat(projection.value()).isCloseTo(value, within(1e-7));
    assertThat(projection.interval().lower()).isCloseTo(lower, within(1e-7));
    assertThat(projection.interval().upper()).isCloseTo(upper, within(1e-7));
  }

  @Test
  void three_years_are_not_projected() {
    Counts counts = new Counts(10, 100);
    assertThat(Projection.of(new TreeMap<>(Map.of(2021, counts, 2022, counts, 2023, counts)), 2025))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"22, 2023, 40, 2025, 9", "40, 2023, 40, 2025, 0", "41, 2026, 40, 2025, 0"})
  void pace_is_what_is_left_over_the_years_left(
      double value, int year, double target, int targetYear, double pace) {
    assertThat(Pace.needed(value, year, target, targetYear)).hasValue(pace);
  }

  @Test
  void no_pace_reaches_a_target_whose_year_is_over() {
    assertThat(Pace.needed(22, 2025, 40, 2025)).isEmpty();
  }

  /** One point a year, then 12 of 20,000 persons: 3 x 1.4826 points would be explained. */
  @Test
  void a_change_out_of_proportion_to_the_earlier_ones_is_a_jump() {
    Jump jump = Jump.of(years(20_000, 4000, 4200, 4400, 4600, 7000));
    assertThat(jump.verdict()).isEqualTo(Jump.Verdict.JUMP);
    assertThat(jump.reason()).contains("Thay đổi +12.00 điểm", "usually 1.00");
  }

  @Test
  void a_change_like_the_earlier_ones_is_explained() {
    assertThat(Jump.of(years(20_000, 4000, 4200, 4400, 4600, 5300)).verdict())
        .isEqualTo(Jump.Verdict.EXPLAINED);
  }

  /** Up and down by 6 points each year: up to 26.7 are within 3 deviations. */
  @Test
  void history_that_swings_explains_a_swing() {
    assertThat(Jump.of(years(20_000, 4000, 5200, 4000, 5200, 7600)).verdict())
        .isEqualTo(Jump.Verdict.EXPLAINED);
  }

  /** The same 12 points, of 50 persons: from -6 to +29 points by chance. */
  @Test
  void chance_explains_a_change_of_a_small_place() {
    assertThat(Jump.of(years(50, 10, 10, 11, 11, 17)).verdict()).isEqualTo(Jump.Verdict.EXPLAINED);
  }

  /** The median of 1, 15 and 1 points is 1: a jump before hides none now. */
  @Test
  void one_odd_year_before_hides_no_jump() {
    assertThat(Jump.of(years(20_000, 4000, 4200, 7200, 7400, 9800)).verdict())
        .isEqualTo(Jump.Verdict.JUMP);
  }

  @Test
  void four_years_are_too_few_for_a_verdict() {
    Jump jump = Jump.of(years(20_000, 4000, 4200, 4400, 9000));
    assertThat(jump.verdict()).isEqualTo(Jump.Verdict.TOO_FEW_YEARS);
    assertThat(jump.reason()).contains("mới có 4", "Fewer than 5");
  }

  private static List<Counts> years(long denominator, long... numerators) {
    return LongStream.of(numerators).mapToObj(it -> new Counts(it, denominator)).toList();
  }
}
