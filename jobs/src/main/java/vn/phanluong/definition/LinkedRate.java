package vn.phanluong.definition;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A rate of persons followed one by one. The numerator is asked only of the denominator, so that it
 * is part of it by construction. All conditions are SQL over the population's table.
 *
 * @param population name in {@code populations.yml}
 * @param of who is in the denominator
 * @param counts who of these is in the numerator
 * @param hasBounds false where the denominator rests on links too, so that the unknown give none
 * @param unknown who of these may belong to the numerator, for all that is known; may hold {@code
 *     ${part}}
 * @param disputed who is in the numerator only because nothing is known; may hold {@code ${part}}
 * @param parts the classes or levels it is told apart by, or null
 * @param parameters values chosen of {@code parameters.yml}, where they are not the defaults
 */
public record LinkedRate(
    String population,
    String of,
    String counts,
    boolean hasBounds,
    String unknown,
    String disputed,
    @Nullable Parts parts,
    Map<String, String> parameters) {
  /** In an expression, the part that is asked for. */
  public static final String PART = "${part}";

  /** What it asks of a person, by the key of its definition. */
  public SortedMap<String, String> expressions() {
    SortedMap<String, String> byKey = new TreeMap<>();
    byKey.put("of", of);
    byKey.put("counts", counts);
    byKey.put("unknown", unknown);
    byKey.put("disputed", disputed);
    if (parts != null) {
      byKey.put("parts/by", parts.by());
    }
    return byKey;
  }

  /**
   * Parts of an indicator.
   *
   * @param by expression that tells them apart
   * @param isOfDenominator true if parts have denominators of their own, as levels have; classes of
   *     a distribution share one
   */
  public record Parts(String by, List<String> values, boolean isOfDenominator) {}
}
