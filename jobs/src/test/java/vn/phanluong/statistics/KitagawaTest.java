package vn.phanluong.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.math3.fraction.BigFraction;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class KitagawaTest {
  private static final BigFraction ZERO = BigFraction.ZERO;

  /**
   * Household headship rates of the United States by age group, 1970 and 1985: example 5.1 of Das
   * Gupta 1993, Standardization and decomposition of rates (U.S. Bureau of the Census, P23-186), as
   * the documentation of the R package DasGuptR gives it. With one factor, his formula is
   * Kitagawa's.
   */
  @Test
  void change_of_headship_rates_is_parted_as_published() {
    double[] size1970 = {12.9, 10.9, 9.5, 8.0, 7.8, 8.4, 8.6, 7.8, 7.0, 5.9, 4.7, 3.6, 4.9};
    double[] rate1970 = {
      1.9, 25.8, 45.7, 49.6, 51.2, 51.6, 51.8, 54.9, 58.7, 60.4, 62.8, 66.6, 66.8
    };
    double[] size1985 = {10.1, 11.2, 11.6, 10.9, 9.4, 7.7, 6.3, 6.0, 6.3, 5.9, 5.1, 4.0, 5.5};
    double[] rate1985 = {
      2.2, 24.3, 45.8, 52.5, 56.1, 55.6, 56.0, 57.4, 57.2, 61.2, 63.9, 68.6, 72.2
    };

    Kitagawa parted = Kitagawa.of(ages(size1970, rate1970), ages(size1985, rate1985));

    Offset<Double> printed = within(0.00005);
    assertThat(100 * parted.change().doubleValue()).isCloseTo(47.6940 - 44.7268, printed);
    assertThat(100 * parted.mix().doubleValue()).isCloseTo(1.2269, printed);
    assertThat(100 * parted.rate().doubleValue()).isCloseTo(1.7403, printed);
    assertThat(parted.coverage()).isEqualTo(ZERO);
  }

  /** From 20 to 32.5 %: A rose by 10 points, B with 30 % left, C with 45 % came. */
  @Test
  void what_left_and_came_is_coverage() {
    Kitagawa parted =
        Kitagawa.of(
            Map.of("A", new Counts(10, 100), "B", new Counts(30, 100)),
            Map.of("A", new Counts(20, 100), "C", new Counts(45, 100)));
    assertThat(parted.change()).isEqualTo(new BigFraction(125, 1000));
    assertThat(parted.coverage()).isEqualTo(new BigFraction(25, 1000));
    assertThat(parted.mix()).isEqualTo(ZERO);
    assertThat(parted.rate()).isEqualTo(new BigFraction(100, 1000));
    assertThat(parted.byPart().get("B"))
        .isEqualTo(new Contribution(new BigFraction(-100, 1000), ZERO, ZERO));
    assertThat(parted.byPart().get("C"))
        .isEqualTo(new Contribution(new BigFraction(125, 1000), ZERO, ZERO));
  }

  /** The part of the low rate grew from 1/4 to 1/2: the rates stand still, the whole falls. */
  @Test
  void growth_of_a_part_of_low_rate_lowers_the_whole() {
    Kitagawa parted =
        Kitagawa.of(
            Map.of("high", new Counts(30, 75), "low", new Counts(5, 25)),
            Map.of("high", new Counts(20, 50), "low", new Counts(10, 50)));
    assertThat(parted.rate()).isEqualTo(ZERO);
    assertThat(parted.mix()).isEqualTo(new BigFraction(-5, 100));
    assertThat(parted.byPart())
        .hasEntrySatisfying("low", it -> assertThat(it.mix()).isLessThan(ZERO));
  }

  @Test
  void without_a_part_in_common_all_is_coverage() {
    Kitagawa parted = Kitagawa.of(Map.of("A", new Counts(1, 10)), Map.of("B", new Counts(3, 10)));
    assertThat(parted.coverage()).isEqualTo(new BigFraction(2, 10));
    assertThat(parted.mix()).isEqualTo(ZERO);
    assertThat(parted.rate()).isEqualTo(ZERO);
  }

  @Test
  void a_year_without_persons_is_refused() {
    Map<String, Counts> some = Map.of("A", new Counts(1, 10));
    Map<String, Counts> none = Map.of("A", new Counts(0, 0));
    assertThatThrownBy(() -> Kitagawa.of(some, none)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Kitagawa.of(none, some)).isInstanceOf(IllegalArgumentException.class);
  }

  @Property
  void components_add_up_to_the_change(
      @ForAll("years") Map<String, Counts> before, @ForAll("years") Map<String, Counts> after) {
    Kitagawa parted = Kitagawa.of(before, after);
    assertThat(parted.coverage().add(parted.mix()).add(parted.rate())).isEqualTo(parted.change());
  }

  @Property
  void parts_add_up_to_the_components(
      @ForAll("years") Map<String, Counts> before, @ForAll("years") Map<String, Counts> after) {
    Kitagawa parted = Kitagawa.of(before, after);
    Contribution sum = new Contribution(ZERO, ZERO, ZERO);
    for (Contribution each : parted.byPart().values()) {
      sum =
          new Contribution(
              sum.coverage().add(each.coverage()),
              sum.mix().add(each.mix()),
              sum.rate().add(each.rate()));
    }
    assertThat(sum).isEqualTo(new Contribution(parted.coverage(), parted.mix(), parted.rate()));
  }

  @Property
  void no_change_has_no_components(@ForAll("years") Map<String, Counts> year) {
    assertThat(Kitagawa.of(year, year).byPart().values())
        .containsOnly(new Contribution(ZERO, ZERO, ZERO));
  }

  @Property
  void swapping_the_years_flips_the_signs(
      @ForAll("years") Map<String, Counts> before, @ForAll("years") Map<String, Counts> after) {
    Kitagawa parted = Kitagawa.of(before, after);
    Kitagawa swapped = Kitagawa.of(after, before);
    assertThat(swapped.coverage()).isEqualTo(parted.coverage().negate());
    assertThat(swapped.mix()).isEqualTo(parted.mix().negate());
    assertThat(swapped.rate()).isEqualTo(parted.rate().negate());
  }

  @Property
  void order_of_the_parts_changes_nothing(
      @ForAll("years") Map<String, Counts> before, @ForAll("years") Map<String, Counts> after) {
    Kitagawa parted = Kitagawa.of(before, after);
    Kitagawa turned = Kitagawa.of(turned(before), turned(after));
    assertThat(turned.coverage()).isEqualTo(parted.coverage());
    assertThat(turned.mix()).isEqualTo(parted.mix());
    assertThat(turned.rate()).isEqualTo(parted.rate());
  }

  /** Counts of up to eight parts, some of which nobody is in, and rates that may pass 1. */
  @Provide
  Arbitrary<Map<String, Counts>> years() {
    Arbitrary<Counts> counts =
        Combinators.combine(
                Arbitraries.longs().between(0, 3000), Arbitraries.longs().between(0, 2000))
            .as(Counts::new);
    return Arbitraries.maps(Arbitraries.of("A", "B", "C", "D", "E", "F", "G", "H"), counts)
        .filter(it -> it.values().stream().anyMatch(each -> each.denominator() > 0));
  }

  private static Map<String, Counts> turned(Map<String, Counts> year) {
    Map<String, Counts> turned = new TreeMap<>();
    year.forEach(
        (part, counts) -> turned.put(String.valueOf((char) ('Z' - part.charAt(0))), counts));
    return turned;
  }

  /** Percentages of one decimal as counts: 12.9 % of whom 1.9 % are 129 x 19 of 129 x 1000. */
  private static Map<String, Counts> ages(double[] size, double[] rate) {
    Map<String, Counts> ages = new TreeMap<>();
    for (int i = 0; i < size.length; i++) {
      long persons = Math.round(size[i] * 10);
      ages.put("age " + i, new Counts(persons * Math.round(rate[i] * 10), persons * 1000));
    }
    return ages;
  }
}
