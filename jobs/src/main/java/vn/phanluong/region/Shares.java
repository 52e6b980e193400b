package vn.phanluong.region;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/** Shares as tables hold them: twelve decimals that still sum to exactly what they summed to. */
public final class Shares {
  /** Decimals of a share: of a country of 10^9 people less than a thousandth of one. */
  public static final int SCALE = 12;

  private static final BigDecimal UNIT = BigDecimal.ONE.movePointLeft(SCALE);

  private Shares() {}

  /** The share of each in the sum of all; the sum is above 0. */
  public static <K extends Comparable<K>> Map<K, BigDecimal> of(Map<K, BigDecimal> sizes) {
    BigDecimal total = Spread.Sum.of(sizes.values());
    Map<K, BigDecimal> shares = new TreeMap<>(sizes);
    shares.replaceAll((key, size) -> size.divide(total, MathContext.DECIMAL64));
    return toOne(shares);
  }

  /** Cuts shares that sum to 1; what the cuts leave goes to the largest remainders. */
  static <K extends Comparable<K>> Map<K, BigDecimal> toOne(Map<K, BigDecimal> shares) {
    Map<K, BigDecimal> cut = new TreeMap<>();
    shares.forEach((key, share) -> cut.put(key, share.setScale(SCALE, RoundingMode.DOWN)));
    BigDecimal left = BigDecimal.ONE.subtract(Spread.Sum.of(cut.values()));
    Comparator<K> byRemainder =
        Comparator.comparing((K key) -> share(shares, key).subtract(share(cut, key))).reversed();
    for (K key :
        cut.keySet().stream()
            .sorted(byRemainder.thenComparing(Comparator.naturalOrder()))
            .toList()) {
      if (left.signum() <= 0) {
        break;
      }
      cut.merge(key, UNIT.min(left), BigDecimal::add);
      left = left.subtract(UNIT);
    }
    return cut;
  }

  private static <K> BigDecimal share(Map<K, BigDecimal> shares, K key) {
    return shares.getOrDefault(key, BigDecimal.ZERO);
  }
}
