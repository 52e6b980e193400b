package vn.phanluong.synthetic.truth;

import static vn.phanluong.synthetic.truth.Fact.DONE_ON_TIME;
import static vn.phanluong.synthetic.truth.Fact.EMPLOYED;
import static vn.phanluong.synthetic.truth.Fact.FOLLOWED_A_YEAR;
import static vn.phanluong.synthetic.truth.Fact.IS_DUAL;
import static vn.phanluong.synthetic.truth.Fact.LOST_IN_FIRST_YEAR;
import static vn.phanluong.synthetic.truth.Fact.MOVED_ON;
import static vn.phanluong.synthetic.truth.Fact.TC_AFTER_THCS;
import static vn.phanluong.synthetic.truth.Fact.TIME_IS_UP;
import static vn.phanluong.synthetic.truth.Fact.UPPER_LEARNER;
import static vn.phanluong.synthetic.truth.Fact.VOCATIONAL_LEARNER;

import java.time.LocalDate;
import java.util.stream.Stream;
import vn.phanluong.synthetic.country.Level;
import vn.phanluong.synthetic.life.Life;

/**
 * Reads from a life what is true of the person as a vocational learner: entry, loss, completion.
 */
final class TrainingFacts {
  private final int last;

  TrainingFacts(int last) {
    this.last = last;
  }

  void read(Life life, Facts.Sink sink) {
    for (int i = 0; i < life.trainings().size(); i++) {
      Life.Training training = life.trainings().get(i);
      long facts = 0;
      // A person who enters twice in a year at one level is one entrant.
      if (isFirstOfYear(life, i)) {
        facts |= Fact.valueOf("ENTERED_" + training.level()).bit();
        facts |= ofEntrant(life, training);
        sink.add(Facts.Basis.ENROLMENT, training.intake(), training.institution(), facts);
      }
      // Two years must have passed to know who moved on.
      if (training.status().equals("completed") && training.end().getYear() + 2 <= last) {
        long done = Fact.valueOf("COMPLETED_" + training.level()).bit();
        done |= hasMovedOn(life, training) ? MOVED_ON.bit() : 0;
        done |= training.isEmployedAfter() ? EMPLOYED.bit() : 0;
        sink.add(Facts.Basis.ENROLMENT, training.end().getYear(), training.institution(), done);
      }
      readAttendance(training, sink);
    }
  }

  static boolean isFirstOfYear(Life life, int index) {
    Life.Training training = life.trainings().get(index);
    for (Life.Training each : life.trainings().subList(0, index)) {
      if (each.intake() == training.intake() && each.level().equals(training.level())) {
        return false;
      }
    }
    return true;
  }

  private long ofEntrant(Life life, Life.Training training) {
    long facts = 0;
    if (training.level().equals("TC") && training.prior().equals("THCS")) {
      facts |= TC_AFTER_THCS.bit();
      boolean isDual =
          training.isDual() || life.schooling().stream().anyMatch(each -> isBeside(each, training));
      facts |= isDual ? IS_DUAL.bit() : 0;
    }
    LocalDate due = training.start().plusMonths(normal(training));
    if (due.getYear() <= last) {
      boolean completed = training.status().equals("completed");
      facts |= TIME_IS_UP.bit();
      facts |= completed && !training.end().isAfter(due) ? DONE_ON_TIME.bit() : 0;
    }
    if (!training.level().equals("SC") && training.intake() < last) {
      LocalDate year = training.start().plusYears(1);
      boolean leftEarly = training.status().equals("left") && !training.end().isAfter(year);
      facts |= FOLLOWED_A_YEAR.bit() | (leftEarly ? LOST_IN_FIRST_YEAR.bit() : 0);
    }
    return facts;
  }

  /** Whether a year of continuing education and training were attended on some same day. */
  private static boolean isBeside(Life.SchoolYear year, Life.Training training) {
    boolean isFirst = training.start().isBefore(year.entered());
    LocalDate both = isFirst ? year.entered() : training.start();
    return year.level() == Level.GDTX
        && year.year() == training.intake()
        && year.holdsOn(both)
        && training.end().isAfter(both);
  }

  /**
   * The end of a training; where no file tells it, of its normal time, as the warehouse takes it.
   */
  static LocalDate until(Life.Training training) {
    return isOpen(training) ? training.start().plusMonths(normal(training)) : training.end();
  }

  /** Up to when it surely goes on: an elementary course may last three months alone. */
  static LocalDate surelyUntil(Life.Training training) {
    return isOpen(training) && training.level().equals("SC")
        ? training.start().plusMonths(3)
        : until(training);
  }

  private static boolean isOpen(Life.Training training) {
    return training.status().equals("studying");
  }

  private static int normal(Life.Training training) {
    return switch (training.level()) {
      case "SC" -> 12;
      case "THN" -> 36;
      case "TC" -> training.isDual() ? 36 : training.prior().equals("THCS") ? 24 : 18;
      default -> 30;
    };
  }

  private static boolean hasMovedOn(Life life, Life.Training done) {
    String order = "SC THN TC CD";
    Stream<LocalDate> higher =
        life.trainings().stream()
            .filter(each -> order.indexOf(each.level()) > order.indexOf(done.level()))
            .map(Life.Training::start);
    // A university is above all of them.
    return Stream.concat(higher, life.studies().stream().map(Life.HigherStudy::start))
        .anyMatch(start -> start.isAfter(done.end()) && !start.isAfter(done.end().plusYears(2)));
  }

  /** Vocational learners of upper secondary age and level on 30 September of each year attended. */
  private static void readAttendance(Life.Training training, Facts.Sink sink) {
    boolean isUpper = !training.level().equals("CD") && training.prior().equals("THCS");
    for (int year = training.start().getYear();
        isUpper && year <= training.end().getYear();
        year++) {
      LocalDate day = LocalDate.of(year, 9, 30);
      if (!training.start().isAfter(day) && training.end().isAfter(day) && !training.isDual()) {
        sink.add(
            Facts.Basis.ENROLMENT,
            year,
            training.institution(),
            UPPER_LEARNER.bit() | VOCATIONAL_LEARNER.bit());
      }
    }
  }
}
