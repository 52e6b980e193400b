package vn.phanluong.published;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;

/**
 * What is hidden cannot be computed from what is shown. That is checked apart, by exact elimination
 * over the persons themselves, which knows nothing of relations.
 */
class SuppressionLawsTest {
  private static final int COUNTRIES = 30;

  @Property(tries = COUNTRIES)
  void nothing_small_follows_from_what_is_shown(@ForAll long seed) {
    RandomCountry country = new RandomCountry(seed);
    List<Cell> cells = new ArrayList<>(country.cells.keySet());
    List<Boolean> hidden = Family.hidden(cells, country.sums);
    Span span = new Span();
    country.wholes.forEach(span::add);
    for (int i = 0; i < cells.size(); i++) {
      if (!hidden.get(i)) {
        span.add(told(country, cells.get(i)).numerator());
        span.add(told(country, cells.get(i)).unknown());
      }
    }
    for (int i = 0; i < cells.size(); i++) {
      Cell cell = cells.get(i);
      boolean isNumeratorTold = span.holds(told(country, cell).numerator());
      boolean isUnknownTold = span.holds(told(country, cell).unknown());
      if (cell.isSmall()) {
        assertThat(hidden.get(i)).as("hidden: %s", cell).isTrue();
        if (cell.denominator().signum() > 0) {
          assertThat(isNumeratorTold).as("told: %s", cell).isFalse();
          assertThat(isUnknownTold).as("unknown is told: %s", cell).isFalse();
        }
      } else if (hidden.get(i)) {
        assertThat(isNumeratorTold && isUnknownTold).as("hidden in vain: %s", cell).isFalse();
      }
    }
  }

  @Property(tries = COUNTRIES / 2)
  void the_order_in_which_figures_come_changes_nothing(@ForAll long seed) {
    RandomCountry country = new RandomCountry(seed);
    List<Cell> cells = new ArrayList<>(country.cells.keySet());
    List<Boolean> hidden = Family.hidden(cells, country.sums);
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      order.add(i);
    }
    Collections.shuffle(order, new Random(seed));
    assertThat(Family.hidden(order.stream().map(cells::get).toList(), country.sums))
        .isEqualTo(order.stream().map(hidden::get).toList());
  }

  /** A bridge between two circles: each relation has two hidden, and one of them is told. */
  @Test
  void several_relations_together_tell_a_figure() {
    List<Relation> relations =
        List.of(
            Relation.ofKnownTotal(new int[] {0, 1}),
            Relation.ofKnownTotal(new int[] {0, 2}),
            Relation.ofKnownTotal(new int[] {1, 2, 3}),
            Relation.ofKnownTotal(new int[] {1, 4}));
    BitSet hidden = new BitSet();
    hidden.set(0, 4);
    // With 4 shown 1 is, hence 0 and 2, hence 3.
    Disclosure disclosure = new Disclosure(relations, hidden);
    assertThat(disclosure.told().cardinality()).isEqualTo(4);
    Computations computations = new Computations(relations, disclosure, disclosure.told());
    for (int figure = 0; figure < 4; figure++) {
      assertThat(computations.of(figure).get(4)).as("%d is computed with 4", figure).isTrue();
    }
    computations.hide(4);
    for (int figure = 0; figure < 4; figure++) {
      assertThat(computations.has(figure)).as("%d without 4", figure).isFalse();
    }
    hidden.set(4);
    // One of 0, 1, 2, 4 stays free: nothing follows but sums.
    assertThat(new Disclosure(relations, hidden).told().isEmpty()).isTrue();
    // 0 + 1, 0 + 2 and 1 + 2 together tell all three, though two are hidden in each.
    List<Relation> odd =
        List.of(
            Relation.ofKnownTotal(new int[] {0, 1}),
            Relation.ofKnownTotal(new int[] {0, 2}),
            Relation.ofKnownTotal(new int[] {1, 2}));
    assertThat(new Disclosure(odd, hidden).told().cardinality()).isEqualTo(3);
  }

  private static RandomCountry.Told told(RandomCountry country, Cell cell) {
    return Objects.requireNonNull(country.cells.get(cell));
  }

  /** Vectors reduced to steps, in exact fractions. */
  private static final class Span {
    private final TreeMap<Integer, BigFraction[]> steps = new TreeMap<>();

    void add(BigFraction[] row) {
      BigFraction[] rest = rest(row);
      int first = first(rest);
      if (first >= 0) {
        BigFraction lead = rest[first];
        for (int i = 0; i < rest.length; i++) {
          rest[i] = rest[i].divide(lead);
        }
        steps.put(first, rest);
      }
    }

    boolean holds(BigFraction[] row) {
      return first(rest(row)) < 0;
    }

    private BigFraction[] rest(BigFraction[] row) {
      BigFraction[] rest = row.clone();
      steps.forEach(
          (at, step) -> {
            BigFraction factor = rest[at];
            if (!factor.equals(BigFraction.ZERO)) {
              for (int i = at; i < rest.length; i++) {
                rest[i] = rest[i].subtract(factor.multiply(step[i]));
              }
            }
          });
      return rest;
    }

    private static int first(BigFraction[] row) {
      for (int i = 0; i < row.length; i++) {
        if (!row[i].equals(BigFraction.ZERO)) {
          return i;
        }
      }
      return -1;
    }
  }
}
