package vn.phanluong.region;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Where the people of one unit are, counted in the units of another day: one row of a matrix whose
 * rows sum to 1. What no share decides is unsettled among those that may have it, and settles again
 * where those are one, as the communes of a province are.
 *
 * @param settled share of each unit, exact, never 0
 * @param unsettled share that lies among a set of units, nobody knows how
 */
public record Spread(Map<String, BigDecimal> settled, Map<Set<String>, BigDecimal> unsettled) {

  /** All of it in one unit. */
  static Spread whole(String unit) {
    return new Spread(Map.of(unit, BigDecimal.ONE), Map.of());
  }

  /** All of it somewhere among units; whole if they are one. */
  static Spread among(Set<String> units) {
    return units.size() == 1
        ? whole(units.iterator().next())
        : new Spread(Map.of(), Map.of(units, BigDecimal.ONE));
  }

  /** The matrix product: each unit of this spread spread on by the next. */
  Spread then(Function<String, Spread> next) {
    Sum sum = new Sum();
    settled.forEach((unit, share) -> sum.add(next.apply(unit), share));
    unsettled.forEach(
        (units, share) -> {
          Set<String> reached = new TreeSet<>();
          units.forEach(unit -> reached.addAll(next.apply(unit).units()));
          sum.add(among(reached), share);
        });
    return sum.done();
  }

  /** Every unit that has a part, or may have. */
  public Set<String> units() {
    Set<String> units = new TreeSet<>(settled.keySet());
    unsettled.keySet().forEach(units::addAll);
    return units;
  }

  /** True if all of it lies in one unit. */
  public boolean isWhole() {
    return unsettled.isEmpty() && settled.size() == 1;
  }

  /** The sum of all parts: 1, but for a history with flaws. */
  BigDecimal total() {
    return Sum.of(settled.values()).add(Sum.of(unsettled.values()));
  }

  /** Spreads put together by their weights. */
  static final class Sum {
    private final Map<String, BigDecimal> settled = new TreeMap<>();
    private final Map<Set<String>, BigDecimal> unsettled =
        new TreeMap<>((one, other) -> one.toString().compareTo(other.toString()));

    void add(Spread spread, BigDecimal weight) {
      if (weight.signum() == 0) {
        return;
      }
      spread.settled.forEach((unit, share) -> put(settled, unit, share.multiply(weight)));
      spread.unsettled.forEach((units, share) -> put(unsettled, units, share.multiply(weight)));
    }

    Spread done() {
      return new Spread(settled, unsettled);
    }

    private static <K> void put(Map<K, BigDecimal> parts, K key, BigDecimal share) {
      parts.merge(key, share.stripTrailingZeros(), BigDecimal::add);
    }

    static BigDecimal of(Iterable<BigDecimal> parts) {
      BigDecimal sum = BigDecimal.ZERO;
      for (BigDecimal part : parts) {
        sum = sum.add(part);
      }
      return sum;
    }
  }
}
