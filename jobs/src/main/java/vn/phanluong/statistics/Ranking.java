package vn.phanluong.statistics;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Ranks of places by rate, or by how far each has come to a target of its own, with the ranks that
 * chance and unknown destinations allow (Goldstein and Spiegelhalter 1996, JRSS A 159:385-443, on
 * why a rank is never given alone).
 *
 * <p>A place is surely above another if Newcombe's 95 % interval of the difference is above 0 with
 * every unknown, disputed and silent person of the first out and of the second in. Divided by
 * targets, which are known, limits divide with the rates (Zou and Donner 2008, Statistics in
 * Medicine 27:1693-1702, on the difference of any two estimates with limits). Of N places the rank
 * lies from 1 + those surely above to N - those surely below. It is told if those it cannot be told
 * apart from are fewer than half of the places. Nothing is drawn by lot, so a rank is the same each
 * time.
 */
public final class Ranking {
  private Ranking() {}

  /**
   * A place with its rate and the doubts about it. What is no proportion either way is refused.
   *
   * @param unknown persons of the denominator who may yet count
   * @param disputed persons of the numerator who may not belong to it
   * @param silent persons who may belong to the denominator, and may count
   * @param target what the rate is divided by, above 0; all places in one unit, all 1 for the rate
   */
  public record Place(Counts counts, long unknown, long disputed, long silent, long target) {

    public Place {
      if (unknown < 0
          || disputed < 0
          || silent < 0
          || target <= 0
          || disputed > counts.numerator()
          || counts.numerator() + unknown > counts.denominator()
          || counts.denominator() == 0) {
        throw new IllegalArgumentException(
            "No rank for %s, unknown %d, disputed %d, silent %d, target %d"
                .formatted(counts, unknown, disputed, silent, target));
      }
    }

    private Counts least() {
      return new Counts(counts.numerator() - disputed, counts.denominator() + silent);
    }

    private Counts most() {
      return new Counts(counts.numerator() + unknown + silent, counts.denominator() + silent);
    }

    private boolean isAbove(Place other) {
      return counts.times(other.target).isAbove(other.counts.times(target));
    }
  }

  /** The standing of every place, by its key. */
  public static SortedMap<String, Standing> of(Map<String, Place> places) {
    SortedMap<String, Limits> limits = new TreeMap<>();
    places.forEach((key, place) -> limits.put(key, Limits.of(place)));
    List<Limits> all = List.copyOf(limits.values());
    SortedMap<String, Standing> standings = new TreeMap<>();
    limits.forEach((key, place) -> standings.put(key, standing(place, all)));
    return standings;
  }

  private static Standing standing(Limits place, List<Limits> all) {
    int higher = 0;
    int surelyAbove = 0;
    int surelyBelow = 0;
    for (Limits other : all) {
      higher += other.place().isAbove(place.place()) ? 1 : 0;
      surelyAbove += other.isSurelyAbove(place) ? 1 : 0;
      surelyBelow += place.isSurelyAbove(other) ? 1 : 0;
    }
    int best = 1 + surelyAbove;
    int worst = all.size() - surelyBelow;
    return new Standing(2 * (worst - best) < all.size() ? 1 + higher : null, best, worst);
  }

  /** A place's rate over its target, with all in doubt out and all in, each with its limits. */
  private record Limits(Place place, double least, Interval ofLeast, double most, Interval ofMost) {

    static Limits of(Place place) {
      Counts least = place.least();
      Counts most = place.most();
      double target = (double) place.target();
      return new Limits(
          place,
          least.value() / target,
          Wilson.of(least).over(target),
          most.value() / target,
          Wilson.of(most).over(target));
    }

    boolean isSurelyAbove(Limits other) {
      return Newcombe.ofDifference(least, ofLeast, other.most, other.ofMost).lower() > 0;
    }
  }
}
