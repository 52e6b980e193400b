package vn.phanluong.definition;

import java.util.Map;

/**
 * Persons that indicators are asked of, one row of a table each.
 *
 * @param where which rows; may hold {@code ${parameter}}
 * @param year column of the cohort, school year or intake
 * @param places by basis: columns of the unit, and of its province, on 31 May of the year
 * @param groups by breakdown: expression of the group a person is in
 */
public record Population(
    String name,
    String table,
    String where,
    String year,
    Map<String, Place> places,
    Map<String, String> groups) {

  /**
   * Columns of a place.
   *
   * @param today of the unit of today that holds it, where the unit is not whole in one; NULL if
   *     the place is no school
   */
  public record Place(String unit, String province, String today) {

    /**
     * Expression of the province in which members of a group count: that of 31 May, or the one that
     * took in several of them since and does not tell which.
     */
    public String provinceOfGroups() {
      return "coalesce(%1$s, if(%2$s LIKE 'P%%', %2$s, NULL))".formatted(province, unit);
    }
  }
}
