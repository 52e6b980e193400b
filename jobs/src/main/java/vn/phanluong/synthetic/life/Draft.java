package vn.phanluong.synthetic.life;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import vn.phanluong.synthetic.country.Level;

/** A life while it is being lived: the person, the chance of it, and what has happened so far. */
final class Draft {
  final Person person;
  private final SplittableRandom random;
  final List<Life.SchoolYear> schooling = new ArrayList<>(8);
  final List<Life.Completion> completions = new ArrayList<>(3);
  final List<Life.Application> applications = new ArrayList<>(1);
  final List<Life.Sitting> sittings = new ArrayList<>(1);
  final List<Life.Training> trainings = new ArrayList<>(1);
  final List<Life.HigherStudy> studies = new ArrayList<>(1);
  final List<Life.Outside> outside = new ArrayList<>(1);

  Draft(Person person, SplittableRandom random) {
    this.person = person;
    this.random = random;
  }

  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  /** By a rate for the average person, moved on the logit scale. */
  boolean chance(double rate, double shift) {
    return chance(shifted(rate, shift));
  }

  double share() {
    return random.nextDouble();
  }

  /** A day from {@code first} on, {@code days} of them equally likely. */
  LocalDate day(LocalDate first, int days) {
    return first.plusDays(random.nextInt(days));
  }

  static double shifted(double rate, double shift) {
    return 1 / (1 + Math.exp(-Math.log(rate / (1 - rate)) - shift));
  }

  /** Enters a school year spent whole. */
  void sits(int year, int school, Level level, int grade, String entry) {
    schooling.add(Life.SchoolYear.whole(year, school, level, grade, entry));
  }

  Life life() {
    schooling.sort((a, b) -> a.entered().compareTo(b.entered()));
    trainings.sort((a, b) -> a.start().compareTo(b.start()));
    return new Life(
        person, schooling, completions, applications, sittings, trainings, studies, outside);
  }
}
