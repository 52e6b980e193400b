package vn.phanluong.linking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/**
 * Expected figures were computed by a script of thirty lines of Python that knows nothing of this
 * program, from the declared start of version 1 and the counts below.
 */
class EstimationTest {
  private static final Offset<Double> CLOSE = within(2e-6);

  private static final Model DECLARED = Model.declared(LinkingParameters.bundled());

  private static final SortedMap<String, Long> PATTERNS =
      new TreeMap<>(
          Map.of(
              "0000000", 60L,
              "00010-0", 25L,
              "1002--0", 10L,
              "0403--1", 300L,
              "0413--2", 200L,
              "0-0--00", 5L,
              "0-0-1-0", 40L,
              "0-03--0", 30L));

  @Test
  void pairs_of_one_name_teach_m() {
    Model learned = Estimation.learned(PATTERNS, DECLARED, 0.5, 20, 200);
    assertThat(learned.m(Comparison.NAME))
        .containsExactly(new double[] {0.901342, 0.088658, 0.005, 0.005}, CLOSE);
    assertThat(learned.m(Comparison.BIRTH))
        .containsExactly(new double[] {0.997217, 0.000522, 0.001044, 0.000522, 0.000696}, CLOSE);
    assertThat(learned.m(Comparison.SEX)).containsExactly(new double[] {0.999172, 0.000828}, CLOSE);
    assertThat(learned.m(Comparison.HOME))
        .containsExactly(new double[] {0.650814, 0.237763, 0.102366, 0.009057}, CLOSE);
    assertThat(learned.m(Comparison.COMPLETION))
        .containsExactly(new double[] {0.98933, 0.01067}, CLOSE);
    assertThat(learned.m(Comparison.SCHOOL))
        .containsExactly(new double[] {0.995294, 0.004706}, CLOSE);
    assertThat(learned.m(Comparison.CODE))
        .containsExactly(new double[] {0.988407, 0.009937, 0.001656}, CLOSE);
    for (Comparison each : Comparison.ALL) {
      assertThat(learned.u(each)).containsExactly(DECLARED.u(each));
    }
  }

  @Test
  void few_pairs_change_little_and_none_change_nothing() {
    Model learned = Estimation.learned(new TreeMap<>(), DECLARED, 0.5, 20, 200);
    for (Comparison each : Comparison.ALL) {
      assertThat(learned.m(each)).containsExactly(DECLARED.m(each), within(1e-9));
    }
  }

  /** (1000 × 0.0005 + 2) / 2000 and so on. */
  @Test
  void random_pairs_teach_u() {
    SortedMap<String, Long> strangers =
        new TreeMap<>(Map.of("3410--0", 2L, "3403--0", 998L, "34--0-0", 500L));
    assertThat(Estimation.shares(strangers, Comparison.HOME, DECLARED.u(Comparison.HOME), 1000))
        .containsExactly(new double[] {0.00125, 0.0015, 0.015, 0.98225}, CLOSE);
  }

  /** log2(0.95/0.001) + log2(0.984/0.001) + log2(0.995/0.5) + log2(0.12/0.003) and so on. */
  @Test
  void a_weight_is_the_sum_of_the_bits_of_each_comparison() {
    assertThat(DECLARED.weight("0001000", 0.001)).isCloseTo(38.995886, CLOSE);
    assertThat(DECLARED.weight("241---1", 0.001)).isCloseTo(-13.962173, CLOSE);
    assertThat(DECLARED.weight("-------", 0.001)).isZero();
  }

  @Test
  void a_rare_name_tells_more() {
    assertThat(DECLARED.weight("0000000", 0.0001) - DECLARED.weight("0000000", 0.0016))
        .as("16 times rarer, 4 bits more")
        .isCloseTo(4, CLOSE);
    assertThat(DECLARED.weight("2000000", 0.0001))
        .as("a similar name is no agreed one")
        .isEqualTo(DECLARED.weight("2000000", 0.0016));
  }

  @Test
  void the_declared_start_sums_to_one() {
    LinkingParameters parameters = LinkingParameters.bundled();
    for (Comparison each : Comparison.ALL) {
      for (String kind : new String[] {"m", "u"}) {
        double sum = 0;
        for (String level : each.levels()) {
          sum +=
              parameters.of(
                  kind + "_" + each.name().toLowerCase(java.util.Locale.ROOT) + "_" + level);
        }
        assertThat(sum).as(kind + " " + each).isCloseTo(1, within(1e-9));
      }
    }
  }
}
