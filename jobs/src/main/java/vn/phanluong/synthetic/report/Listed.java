package vn.phanluong.synthetic.report;

import vn.phanluong.synthetic.Years;
import vn.phanluong.synthetic.country.Institution;
import vn.phanluong.synthetic.country.InstitutionRows;
import vn.phanluong.synthetic.country.School;
import vn.phanluong.synthetic.truth.Lists;

/**
 * What the delivered lists of schools and institutions tell of them: the rows that stand in some
 * accepted file. A school that its row says is closed is none.
 */
public final class Listed implements Lists {
  private static final int FIRST_GRADE = 6;
  private static final int LAST_GRADE = 12;

  /** Which rows about a place no accepted file holds. */
  public interface Lost {
    /** Of the list about a year. */
    boolean lacks(Dataset dataset, int period, int row);
  }

  private final Adoption adoption;
  private final Census census;
  private final Years years;
  private final Lost lost;

  /** Lists of the years of reporting. */
  public Listed(Adoption adoption, Census census, Years years, Lost lost) {
    this.adoption = adoption;
    this.census = census;
    this.years = years;
    this.lost = lost;
  }

  /** The lists as they would be if all told all. */
  public static Lists complete(Census census) {
    return new Lists() {
      @Override
      public int pupils(School school, int schoolYear) {
        return school.isOpen(schoolYear) ? sum(census, school, schoolYear, false) : NOT_TOLD;
      }

      @Override
      public boolean tells(Institution institution, int course, int year) {
        return InstitutionRows.isReported(institution.courses().get(course), year);
      }
    };
  }

  /** Those of autumn; who is told of only when the school year ends, those of spring. */
  @Override
  public int pupils(School school, int schoolYear) {
    if (!school.isOpen(schoolYear) || adoption.isSilent(school, schoolYear)) {
      return NOT_TOLD;
    }
    if (!lost.lacks(Dataset.SCHOOL, schoolYear, RegisterReports.row(school, false))) {
      return sum(census, school, schoolYear, false);
    }
    boolean isToldAtEnd =
        schoolYear < years.to()
            && !lost.lacks(Dataset.SCHOOL, schoolYear, RegisterReports.row(school, true));
    return isToldAtEnd ? sum(census, school, schoolYear, true) : NOT_TOLD;
  }

  @Override
  public boolean tells(Institution institution, int course, int year) {
    return InstitutionRows.isReported(institution.courses().get(course), year)
        && !lost.lacks(
            Dataset.VOCATIONAL_INSTITUTION, year, RegisterReports.row(institution, course));
  }

  private static int sum(Census census, School school, int schoolYear, boolean atEnd) {
    int sum = 0;
    for (int grade = FIRST_GRADE; grade <= LAST_GRADE; grade++) {
      sum += census.pupils(school.number(), schoolYear, grade, false, atEnd);
      sum += census.pupils(school.number(), schoolYear, grade, true, atEnd);
    }
    return sum;
  }
}
