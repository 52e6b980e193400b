package vn.phanluong.synthetic.report;

import java.util.SplittableRandom;

/** Marks from 0 to 10 in quarters. */
final class Scores {
  private Scores() {}

  /** A mark in quarters of a point. */
  static int quarters(double mean, double deviation, SplittableRandom random) {
    double drawn = mean + deviation * random.nextGaussian();
    return (int) Math.round(Math.max(0, Math.min(10, drawn)) * 4);
  }

  /** In hundredths of a point, as contracts store it. */
  static String text(int quarters) {
    return Integer.toString(quarters * 25);
  }
}
