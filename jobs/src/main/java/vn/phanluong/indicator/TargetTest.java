package vn.phanluong.indicator;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * Tests a count against a target. Every target of the plans is a floor, whatever operator is
 * written.
 *
 * <ul>
 *   <li>A policy threshold is tested on exact counts: «trên» (>) strictly, «khoảng» (~) less a
 *       declared tolerance, any other at least.
 *   <li>A registered value printed with decimals is itself a rounded count, so it is compared at
 *       its printed precision.
 * </ul>
 *
 * @param kind how it was compared: exact_count, tolerance or printed_precision
 * @param threshold the value as printed, in percent
 */
record TargetTest(String kind, BigDecimal threshold, boolean isStrict, int decimals) {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** What is known decides, or leaves open, whether the target is met. */
  enum Outcome {
    MET,
    NOT_MET,
    UNDECIDED
  }

  /**
   * The test for a target.
   *
   * @param targetKind policy_milestone or registered
   * @param operator as written: ≥, >, = or ~
   * @param value as printed, percent
   * @param tolerance what «khoảng» (about) allows below the value, in percentage points
   */
  static TargetTest of(
      String targetKind, String operator, BigDecimal value, int decimals, BigDecimal tolerance) {
    if (targetKind.equals("registered") && decimals > 0) {
      return new TargetTest("printed_precision", value, operator.equals(">"), decimals);
    }
    if (operator.equals("~")) {
      return new TargetTest("tolerance", value.subtract(tolerance), false, -1);
    }
    return new TargetTest("exact_count", value, operator.equals(">"), -1);
  }

  /**
   * The outcome for a place.
   *
   * @param numerator persons known to count
   * @param unknown persons who may count
   * @param silent persons who may belong to the whole, and may count
   * @param denominator all persons known, above 0
   */
  Outcome outcome(long numerator, long unknown, long silent, long denominator) {
    if (reaches(numerator, denominator + silent)) {
      return Outcome.MET;
    }
    return reaches(numerator + unknown + silent, denominator + silent)
        ? Outcome.UNDECIDED
        : Outcome.NOT_MET;
  }

  private boolean reaches(long count, long denominator) {
    int order;
    if (decimals >= 0) {
      BigDecimal rounded =
          new BigDecimal(BigInteger.valueOf(count).multiply(BigInteger.valueOf(100)))
              .divide(BigDecimal.valueOf(denominator), decimals, RoundingMode.HALF_UP);
      order = rounded.compareTo(threshold);
    } else {
      order =
          BigDecimal.valueOf(count)
              .multiply(HUNDRED)
              .compareTo(threshold.multiply(BigDecimal.valueOf(denominator)));
    }
    return isStrict ? order > 0 : order >= 0;
  }
}
