package vn.phanluong.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.phanluong.indicator.TargetTest.Outcome;

/** Every target is a floor; how it is compared hangs on who set it and what is printed. */
class TargetTestTest {
  private static final BigDecimal TOLERANCE = new BigDecimal("2.5");

  @ParameterizedTest
  @CsvSource({
    "registered, =, 27.92, 2, printed_precision",
    "registered, ≥, 27.5, 1, printed_precision",
    "registered, =, 100, 0, exact_count",
    "policy_milestone, ≥, 30, 0, exact_count",
    "policy_milestone, >, 15, 0, exact_count",
    "policy_milestone, =, 40, 0, exact_count",
    "policy_milestone, =, 27.92, 2, exact_count",
    "policy_milestone, ~, 55, 0, tolerance"
  })
  void the_kind_of_target_decides_how_it_is_compared(
      String kind, String operator, BigDecimal value, int decimals, String test) {
    assertThat(TargetTest.of(kind, operator, value, decimals, TOLERANCE).kind()).isEqualTo(test);
  }

  @ParameterizedTest
  @CsvSource({
    // 37.8698 % is printed 37,87; 37.865 % is rounded up; 37.8649 % is not.
    "1280, 3380, 37.87, MET",
    "7573, 20000, 37.87, MET",
    "378649, 1000000, 37.87, NOT_MET",
    "1279, 3380, 37.87, NOT_MET",
    "27, 27, 100.00, MET",
    "0, 5, 0.00, MET"
  })
  void a_registered_value_is_compared_as_it_would_be_printed(
      long count, long all, BigDecimal value, Outcome outcome) {
    assertThat(TargetTest.of("registered", "=", value, 2, TOLERANCE).outcome(count, 0, 0, all))
        .isEqualTo(outcome);
  }

  @ParameterizedTest
  @CsvSource({
    "≥, 30, 300, 1000, MET",
    "≥, 30, 299999999, 1000000000, NOT_MET",
    "=, 40, 401, 1000, MET",
    "=, 40, 399, 1000, NOT_MET",
    ">, 15, 150, 1000, NOT_MET",
    ">, 15, 150000001, 1000000000, MET",
    "~, 55, 525, 1000, MET",
    "~, 55, 524, 1000, NOT_MET",
    "≥, 33.3333, 1, 3, MET",
    "≥, 33.3334, 1, 3, NOT_MET"
  })
  void a_policy_threshold_is_compared_with_counts_not_with_a_rounded_rate(
      String operator, BigDecimal value, long count, long all, Outcome outcome) {
    assertThat(
            TargetTest.of("policy_milestone", operator, value, 0, TOLERANCE)
                .outcome(count, 0, 0, all))
        .isEqualTo(outcome);
  }

  @ParameterizedTest
  @CsvSource({
    "300, 0, MET",
    "300, 500, MET",
    "290, 10, UNDECIDED",
    "290, 9, NOT_MET",
    "0, 1000, UNDECIDED"
  })
  void what_is_unknown_leaves_it_open_only_if_it_could_suffice(
      long count, long unknown, Outcome outcome) {
    TargetTest test = TargetTest.of("policy_milestone", "≥", new BigDecimal("30"), 0, TOLERANCE);
    assertThat(test.outcome(count, unknown, 0, 1000)).isEqualTo(outcome);
  }

  @Test
  void counts_of_the_size_of_a_nation_do_not_overflow() {
    TargetTest test = TargetTest.of("registered", "=", new BigDecimal("50.00"), 2, TOLERANCE);
    long half = Long.MAX_VALUE / 2;
    assertThat(test.outcome(half, 0, 0, half * 2)).isEqualTo(Outcome.MET);
  }
}
