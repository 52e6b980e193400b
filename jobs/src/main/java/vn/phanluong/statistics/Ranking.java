package vn.phanluong.statistics;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Ranks of places by rate, with the ranks that chance and unknown destinations allow (Goldstein and
 * Spiegelhalter 1996, JRSS A 159:385-443, on why a rank is never given alone).
 *
 * <p>A place is surely above another if Newcombe's 95 % interval of the difference is above 0 with
 * every unknown of the first out and every unknown of the second in. Of N places the rank lies from
 * 1 + those surely above to N - those surely below. It is told if those it cannot be told apart
 * from are fewer than half of the places. Nothing is drawn by lot, so a rank is the same each time.
 */
public final class Ranking {
  private Ranking() {}

  /**
   * A place with its rate and, of its denominator, those who may yet count. What is no proportion,
   * the unknown in or out, is refused.
   */
  public record Place(Counts counts, long unknown) {

    public Place {
      if (!counts.isProportion() || unknown < 0 || !most(counts, unknown).isProportion()) {
        throw new IllegalArgumentException("No rank for " + counts + ", unknown " + unknown);
      }
    }

    private static Counts most(Counts counts, long unknown) {
      return new Counts(counts.numerator() + unknown, counts.denominator());
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
      higher += other.counts().isAbove(place.counts()) ? 1 : 0;
      surelyAbove += other.isSurelyAbove(place) ? 1 : 0;
      surelyBelow += place.isSurelyAbove(other) ? 1 : 0;
    }
    int best = 1 + surelyAbove;
    int worst = all.size() - surelyBelow;
    return new Standing(2 * (worst - best) < all.size() ? 1 + higher : null, best, worst);
  }

  /** A place's rate with all unknown out and all in, each with Wilson's interval. */
  private record Limits(
      Counts counts, double least, Interval ofLeast, double most, Interval ofMost) {

    static Limits of(Place place) {
      Counts most = Place.most(place.counts(), place.unknown());
      return new Limits(
          place.counts(),
          place.counts().value(),
          Wilson.of(place.counts()),
          most.value(),
          Wilson.of(most));
    }

    boolean isSurelyAbove(Limits other) {
      return Newcombe.ofDifference(least, ofLeast, other.most, other.ofMost).lower() > 0;
    }
  }
}
