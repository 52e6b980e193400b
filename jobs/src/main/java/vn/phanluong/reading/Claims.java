package vn.phanluong.reading;

import java.util.HashMap;
import java.util.Map;

/**
 * Which columns of a header hold a field that several claim: of two the earlier alias stands, and
 * of equal ones the first; unless each says more than the field: then a record fills one of them.
 */
final class Claims {
  /** The best claim to each field, by what else it decides. */
  private final Map<String, Map<Map<String, String>, Claim>> best = new HashMap<>();

  private record Claim(int cell, int rank) {
    boolean isBefore(Claim other) {
      return rank < other.rank || (rank == other.rank && cell < other.cell);
    }
  }

  private Claims() {}

  /**
   * Of the matches of a header.
   *
   * @param matches by the place of their cell
   */
  static Claims of(Map<Integer, HeaderIndex.Match> matches) {
    Claims claims = new Claims();
    matches.forEach(
        (cell, match) ->
            claims
                .best
                .computeIfAbsent(match.field().name(), field -> new HashMap<>())
                .merge(
                    match.constants(),
                    new Claim(cell, match.rank()),
                    (one, other) -> other.isBefore(one) ? other : one));
    return claims;
  }

  /** True if no other column takes the field from the cell. */
  boolean stands(int cell, HeaderIndex.Match match) {
    Claim own = new Claim(cell, match.rank());
    return best.getOrDefault(match.field().name(), Map.of()).entrySet().stream()
        .filter(other -> !areApart(other.getKey(), match.constants()))
        .noneMatch(other -> other.getValue().isBefore(own));
  }

  private static boolean areApart(Map<String, String> one, Map<String, String> other) {
    return !one.isEmpty() && !other.isEmpty() && !one.equals(other);
  }
}
