package vn.phanluong.definition;

import org.jspecify.annotations.Nullable;

/**
 * How far the number of accepted rows may move from one year to the next before the sender is
 * asked.
 *
 * @param most share of last year's rows, 0.5 for half of them more or fewer
 * @param fewest rows below which, in both years, nothing is said: small numbers move by chance
 * @param by field whose values are counted one by one, such as the council of a candidate; null to
 *     count the submission as a whole
 */
public record YearChange(double most, int fewest, @Nullable String by) {
  /** True if a change is worth a question. */
  public boolean isNotable(long before, long now) {
    return Math.max(before, now) >= fewest && Math.abs(now - before) > most * before;
  }
}
