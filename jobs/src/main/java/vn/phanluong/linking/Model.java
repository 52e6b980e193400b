package vn.phanluong.linking;

import java.io.Serializable;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.function.Function;

/**
 * How often the levels of each comparison occur: m among records of one person, u among those of
 * two.
 */
final class Model implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final double LOG_2 = Math.log(2);

  private final EnumMap<Comparison, double[]> m = new EnumMap<>(Comparison.class);
  private final EnumMap<Comparison, double[]> u = new EnumMap<>(Comparison.class);

  Model(Function<Comparison, double[]> m, Function<Comparison, double[]> u) {
    for (Comparison each : Comparison.ALL) {
      this.m.put(each, m.apply(each));
      this.u.put(each, u.apply(each));
    }
  }

  /** The declared start. */
  static Model declared(LinkingParameters parameters) {
    return new Model(each -> parameters.start("m", each), each -> parameters.start("u", each));
  }

  static double[] normalised(double[] counts) {
    double sum = Arrays.stream(counts).sum();
    return Arrays.stream(counts).map(each -> each / sum).toArray();
  }

  double[] m(Comparison comparison) {
    return m.getOrDefault(comparison, new double[0]).clone();
  }

  double[] u(Comparison comparison) {
    return u.getOrDefault(comparison, new double[0]).clone();
  }

  /** Level of a comparison in a pattern, -1 where it is unknown. */
  static int level(String pattern, Comparison comparison) {
    char level = pattern.charAt(Comparison.ALL.indexOf(comparison));
    return level == Agreement.UNKNOWN ? -1 : level - '0';
  }

  /** Bits that one comparison tells for one person; what is unknown tells nothing. */
  double bits(String pattern, Comparison comparison) {
    int level = level(pattern, comparison);
    return level < 0 ? 0 : log2(m(comparison)[level] / u(comparison)[level]);
  }

  /**
   * Base-2 logarithm of the likelihood ratio of a pattern: m over u, summed over the comparisons.
   *
   * @param nameShare share of the graduates that bear the name agreed on, with marks or bare: what
   *     strangers agree on by chance, so that a rare name tells more (Winkler 1989)
   */
  double weight(String pattern, double nameShare) {
    double bits = 0;
    for (Comparison each : Comparison.ALL) {
      boolean isName = each == Comparison.NAME;
      int level = level(pattern, each);
      bits +=
          isName && (level == 0 || level == 1)
              ? log2(m(each)[level] / nameShare)
              : bits(pattern, each);
    }
    return bits;
  }

  private static double log2(double ratio) {
    return Math.log(ratio) / LOG_2;
  }
}
