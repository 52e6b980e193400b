package vn.phanluong.statistics;

import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * The score interval of a proportion without continuity correction: Wilson 1927, JASA 22:209-212;
 * method 3 of Newcombe 1998, Statistics in Medicine 17:857-872. A full count has no sampling error:
 * the interval speaks of the chance variation of a small place.
 */
public final class Wilson {
  /** The 0.975 quantile of the standard normal distribution. */
  static final double Z95 = 1.959963984540054;

  private Wilson() {}

  /** The 95 % interval. */
  public static Interval of(Counts proportion) {
    return withQuantile(proportion, Z95);
  }

  /**
   * The interval of a confidence above 0 and below 1.
   *
   * @throws IllegalArgumentException if the counts are of no proportion
   */
  public static Interval of(Counts proportion, double confidence) {
    return withQuantile(
        proportion, new NormalDistribution().inverseCumulativeProbability((1 + confidence) / 2));
  }

  static Interval withQuantile(Counts proportion, double z) {
    if (!proportion.isProportion()) {
      throw new IllegalArgumentException("Not a proportion: " + proportion);
    }
    double n = proportion.denominator();
    double p = proportion.value();
    double centre = p + z * z / (2 * n);
    double half = z * Math.sqrt(p * (1 - p) / n + z * z / (4 * n * n));
    double scale = 1 + z * z / n;
    // At the ends the limit is the end itself; the arithmetic misses it by a rounding.
    return new Interval(
        proportion.numerator() == 0 ? 0 : (centre - half) / scale,
        proportion.numerator() == proportion.denominator() ? 1 : (centre + half) / scale);
  }
}
