package vn.phanluong.synthetic.truth;

import java.time.LocalDate;
import vn.phanluong.synthetic.country.Level;
import vn.phanluong.synthetic.life.Life;

/**
 * Reads from a life what it adds to the sums of which persons make up one side or both, a person
 * once a year and place.
 */
final class LifeSums {
  private static final int FIRST_GRADE = 6;
  private static final int LAST_OF_LOWER = 9;
  private static final int FIRST_OF_UPPER = 10;

  /** From the beginning of grade 6 to the summer of completion. */
  private static final int LOWER_SECONDARY = 4;

  private final int last;

  /** As far as the reports of years up to {@code last} can tell. */
  LifeSums(int last) {
    this.last = last;
  }

  void read(Life life, Sums sums) {
    for (Life.SchoolYear year : life.schooling()) {
      read(year, sums);
    }
    for (Life.Completion completion : life.completions()) {
      if (completion.level() == Level.THCS && completion.isDone()) {
        sums.count(Sum.HT_BK, completion.cohort(), completion.school(), 1);
      }
    }
    for (int i = 0; i < life.trainings().size(); i++) {
      Life.Training training = life.trainings().get(i);
      if (TrainingFacts.isFirstOfYear(life, i)) {
        sums.count(Sum.NN_CT, training.intake(), training.institution(), 1);
        sums.count(Sum.NN_NL, training.intake(), training.institution(), 1);
      }
    }
  }

  private void read(Life.SchoolYear year, Sums sums) {
    int first = year.year();
    boolean isThereAtStart = year.holdsOn(LocalDate.of(first, 9, 30));
    boolean isThereAtEnd = year.holdsOn(LocalDate.of(first + 1, 5, 31));
    if (year.grade() == FIRST_GRADE && isThereAtStart) {
      sums.ask(Sum.HT_BK, first + LOWER_SECONDARY, year.school(), 1);
    }
    if (year.grade() == LAST_OF_LOWER && isThereAtEnd && first < last) {
      sums.ask(Sum.CC_10, first + 1, year.school(), 1);
    }
    boolean isNew = year.entry().equals("new");
    boolean isIntake = year.grade() == FIRST_OF_UPPER && isNew && isThereAtStart;
    if (isIntake) {
      sums.count(Sum.CC_10, first, year.school(), 1);
    }
    // A school that tells of any pupil tells of its new ones, if only that there are none.
    sums.count(Sum.TS_CT10, first, year.school(), isIntake ? 1 : 0);
  }
}
