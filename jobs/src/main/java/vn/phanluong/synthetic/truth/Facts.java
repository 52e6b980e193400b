package vn.phanluong.synthetic.truth;

import static vn.phanluong.synthetic.truth.Fact.ADMITTED;
import static vn.phanluong.synthetic.truth.Fact.APPLIED;
import static vn.phanluong.synthetic.truth.Fact.BEGAN_THCS;
import static vn.phanluong.synthetic.truth.Fact.BEGAN_UPPER;
import static vn.phanluong.synthetic.truth.Fact.DONE_ON_TIME;
import static vn.phanluong.synthetic.truth.Fact.DROPPED_OUT;
import static vn.phanluong.synthetic.truth.Fact.ENROLLED_THCS;
import static vn.phanluong.synthetic.truth.Fact.ENROLLED_UPPER;
import static vn.phanluong.synthetic.truth.Fact.FOLLOWED_THCS_YEAR;
import static vn.phanluong.synthetic.truth.Fact.FOLLOWED_UPPER_YEAR;
import static vn.phanluong.synthetic.truth.Fact.IN_GRADE_9_AT_END;
import static vn.phanluong.synthetic.truth.Fact.NOT_ADMITTED;
import static vn.phanluong.synthetic.truth.Fact.NOT_APPLIED;
import static vn.phanluong.synthetic.truth.Fact.NO_STUDY;
import static vn.phanluong.synthetic.truth.Fact.PASSED;
import static vn.phanluong.synthetic.truth.Fact.RECOGNISED_THCS;
import static vn.phanluong.synthetic.truth.Fact.REGISTERED;
import static vn.phanluong.synthetic.truth.Fact.REGISTERED_IN_GRADE_9;
import static vn.phanluong.synthetic.truth.Fact.REPEATS;
import static vn.phanluong.synthetic.truth.Fact.SAT_EXAM;
import static vn.phanluong.synthetic.truth.Fact.SUSTAINED;
import static vn.phanluong.synthetic.truth.Fact.UPPER_LEARNER;

import java.time.LocalDate;
import vn.phanluong.synthetic.country.Level;
import vn.phanluong.synthetic.life.Life;

/** Reads from a life what is true of the person for each cohort, school year and intake. */
final class Facts {
  /** Where facts go. */
  interface Sink {
    /**
     * What is true of a person.
     *
     * @param basis what the place is of: school, residence or enrolment
     * @param year cohort, first year of the school year, or intake
     * @param place number of the school, of the school by whose spot the person lives, or of the
     *     institution
     */
    void add(Basis basis, int year, int place, long facts);
  }

  enum Basis {
    SCHOOL,
    RESIDENCE,
    ENROLMENT
  }

  private final int last;
  private final TrainingFacts trainings;

  /**
   * Facts as far as the reports of years up to {@code last} can tell: who is on time, or stays, is
   * asked only when the time has come.
   */
  Facts(int last) {
    this.last = last;
    trainings = new TrainingFacts(last);
  }

  void read(Life life, Sink sink) {
    readCompletions(life, sink);
    readSchooling(life, sink);
    trainings.read(life, sink);
  }

  private void readCompletions(Life life, Sink sink) {
    for (Life.Completion completion : life.completions()) {
      if (completion.isDone()) {
        long facts = ofCompletion(life, completion);
        sink.add(Basis.SCHOOL, completion.cohort(), completion.school(), facts);
        sink.add(Basis.RESIDENCE, completion.cohort(), life.person().home(), facts);
      }
    }
    for (Life.Sitting sitting : life.sittings()) {
      boolean passed =
          life.completions().stream()
              .anyMatch(
                  each ->
                      each.level() != Level.THCS
                          && each.cohort() == sitting.year()
                          && each.outcome().equals("recognised"));
      long facts = SAT_EXAM.bit() | (passed ? PASSED.bit() : 0);
      sink.add(Basis.SCHOOL, sitting.year(), sitting.school(), facts);
    }
  }

  private long ofCompletion(Life life, Life.Completion completion) {
    int cohort = completion.cohort();
    Way way = Way.of(life, completion.level(), cohort);
    long facts = Fact.valueOf("COMPLETED_" + completion.level()).bit();
    facts |= named("VOCATIONAL_", way.vocational());
    facts |= named("GENERAL_", way.general());
    facts |= named("WENT_", way.destination());
    boolean entered = way.training() != null || !way.general().isEmpty();
    boolean attends = !way.statusVocational().isEmpty() || !way.statusGeneral().isEmpty();
    facts |= entered || attends ? 0 : NO_STUDY.bit();
    if (cohort < last && completion.level() != Level.GDTX) {
      facts |= Fact.valueOf("FOLLOWED_" + completion.level()).bit();
      facts |= isSustained(life, cohort) ? SUSTAINED.bit() : 0;
    }
    return completion.level() == Level.THCS ? facts | ofApplication(life, cohort) : facts;
  }

  private static long named(String prefix, String code) {
    return code.isEmpty() ? 0 : Fact.valueOf(prefix + code).bit();
  }

  private static long ofApplication(Life life, int cohort) {
    boolean applied = false;
    boolean admitted = false;
    for (Life.Application application : life.applications()) {
      boolean isOfYear = application.year() == cohort && !application.status().isEmpty();
      applied |= isOfYear;
      admitted |= isOfYear && application.admitted() >= 0;
    }
    long facts = isRegistered(life, cohort) ? REGISTERED.bit() : 0;
    if (!applied) {
      return facts | NOT_APPLIED.bit();
    }
    return facts | APPLIED.bit() | (admitted ? ADMITTED.bit() : NOT_ADMITTED.bit());
  }

  private static boolean isRegistered(Life life, int year) {
    return life.applications().stream()
        .anyMatch(each -> each.year() == year && each.institution() >= 0);
  }

  /** Present somewhere at the end of every month from October to March (England's measure). */
  private static boolean isSustained(Life life, int cohort) {
    for (int month = 0; month < 6; month++) {
      LocalDate first = LocalDate.of(cohort, 10, 1).plusMonths(month);
      if (!attends(life, first.plusMonths(1).minusDays(1))) {
        return false;
      }
    }
    return true;
  }

  private static boolean attends(Life life, LocalDate day) {
    for (Life.SchoolYear year : life.schooling()) {
      boolean isItsYear = !day.isAfter(LocalDate.of(year.year() + 1, 5, 31));
      if (isItsYear && year.grade() >= 10 && year.holdsOn(day)) {
        return true;
      }
    }
    for (Life.HigherStudy study : life.studies()) {
      if (!study.start().isAfter(day) && (study.left() == null || study.left().isAfter(day))) {
        return true;
      }
    }
    return isInTraining(life, day);
  }

  private static boolean isInTraining(Life life, LocalDate day) {
    for (Life.Training training : life.trainings()) {
      if (!training.start().isAfter(day) && TrainingFacts.surelyUntil(training).isAfter(day)) {
        return true;
      }
    }
    return false;
  }

  private void readSchooling(Life life, Sink sink) {
    for (Life.SchoolYear year : life.schooling()) {
      boolean isLower = year.level() == Level.THCS;
      long facts = 0;
      if (year.holdsOn(LocalDate.of(year.year(), 9, 30))) {
        facts |= isLower ? ENROLLED_THCS.bit() : ENROLLED_UPPER.bit() | UPPER_LEARNER.bit();
        facts |= year.entry().equals("repeated") ? REPEATS.bit() : 0;
        if (year.year() < last) {
          facts |= isLower ? FOLLOWED_THCS_YEAR.bit() : FOLLOWED_UPPER_YEAR.bit();
          facts |= year.exit().equals("dropped_out") ? DROPPED_OUT.bit() : 0;
        }
      }
      int due = year.year() + (isLower ? 4 : 3);
      boolean isFirstGrade = year.grade() == (isLower ? 6 : 10);
      if (year.entry().equals("new") && isFirstGrade && due <= last) {
        long begun = isLower ? BEGAN_THCS.bit() : BEGAN_UPPER.bit();
        begun |= isDone(life, year.level(), due) ? DONE_ON_TIME.bit() : 0;
        sink.add(Basis.SCHOOL, due, year.school(), begun);
      }
      boolean isGrade9 = year.grade() == 9 && year.year() < last;
      if (isGrade9 && year.holdsOn(LocalDate.of(year.year() + 1, 5, 31))) {
        long grade9 = IN_GRADE_9_AT_END.bit() | ofGrade9(life, year.year() + 1);
        sink.add(Basis.SCHOOL, year.year() + 1, year.school(), grade9);
      }
      sink.add(Basis.SCHOOL, year.year(), year.school(), facts);
    }
  }

  private static long ofGrade9(Life life, int cohort) {
    long facts = isDone(life, Level.THCS, cohort) ? RECOGNISED_THCS.bit() : 0;
    return facts | (isRegistered(life, cohort) ? REGISTERED_IN_GRADE_9.bit() : 0);
  }

  private static boolean isDone(Life life, Level level, int cohort) {
    return life.completions().stream()
        .anyMatch(each -> each.level() == level && each.cohort() == cohort && each.isDone());
  }
}
