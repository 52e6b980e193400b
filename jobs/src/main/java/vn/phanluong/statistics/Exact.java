package vn.phanluong.statistics;

import java.math.BigInteger;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;

/** Fractions of counts, without rounding. */
final class Exact {
  private Exact() {}

  static BigFraction ratio(long numerator, long denominator) {
    return new BigFraction(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
  }

  static BigFraction whole(long count) {
    return new BigFraction(BigInteger.valueOf(count));
  }

  /** Sums by halves: denominators grow with every step, so most steps should be of short ones. */
  static BigFraction sum(List<BigFraction> terms) {
    int half = terms.size() / 2;
    return switch (terms.size()) {
      case 0 -> BigFraction.ZERO;
      case 1 -> terms.get(0);
      default -> sum(terms.subList(0, half)).add(sum(terms.subList(half, terms.size())));
    };
  }
}
