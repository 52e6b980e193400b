package vn.phanluong.synthetic.life;

import java.time.LocalDate;
import vn.phanluong.synthetic.country.Country;
import vn.phanluong.synthetic.country.Level;
import vn.phanluong.synthetic.country.University;

/** Grades 10 to 12, general or continuing, the exam, and the ways after it. */
final class UpperSecondary {
  private final Country country;
  private final Pools pools;
  private final Rates rates;
  private final Trainings trainings;

  UpperSecondary(Country country, Pools pools, Rates rates, Trainings trainings) {
    this.country = country;
    this.pools = pools;
    this.rates = rates;
    this.trainings = trainings;
  }

  void general(Draft draft, int year, int school, boolean isLate) {
    study(draft, Level.THPT, year, school, isLate ? "returned" : "new");
  }

  void continuing(Draft draft, int year, int school) {
    study(draft, Level.GDTX, year, school, "new");
  }

  private void study(Draft draft, Level level, int from, int first, String entry) {
    int year = from;
    int school = first;
    String how = entry;
    for (int grade = 10; grade <= 12; year++) {
      school = country.schools().get(school).standsIn(year);
      Life.SchoolYear whole = Life.SchoolYear.whole(year, school, level, grade, how);
      double rate = level == Level.THPT ? rates.dropOut(grade) : rates.dropOutOfGdtx(grade);
      if (draft.chance(rate, -0.8 * draft.person.ability())) {
        dropOut(draft, whole);
        return;
      }
      draft.schooling.add(whole);
      boolean repeats = draft.chance(rates.repeat(grade), -0.8 * draft.person.ability());
      how = repeats ? "repeated" : "promoted";
      grade += repeats ? 0 : 1;
    }
    finish(draft, level, year, school);
  }

  private void dropOut(Draft draft, Life.SchoolYear begun) {
    LocalDate left = draft.day(LocalDate.of(begun.year(), 10, 1), 200);
    draft.schooling.add(begun.until("dropped_out", left));
    if (draft.chance(rates.dropOutTrains)) {
      String training = draft.chance(0.4) ? "SC" : "TC";
      int completed = draft.completions.get(draft.completions.size() - 1).cohort();
      LocalDate start = draft.day(left.plusDays(30), 200);
      trainings.moveOn(
          draft,
          trainings.begin(draft, training, start, new Trainings.Entrant("THCS", completed, false)));
    } else {
      draft.outside.add(new Life.Outside("WORK", left.plusDays(30)));
    }
  }

  /** The exam of a summer, its re-marking, and the exam of the next year for some who failed. */
  private void finish(Draft draft, Level level, int year, int school) {
    double pass = level == Level.THPT ? rates.passThpt : rates.passGdtx;
    draft.sittings.add(new Life.Sitting(year, school, false));
    LocalDate decided = LocalDate.of(year, 7, 16).plusDays(school % 7);
    double ability = draft.person.ability();
    boolean passes = draft.chance(pass, ability);
    draft.completions.add(new Life.Completion(year, level, school, "1", decided, outcome(passes)));
    if (!passes && draft.chance(rates.remarked)) {
      passes = true;
      LocalDate again = LocalDate.of(year, 8, 8);
      draft.completions.add(
          new Life.Completion(year, level, school, "remark", again, outcome(true)));
    }
    if (!passes && draft.chance(rates.retakes)) {
      draft.outside.add(new Life.Outside("WORK", LocalDate.of(year, 9, 1)));
      draft.sittings.add(new Life.Sitting(year + 1, school, true));
      boolean passesNow = draft.chance(pass, ability);
      if (passesNow) {
        LocalDate then = LocalDate.of(year + 1, 7, 16).plusDays(school % 7);
        draft.completions.add(
            new Life.Completion(year + 1, level, school, "1", then, outcome(true)));
        goOn(draft, level, year + 1, true);
      }
      return;
    }
    goOn(draft, level, year, passes);
  }

  private static String outcome(boolean passes) {
    return passes ? "recognised" : "completed";
  }

  private void goOn(Draft draft, Level level, int year, boolean hasDiploma) {
    double ability = draft.person.ability() - (level == Level.GDTX ? 1.2 : 0);
    if (hasDiploma && draft.chance(rates.higher, 1.3 * ability)) {
      University university = pools.university(draft.share());
      LocalDate start = draft.day(LocalDate.of(year, 9, 1), 40);
      LocalDate left = draft.chance(0.03) ? draft.day(start.plusDays(30), 300) : null;
      int major = (int) (draft.share() * university.majors().size());
      draft.studies.add(new Life.HigherStudy(university.number(), major, start, left, year));
      return;
    }
    String way = rates.afterThpt.at(draft.share());
    String prior = !hasDiploma ? "completed_thpt" : level == Level.GDTX ? "GDTX" : "THPT";
    switch (way) {
      case "CD", "TC", "SC" ->
          trainings.moveOn(
              draft, trainings.begin(draft, way, year, new Trainings.Entrant(prior, year, false)));
      case "MILITARY" -> serve(draft, year, prior);
      default ->
          draft.outside.add(new Life.Outside(way, draft.day(LocalDate.of(year, 7, 20), 120)));
    }
  }

  /** Two years of service begin in February; those who serve are men. */
  private void serve(Draft draft, int year, String prior) {
    if (draft.person.isFemale()) {
      draft.outside.add(new Life.Outside("WORK", draft.day(LocalDate.of(year, 7, 20), 120)));
      return;
    }
    draft.outside.add(new Life.Outside("MILITARY", LocalDate.of(year + 1, 2, 20)));
    if (draft.chance(0.2)) {
      LocalDate start = draft.day(LocalDate.of(year + 3, 8, 1), 60);
      trainings.begin(draft, "CD", start, new Trainings.Entrant(prior, year, false));
    }
  }
}
