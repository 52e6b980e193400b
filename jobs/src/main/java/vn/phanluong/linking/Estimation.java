package vn.phanluong.linking;

import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;

/**
 * Learns the probabilities of a {@link Model} from counted patterns, without knowing who is who.
 * The declared start counts as so many pairs, so that few pairs change it little.
 */
final class Estimation {
  private static final double STILL = 1e-6;

  private Estimation() {}

  /** The levels' shares among random pairs, nearly all of which are of two persons. */
  static double[] shares(
      SortedMap<String, Long> patterns, Comparison which, double[] start, double strength) {
    double[] counts = scaled(start, strength);
    patterns.forEach(
        (pattern, pairs) -> {
          int level = Model.level(pattern, which);
          if (level >= 0) {
            counts[level] += pairs;
          }
        });
    return Model.normalised(counts);
  }

  /**
   * Expectation and maximisation over pairs that agree on the bare name (Winkler 1988): m of all
   * comparisons but the levels of the name on which no such pair can be; u stands. The name takes
   * no part in telling true pairs, since all agree on it.
   *
   * @param share first guess of the share of true pairs
   */
  static Model learned(
      SortedMap<String, Long> patterns, Model start, double share, double strength, int rounds) {
    Model model = start;
    double truth = share;
    for (int round = 0; round < rounds; round++) {
      EnumMap<Comparison, double[]> counts = new EnumMap<>(Comparison.class);
      Comparison.ALL.forEach(each -> counts.put(each, scaled(start.m(each), strength)));
      double all = 0;
      double matched = 0;
      for (Map.Entry<String, Long> each : patterns.entrySet()) {
        double pairs = each.getValue();
        double expected = pairs * posterior(each.getKey(), model, truth);
        all += pairs;
        matched += expected;
        counts.forEach(
            (which, levels) -> {
              int level = Model.level(each.getKey(), which);
              if (level >= 0) {
                levels[level] += expected;
              }
            });
      }
      Model next = new Model(which -> maximised(which, counts, start), start::u);
      truth = all == 0 ? share : matched / all;
      boolean isStill = moved(model, next) < STILL;
      model = next;
      if (isStill) {
        break;
      }
    }
    return model;
  }

  /** Probability that a pattern is of one person, the name left out. */
  private static double posterior(String pattern, Model model, double share) {
    double bits = 0;
    for (Comparison each : Comparison.ALL) {
      bits += each == Comparison.NAME ? 0 : model.bits(pattern, each);
    }
    double odds = Math.pow(2, bits) * share / (1 - share);
    return Double.isInfinite(odds) ? 1 : odds / (1 + odds);
  }

  /** Of the name, only what lies between the first two levels is seen. */
  private static double[] maximised(
      Comparison which, Map<Comparison, double[]> counts, Model start) {
    double[] levels = counts.getOrDefault(which, new double[0]);
    if (which != Comparison.NAME) {
      return Model.normalised(levels);
    }
    double[] kept = start.m(which);
    double seen = kept[0] + kept[1];
    double exact = levels[0] / (levels[0] + levels[1]);
    kept[0] = seen * exact;
    kept[1] = seen * (1 - exact);
    return kept;
  }

  private static double moved(Model before, Model after) {
    double most = 0;
    for (Comparison each : Comparison.ALL) {
      double[] one = before.m(each);
      double[] other = after.m(each);
      for (int i = 0; i < one.length; i++) {
        most = Math.max(most, Math.abs(one[i] - other[i]));
      }
    }
    return most;
  }

  private static double[] scaled(double[] start, double strength) {
    double[] counts = start.clone();
    for (int i = 0; i < counts.length; i++) {
      counts[i] *= strength;
    }
    return counts;
  }
}
