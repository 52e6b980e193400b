package vn.phanluong.linking;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.phanluong.text.Spelling;

/**
 * What a record tells of its person, in the forms that are compared. Lives in the memory of a task.
 *
 * @param name full name with marks, in lower case, blanks single
 * @param sex code, or null
 * @param completion cohort of a graduate; year of completion that a destination tells, or null
 * @param school code of the lower-secondary school, or null
 */
record Identity(
    String name,
    @Nullable BirthDate birth,
    @Nullable String sex,
    @Nullable Home home,
    @Nullable Integer completion,
    @Nullable String school,
    @Nullable String learnerKey,
    @Nullable String identityKey) {

  /**
   * Where a person lives.
   *
   * @param province the province of today
   * @param district the district of the time, or null where there is none
   * @param commune its name without marks, or null
   */
  record Home(String province, @Nullable String district, @Nullable String commune) {

    /** Level of {@link Comparison#HOME}. */
    String against(Home other) {
      if (!province.equals(other.province)) {
        return "different";
      }
      boolean isOfOtherDistrict =
          district != null && other.district != null && !district.equals(other.district);
      if (commune != null && commune.equals(other.commune) && !isOfOtherDistrict) {
        return "commune";
      }
      return district != null && district.equals(other.district) ? "district" : "province";
    }
  }

  /** The name without marks, blanks kept out. */
  String bareName() {
    return Spelling.bare(name);
  }

  /** The last word without marks: siblings and twins share all but this. */
  String givenName() {
    return Spelling.bare(name.substring(name.lastIndexOf(' ') + 1));
  }

  /**
   * Keys under which two records of one person may meet: day of birth and given name; name and year
   * of birth; name, day and month of birth.
   *
   * @return empty where name or birth is not told
   */
  List<String> blocks() {
    List<String> keys = new ArrayList<>();
    if (birth != null && !name.isEmpty()) {
      keys.add("name-year|%s|%d".formatted(bareName(), birth.year()));
      if (birth.isDay()) {
        String day = "%d-%d".formatted(birth.month(), birth.day());
        keys.add("day-given|%d-%s|%s".formatted(birth.year(), day, givenName()));
        keys.add("name-day|%s|%s".formatted(bareName(), day));
      }
    }
    return keys;
  }
}
