package vn.phanluong.statistics;

import java.math.BigInteger;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * A rate as the two counts it is of. An apparent rate may pass 1, so the numerator may exceed the
 * denominator; what needs a proportion asks {@link #isProportion}. A negative count is refused.
 */
public record Counts(long numerator, long denominator) {

  public Counts {
    if (numerator < 0 || denominator < 0) {
      throw new IllegalArgumentException("Negative count: " + numerator + "/" + denominator);
    }
  }

  /** True if it is some of some. */
  public boolean isProportion() {
    return denominator > 0 && numerator <= denominator;
  }

  /** The rate, 0 to 1 for a proportion; not a number if nobody is counted. */
  public double value() {
    return (double) numerator / denominator;
  }

  /** True if the rate is the higher, exactly: 1/3 is not above 2/6. */
  boolean isAbove(Counts other) {
    return times(numerator, other.denominator).compareTo(times(other.numerator, denominator)) > 0;
  }

  /** The rate as many times, exactly; it may pass 1. */
  Counts times(long factor) {
    return new Counts(Math.multiplyExact(numerator, factor), denominator);
  }

  /** Both together. */
  public Counts plus(Counts other) {
    return new Counts(
        Math.addExact(numerator, other.numerator), Math.addExact(denominator, other.denominator));
  }

  /** The difference of the rates; in both someone must be counted. */
  public BigFraction minus(Counts other) {
    return exact().subtract(other.exact());
  }

  /** The rate; someone must be counted. */
  BigFraction exact() {
    return Exact.ratio(numerator, denominator);
  }

  private static BigInteger times(long one, long other) {
    return BigInteger.valueOf(one).multiply(BigInteger.valueOf(other));
  }
}
