package vn.phanluong.published;

import java.util.Arrays;

/**
 * A weighted sum of figures that anybody knows to be 0, or to be some figure that is always told.
 */
final class Relation {
  private final int[] figures;
  private final long[] weights;

  private Relation(int[] figures, long[] weights) {
    this.figures = figures;
    this.weights = weights;
  }

  /** Numbers of the figures. */
  int[] figures() {
    return figures;
  }

  /** A whole number, of each. */
  long[] weights() {
    return weights;
  }

  /** The total less its terms. */
  static Relation ofTotal(int total, int[] terms) {
    long[] weights = new long[terms.length];
    Arrays.fill(weights, 1);
    return ofTotal(total, 1, terms, weights);
  }

  /** So many times the total, less so many times each of its terms. */
  static Relation ofTotal(int total, long weight, int[] terms, long[] weights) {
    int[] figures = Arrays.copyOf(terms, terms.length + 1);
    long[] all = Arrays.copyOf(weights, terms.length + 1);
    figures[terms.length] = total;
    all[terms.length] = -weight;
    return new Relation(figures, all);
  }

  /** Terms whose sum is told in any case. */
  static Relation ofKnownTotal(int[] terms) {
    long[] weights = new long[terms.length];
    Arrays.fill(weights, 1);
    return new Relation(terms.clone(), weights);
  }
}
