package vn.phanluong.synthetic.truth;

import vn.phanluong.synthetic.Years;
import vn.phanluong.synthetic.country.Country;
import vn.phanluong.synthetic.country.Institution;
import vn.phanluong.synthetic.country.Level;
import vn.phanluong.synthetic.country.School;

/**
 * Reads from the made country what lists of schools and institutions add to the sums: places,
 * counsellors, schools. What a school does for career guidance is asked of it by Decision
 * 522/QĐ-TTg of 2018.
 */
record ListSums(Country country, Years years, Lists lists) {

  void read(Sums sums) {
    for (int year = years.from(); year <= years.to(); year++) {
      for (School school : country.schools()) {
        int pupils = lists.pupils(school, year);
        if (pupils != Lists.NOT_TOLD) {
          school(school, year, pupils, sums);
        }
      }
      for (Institution institution : country.institutions()) {
        institution(institution, year, sums);
      }
    }
  }

  private static void school(School school, int year, int pupils, Sums sums) {
    int number = school.number();
    int quota = school.quota10(year);
    if (quota > 0) {
      sums.ask(Sum.TS_CT10, year, number, quota);
    }
    sums.ask(Sum.HN_BD, year, number, school.counsellors(year));
    sums.count(Sum.HN_BD, year, number, school.counsellorsTrained(year));
    int qualified = school.counsellorsQualified(year);
    sums.ask(Sum.HN_TL, year, number, qualified);
    sums.count(Sum.HN_TL, year, number, pupils);
    for (Level level : Level.values()) {
      if (school.teaches(level)) {
        Sum programme = Sum.valueOf("HN_CT_" + level);
        sums.ask(programme, year, number, 1);
        sums.count(programme, year, number, school.hasCareerProgramme(year) ? 1 : 0);
        Sum counsellor = Sum.valueOf("HN_GV_" + level);
        sums.ask(counsellor, year, number, 1);
        sums.count(counsellor, year, number, qualified > 0 ? 1 : 0);
      }
    }
  }

  private void institution(Institution institution, int year, Sums sums) {
    for (int i = 0; i < institution.courses().size(); i++) {
      if (lists.tells(institution, i, year)) {
        Institution.Course course = institution.courses().get(i);
        sums.ask(Sum.NN_CT, year, institution.number(), course.quota(year));
        sums.ask(Sum.NN_NL, year, institution.number(), course.capacity());
      }
    }
  }
}
