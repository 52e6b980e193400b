package vn.phanluong.statistics;

/**
 * The hybrid score interval of a difference of two independent proportions: method 10 of Newcombe
 * 1998, Statistics in Medicine 17:873-890. It squares and adds the distances to Wilson's limits.
 */
public final class Newcombe {
  private Newcombe() {}

  /**
   * The 95 % interval of {@code one - other}.
   *
   * @throws IllegalArgumentException if either is no proportion
   */
  public static Interval ofDifference(Counts one, Counts other) {
    return ofDifference(one.value(), Wilson.of(one), other.value(), Wilson.of(other));
  }

  /** The same where Wilson's intervals are at hand. */
  static Interval ofDifference(double one, Interval ofOne, double other, Interval ofOther) {
    double difference = one - other;
    return new Interval(
        difference - Math.hypot(one - ofOne.lower(), ofOther.upper() - other),
        difference + Math.hypot(ofOne.upper() - one, other - ofOther.lower()));
  }
}
