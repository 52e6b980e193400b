package vn.phanluong.definition;

import java.util.Map;

/**
 * Headers that mean a field only where all of them stand in one header line, or only in some years:
 * «HO» is chemistry beside «TO», «VA», «LI», and a family name elsewhere.
 *
 * @param name what people call it, for messages
 * @param from first year it holds for
 * @param to last year it holds for
 * @param isAssumed true if the headers do not say what they hold, so that the file's sender must be
 *     told how they are read
 * @param fields field by header
 */
public record HeaderForm(
    String name, int from, int to, boolean isAssumed, Map<String, String> fields) {

  /** True if it holds in a year; a year that is not known yet rules out nothing. */
  public boolean holdsIn(int year) {
    return year == 0 || (from <= year && year <= to);
  }

  /** True if it does not hold in every year. */
  public boolean hasYears() {
    return from > 0 || to < Integer.MAX_VALUE;
  }
}
