package vn.phanluong.synthetic.truth;

import vn.phanluong.synthetic.country.Institution;
import vn.phanluong.synthetic.country.School;

/** The lists of places that figures are counted from: all there is, or what files tell of it. */
public interface Lists {
  /** Instead of the pupils of a school that no list tells of. */
  int NOT_TOLD = -1;

  /**
   * Pupils of a school that is open.
   *
   * @param schoolYear by its first year
   * @return persons as listed for 30 September, or {@link #NOT_TOLD}
   */
  int pupils(School school, int schoolYear);

  /** Whether what an institution offers in a year is listed. */
  boolean tells(Institution institution, int course, int year);
}
