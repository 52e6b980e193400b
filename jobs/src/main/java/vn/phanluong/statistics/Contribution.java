package vn.phanluong.statistics;

import org.apache.commons.math3.fraction.BigFraction;

/** What one part adds to the change of a rate, exact, as a fraction of 1. */
public record Contribution(BigFraction coverage, BigFraction mix, BigFraction rate) {

  /** All three. */
  public BigFraction total() {
    return coverage.add(mix).add(rate);
  }
}
