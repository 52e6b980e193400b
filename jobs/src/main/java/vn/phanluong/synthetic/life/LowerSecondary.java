package vn.phanluong.synthetic.life;

import java.time.LocalDate;
import vn.phanluong.synthetic.country.Country;
import vn.phanluong.synthetic.country.Level;

/** Grades 6 to 9 and the recognition of completion, in at most two rounds a year. */
final class LowerSecondary {
  private final Country country;
  private final Pools pools;
  private final Rates rates;
  private final AfterThcs afterThcs;

  LowerSecondary(Country country, Pools pools, Rates rates, Trainings trainings) {
    this.country = country;
    this.pools = pools;
    this.rates = rates;
    afterThcs = new AfterThcs(country, pools, rates, trainings);
  }

  void study(Draft draft, int entryYear, int first) {
    int year = entryYear;
    int school = first;
    String how = "new";
    for (int grade = 6; ; year++) {
      school = country.schools().get(school).standsIn(year);
      if (leaves(draft, year, school, grade, how)) {
        return;
      }
      if (draft.chance(rates.transfer)) {
        school = transfer(draft, year, school, grade, how);
      } else {
        draft.sits(year, school, Level.THCS, grade, how);
      }
      if (grade == 9) {
        if (isRecognised(draft, year + 1, school)) {
          afterThcs.go(draft, year + 1, school);
          return;
        }
        if (!draft.chance(rates.repeatsUnrecognised)) {
          draft.outside.add(new Life.Outside("LEFT", LocalDate.of(year + 1, 9, 1)));
          return;
        }
        how = "repeated";
      } else {
        boolean repeats = draft.chance(rates.repeat(grade), -0.8 * draft.person.ability());
        how = repeats ? "repeated" : "promoted";
        grade += repeats ? 0 : 1;
      }
    }
  }

  private boolean leaves(Draft draft, int year, int school, int grade, String how) {
    boolean dropsOut = draft.chance(rates.dropOut(grade), -0.8 * draft.person.ability());
    boolean goesAbroad = !dropsOut && draft.chance(rates.abroadWhileAtSchool);
    if (!dropsOut && !goesAbroad) {
      return false;
    }
    LocalDate left = draft.day(LocalDate.of(year, 10, 1), 220);
    draft.schooling.add(
        Life.SchoolYear.whole(year, school, Level.THCS, grade, how)
            .until(dropsOut ? "dropped_out" : "abroad", left));
    draft.outside.add(new Life.Outside(dropsOut ? "WORK" : "ABROAD", left.plusDays(10)));
    return true;
  }

  /** Changes school in mid-year; gives the new one. */
  private int transfer(Draft draft, int year, int school, int grade, String how) {
    int origin = country.schools().get(school).origin();
    int to = draft.chance(rates.transferOtherProvince) ? pools.near(origin, draft.share()) : origin;
    int next = pools.school(to, Level.THCS, year, draft.share());
    if (next == school) {
      draft.sits(year, school, Level.THCS, grade, how);
      return school;
    }
    LocalDate day = draft.day(LocalDate.of(year, 10, 10), 120);
    draft.schooling.add(
        Life.SchoolYear.whole(year, school, Level.THCS, grade, how).until("transferred_out", day));
    draft.schooling.add(
        new Life.SchoolYear(
            year, next, Level.THCS, grade, "transferred_in", day.plusDays(3), "", null));
    return next;
  }

  /**
   * Law 43/2019/QH14 art. 34 speaks of recognition; since cohort 2026 the school confirms
   * completion.
   */
  private boolean isRecognised(Draft draft, int cohort, int school) {
    String done = cohort >= 2026 ? "completed" : "recognised";
    LocalDate first = LocalDate.of(cohort, 6, 3).plusDays(school % 17);
    boolean inFirst = draft.chance(rates.firstRound, draft.person.ability());
    draft.completions.add(
        new Life.Completion(
            cohort, Level.THCS, school, "1", first, inFirst ? done : "not_recognised"));
    if (inFirst) {
      return true;
    }
    boolean inSecond = draft.chance(rates.secondRound);
    draft.completions.add(
        new Life.Completion(
            cohort,
            Level.THCS,
            school,
            "2",
            LocalDate.of(cohort, 8, 10).plusDays(school % 10),
            inSecond ? done : "not_recognised"));
    return inSecond;
  }
}
