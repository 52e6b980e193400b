package vn.phanluong.synthetic;

import java.util.SplittableRandom;

/**
 * Chance that depends on a name and nothing else: the draws of one person, school or file are the
 * same whatever was drawn before, on whatever thread. So a part of the country can be made alone.
 *
 * @param seed as given to {@code generate --seed}
 */
public record Draws(long seed) {

  /**
   * A sequence of draws of its own.
   *
   * @param what is drawn, for example {@code life}
   * @param numbers of whom; their order matters
   */
  public SplittableRandom of(String what, long... numbers) {
    return new SplittableRandom(key(what, numbers));
  }

  /** One draw, uniform in [0, 1). */
  public double share(String what, long... numbers) {
    return (key(what, numbers) >>> 11) * 0x1.0p-53;
  }

  /** A number that is as good as unique to the name. */
  public long key(String what, long... numbers) {
    long key = mixed(seed ^ mixed(what.hashCode()));
    for (long number : numbers) {
      key = mixed(key + 0x9E3779B97F4A7C15L * (number + 1));
    }
    return key;
  }

  /** The finalizer of SplitMix64 (Steele, Lea, Flood 2014, «Fast splittable pseudorandom»). */
  private static long mixed(long value) {
    long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }
}
