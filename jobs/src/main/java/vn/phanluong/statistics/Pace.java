package vn.phanluong.statistics;

import java.util.OptionalDouble;

/** How fast a rate must rise to reach a target in time. */
public final class Pace {
  private Pace() {}

  /**
   * Points a year needed from a year to the target's; 0 where it is reached, empty where no year is
   * left.
   *
   * @param value percent
   * @param target percent, a floor
   */
  public static OptionalDouble needed(double value, int year, double target, int targetYear) {
    if (value >= target) {
      return OptionalDouble.of(0);
    }
    return year >= targetYear
        ? OptionalDouble.empty()
        : OptionalDouble.of((target - value) / (targetYear - year));
  }
}
