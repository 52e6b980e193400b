package vn.phanluong.synthetic.report;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import vn.phanluong.synthetic.country.Country;
import vn.phanluong.synthetic.country.Institution;
import vn.phanluong.synthetic.country.InstitutionRows;
import vn.phanluong.synthetic.country.Level;
import vn.phanluong.synthetic.country.School;
import vn.phanluong.synthetic.country.SchoolRows;

/** What provinces tell of their schools, at both ends of a school year, and of institutions. */
public final class RegisterReports {
  private static final int REFORM = 2025;

  private final Country country;
  private final Adoption adoption;
  private final Census census;

  public RegisterReports(Country country, Adoption adoption, Census census) {
    this.country = country;
    this.adoption = adoption;
    this.census = census;
  }

  /**
   * The lists of a province that a year brings.
   *
   * @param first year of reporting: nothing is told of the school year before it
   */
  public void of(int origin, int year, int first, Outbox outbox) {
    Set<Integer> schools = new TreeSet<>();
    for (Level level : EnumSet.allOf(Level.class)) {
      country.schools(origin, level).forEach(school -> schools.add(school.number()));
    }
    for (int number : schools) {
      School school = country.schools().get(number);
      school(school, year, false, outbox);
      if (year > first) {
        school(school, year - 1, true, outbox);
      }
    }
    for (Institution institution : country.institutions(origin)) {
      institution(institution, year, outbox);
    }
  }

  /** Number of a school's row in the lists of a school year. */
  static int row(School school, boolean atEnd) {
    return school.number() * 2 + (atEnd ? 1 : 0);
  }

  /** Number of a course's row in the lists of a year. */
  static int row(Institution institution, int course) {
    return institution.number() * 64 + course;
  }

  private void school(School school, int schoolYear, boolean atEnd, Outbox outbox) {
    if (!SchoolRows.isReported(school, schoolYear, atEnd)
        || adoption.isSilent(school, schoolYear)) {
      return;
    }
    LocalDate day = atEnd ? LocalDate.of(schoolYear + 1, 5, 31) : LocalDate.of(schoolYear, 9, 30);
    Address start = Address.full(Dataset.SCHOOL, schoolYear, adoption.province(school.place(day)));
    Address address = atEnd ? start.in(schoolYear + 1).part("S2") : start.part("S1");
    outbox.put(address, -1, row(school, atEnd), SchoolRows.row(school, schoolYear, atEnd, census));
  }

  private void institution(Institution institution, int year, Outbox outbox) {
    Address address =
        Address.full(
            Dataset.VOCATIONAL_INSTITUTION,
            year,
            adoption.province(institution.place(LocalDate.of(year, 12, 31))));
    for (int i = 0; i < institution.courses().size(); i++) {
      Institution.Course course = institution.courses().get(i);
      if (InstitutionRows.isReported(course, year)) {
        outbox.put(
            address,
            -1,
            row(institution, i),
            InstitutionRows.row(institution, course, year, year < REFORM));
      }
    }
  }
}
