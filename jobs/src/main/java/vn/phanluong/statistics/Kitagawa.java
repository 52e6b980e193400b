package vn.phanluong.statistics;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * The change of a rate between two years, parted exactly (Kitagawa 1955, JASA 50:1168-1194). With
 * n, d the counts of a part, r = n/d, and C the parts that have a denominator in both years:
 *
 * <pre>
 *   R  = Σ n / Σ d over all parts     Rc = Σ n / Σ d over C     w = d / Σ d over C
 *   coverage = (R₂ - Rc₂) - (R₁ - Rc₁)            what entered or left the sum
 *   mix      = Σ (w₂ - w₁) (r₁ + r₂)/2 over C     persons moved between high and low parts
 *   rate     = Σ (r₂ - r₁) (w₁ + w₂)/2 over C     the parts' own rates changed
 *   R₂ - R₁  = coverage + mix + rate
 * </pre>
 *
 * <p>With no part in common nothing can be compared, and the whole change is coverage (Rc = 0). All
 * are fractions of 1.
 */
public final class Kitagawa {
  private final List<String> common;
  private final Year before;
  private final Year after;

  private Kitagawa(Map<String, Counts> before, Map<String, Counts> after) {
    this.common =
        before.keySet().stream()
            .filter(it -> isCounted(before, it) && isCounted(after, it))
            .sorted()
            .toList();
    this.before = Year.of(before, common);
    this.after = Year.of(after, common);
  }

  /**
   * Parts a change by the counts of each part in each year; a part that did not report is absent.
   *
   * @throws IllegalArgumentException if nobody is counted in one of the years
   */
  public static Kitagawa of(Map<String, Counts> before, Map<String, Counts> after) {
    return new Kitagawa(before, after);
  }

  /** The parts that have a denominator in both years, in order. */
  public List<String> compared() {
    return common;
  }

  /** The rate of the later year less that of the earlier. */
  public BigFraction change() {
    return after.rate().subtract(before.rate());
  }

  /** What parts bring that have figures in one year alone. */
  public BigFraction coverage() {
    return after.outside().subtract(before.outside());
  }

  /** What the moving of persons between the parts brings. */
  public BigFraction mix() {
    return Exact.sum(common.stream().map(this::mixOf).toList());
  }

  /** What the rates of the parts bring. */
  public BigFraction rate() {
    return Exact.sum(common.stream().map(this::rateOf).toList());
  }

  /**
   * What each part adds. Mix is measured from the mean rate of both years, (w₂ - w₁) ((r₁ + r₂)/2 -
   * (Rc₁ + Rc₂)/2): no sum changes, and it tells whether growth of this part raised the whole.
   * Coverage is (n - d Rc) / Σ d of the later year less that of the earlier.
   */
  public SortedMap<String, Contribution> byPart() {
    BigFraction none = BigFraction.ZERO;
    SortedMap<String, Contribution> parts = new TreeMap<>();
    TreeSet<String> all = new TreeSet<>(before.parts().keySet());
    all.addAll(after.parts().keySet());
    for (String part : all) {
      BigFraction coverage = after.broughtBy(part).subtract(before.broughtBy(part));
      parts.put(part, new Contribution(coverage, none, none));
    }
    for (String part : common) {
      parts.put(part, new Contribution(none, mixOf(part), rateOf(part)));
    }
    return parts;
  }

  private BigFraction mixOf(String part) {
    BigFraction rates = before.rateOf(part).add(after.rateOf(part));
    BigFraction means = before.rateOfCommon().add(after.rateOfCommon());
    return after
        .weightOf(part)
        .subtract(before.weightOf(part))
        .multiply(rates.subtract(means))
        .divide(BigInteger.TWO);
  }

  private BigFraction rateOf(String part) {
    return after
        .rateOf(part)
        .subtract(before.rateOf(part))
        .multiply(before.weightOf(part).add(after.weightOf(part)))
        .divide(BigInteger.TWO);
  }

  private static boolean isCounted(Map<String, Counts> year, String part) {
    Counts counts = year.get(part);
    return counts != null && counts.denominator() > 0;
  }

  /** One of the two years: its parts, the sum of all and of those in common. */
  private record Year(Map<String, Counts> parts, Counts all, Counts ofCommon) {
    private static final Counts NONE = new Counts(0, 0);

    static Year of(Map<String, Counts> parts, List<String> common) {
      Counts all = parts.values().stream().reduce(NONE, Counts::plus);
      if (all.denominator() == 0) {
        throw new IllegalArgumentException("A year without persons has no rate");
      }
      return new Year(parts, all, common.stream().map(parts::get).reduce(NONE, Counts::plus));
    }

    BigFraction rate() {
      return all.exact();
    }

    BigFraction rateOfCommon() {
      return ofCommon.denominator() == 0 ? BigFraction.ZERO : ofCommon.exact();
    }

    BigFraction outside() {
      return rate().subtract(rateOfCommon());
    }

    BigFraction rateOf(String part) {
      return parts.getOrDefault(part, NONE).exact();
    }

    BigFraction weightOf(String part) {
      return Exact.ratio(parts.getOrDefault(part, NONE).denominator(), ofCommon.denominator());
    }

    BigFraction broughtBy(String part) {
      Counts counts = parts.getOrDefault(part, NONE);
      return Exact.whole(counts.numerator())
          .subtract(rateOfCommon().multiply(BigInteger.valueOf(counts.denominator())))
          .divide(BigInteger.valueOf(all.denominator()));
    }
  }
}
