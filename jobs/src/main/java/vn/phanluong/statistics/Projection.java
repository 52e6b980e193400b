package vn.phanluong.statistics;

import java.util.Optional;
import java.util.SortedMap;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.regression.SimpleRegression;

/**
 * Where a rate goes if its years go on as they did: least squares of the empirical logit, ln((n +
 * ½) / (d - n + ½)) (Cox and Snell 1989, Analysis of Binary Data), on the year, back as a rate with
 * the 95 % interval of a new observation. The halves keep 0 and 100 % finite.
 */
public record Projection(double value, Interval interval) {
  /** With three years and two parameters an interval says nothing. */
  public static final int FEWEST_YEARS = 4;

  private static final double UPPER_TAIL = 0.975;

  /**
   * Projects comparable years, those after the last break, to a year; empty if there are too few.
   *
   * @throws IllegalArgumentException if a year's counts are of no proportion
   */
  public static Optional<Projection> of(SortedMap<Integer, Counts> years, int target) {
    if (years.size() < FEWEST_YEARS) {
      return Optional.empty();
    }
    // Years are told from the first, so that squares of them keep their digits.
    int first = years.firstKey();
    SimpleRegression line = new SimpleRegression();
    years.forEach((year, counts) -> line.addData(year - first, logit(counts)));
    double x = target - first;
    double fromMean =
        x - years.keySet().stream().mapToInt(it -> it - first).average().orElseThrow();
    double error =
        Math.sqrt(
            line.getMeanSquareError()
                * (1 + 1.0 / years.size() + fromMean * fromMean / line.getXSumSquares()));
    double half =
        new TDistribution(years.size() - 2).inverseCumulativeProbability(UPPER_TAIL) * error;
    double fitted = line.predict(x);
    return Optional.of(
        new Projection(rate(fitted), new Interval(rate(fitted - half), rate(fitted + half))));
  }

  private static double logit(Counts counts) {
    if (!counts.isProportion()) {
      throw new IllegalArgumentException("Not a proportion: " + counts);
    }
    return Math.log((counts.numerator() + 0.5) / (counts.denominator() - counts.numerator() + 0.5));
  }

  private static double rate(double logit) {
    return 1 / (1 + Math.exp(-logit));
  }
}
