package vn.phanluong.statistics;

/** A closed interval. */
public record Interval(double lower, double upper) {

  /** The interval of what is divided by a positive number that is known. */
  Interval over(double divisor) {
    return new Interval(lower / divisor, upper / divisor);
  }

  /** True if every value of it is further from 0 than the distance given. */
  boolean isBeyond(double distance) {
    return lower > distance || upper < -distance;
  }
}
