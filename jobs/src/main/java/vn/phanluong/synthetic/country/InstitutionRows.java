package vn.phanluong.synthetic.country;

import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Objects;

/**
 * Rows of the register of vocational institutions: an institution, an occupation and a level in a
 * year. Values are codes, ISO dates and plain numbers; empty where nothing is known.
 */
public final class InstitutionRows {
  /** Fields of a row, in the order of the contract. */
  public static final List<String> FIELDS =
      List.of(
          "year",
          "institution_code",
          "institution",
          "institution_type",
          "ownership",
          "province",
          "district",
          "occupation_code",
          "occupation",
          "level",
          "capacity",
          "registered_quota",
          "licence_number",
          "licence_date",
          "licence_until");

  private InstitutionRows() {}

  /** True if an institution registers a course for a year: no level before its law. */
  public static boolean isReported(Institution.Course course, int year) {
    return course.quota(year) > 0;
  }

  /**
   * The row of a course, by {@link #FIELDS}.
   *
   * @param byLabour with the code of the ministry of labour's list, else of education's
   */
  public static List<String> row(
      Institution institution, Institution.Course course, int year, boolean byLabour) {
    Place place = institution.place(LocalDate.of(year, Month.DECEMBER, 31));
    Institution.Licence licence = institution.licence();
    LocalDate until = licence.until();
    return List.of(
        String.valueOf(year),
        institution.code(year, byLabour),
        institution.name(year),
        institution.type(),
        institution.ownership(),
        place.province(),
        Objects.requireNonNullElse(place.district(), ""),
        course.occupationCode(),
        course.occupation(),
        course.level(),
        String.valueOf(course.capacity()),
        String.valueOf(course.quota(year)),
        licence.number(),
        licence.date().toString(),
        until == null ? "" : until.toString());
  }
}
