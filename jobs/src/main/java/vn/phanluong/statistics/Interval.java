package vn.phanluong.statistics;

/** A closed interval. */
public record Interval(double lower, double upper) {

  /** True if every value of it is further from 0 than the distance given. */
  boolean isBeyond(double distance) {
    return lower > distance || upper < -distance;
  }
}
