package vn.phanluong.indicator;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Statistics of scores from their histogram, exact: the histogram keeps every distinct score.
 *
 * @param n scores
 * @param mean in points, null without scores
 * @param sd sample standard deviation (divisor n - 1) in points, null below two scores
 * @param median 50th percentile in points
 * @param p10 10th percentile in points
 * @param p90 90th percentile in points
 * @param shareAtLeastFive share of scores of 5 points and more
 * @param zeros scores of 0
 * @param tens scores of 10
 */
record HistogramStatistics(
    long n,
    @Nullable Double mean,
    @Nullable Double sd,
    @Nullable Double median,
    @Nullable Double p10,
    @Nullable Double p90,
    @Nullable Double shareAtLeastFive,
    long zeros,
    long tens) {
  private static final double HUNDREDTHS = 100.0;
  private static final int FIVE = 500;
  private static final int TEN = 1000;

  /**
   * Statistics of a histogram.
   *
   * @param counts candidates by score in hundredths; negative scores (not taken) do not count
   */
  static HistogramStatistics of(Map<Integer, Long> counts) {
    SortedMap<Integer, Long> scores = new TreeMap<>(counts).tailMap(0);
    long n = scores.values().stream().mapToLong(Long::longValue).sum();
    long zeros = scores.getOrDefault(0, 0L);
    long tens = scores.getOrDefault(TEN, 0L);
    if (n == 0) {
      return new HistogramStatistics(0, null, null, null, null, null, null, zeros, tens);
    }
    // Sums of hundredths and their squares stay far below 2^63, so nothing is rounded before here.
    long sum = 0;
    long squares = 0;
    long atLeastFive = 0;
    for (Map.Entry<Integer, Long> entry : scores.entrySet()) {
      long score = entry.getKey();
      sum += score * entry.getValue();
      squares += score * score * entry.getValue();
      atLeastFive += score >= FIVE ? entry.getValue() : 0;
    }
    return new HistogramStatistics(
        n,
        sum / HUNDREDTHS / n,
        n < 2 ? null : deviation(n, sum, squares),
        percentile(scores, n, 0.5),
        percentile(scores, n, 0.1),
        percentile(scores, n, 0.9),
        (double) atLeastFive / n,
        zeros,
        tens);
  }

  private static double deviation(long n, long sum, long squares) {
    java.math.BigInteger scaled =
        java.math.BigInteger.valueOf(squares)
            .multiply(java.math.BigInteger.valueOf(n))
            .subtract(java.math.BigInteger.valueOf(sum).pow(2));
    return Math.sqrt(scaled.doubleValue() / ((double) n * (n - 1))) / HUNDREDTHS;
  }

  /** Linear interpolation between the two nearest ranks (Hyndman and Fan, type 7). */
  private static double percentile(SortedMap<Integer, Long> scores, long n, double p) {
    double rank = p * (n - 1);
    long below = (long) Math.floor(rank);
    double low = at(scores, below);
    double high = at(scores, Math.min(below + 1, n - 1));
    return (low + (rank - below) * (high - low)) / HUNDREDTHS;
  }

  /** The score at a rank from 0. */
  private static int at(SortedMap<Integer, Long> scores, long rank) {
    long seen = 0;
    for (Map.Entry<Integer, Long> entry : scores.entrySet()) {
      seen += entry.getValue();
      if (rank < seen) {
        return entry.getKey();
      }
    }
    return scores.lastKey();
  }
}
