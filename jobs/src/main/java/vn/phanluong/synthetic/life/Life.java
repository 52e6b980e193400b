package vn.phanluong.synthetic.life;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.phanluong.synthetic.country.Level;

/**
 * All that happens to a person, each list in the order of days. Schools and institutions by number.
 */
public record Life(
    Person person,
    List<SchoolYear> schooling,
    List<Completion> completions,
    List<Application> applications,
    List<Sitting> sittings,
    List<Training> trainings,
    List<HigherStudy> studies,
    List<Outside> outside) {

  /**
   * A pupil in a school in a school year.
   *
   * @param year the year it begins in
   * @param entry code of {@code entry_kind}
   * @param exit code of {@code exit_kind}, or empty where the pupil stays to the end
   */
  public record SchoolYear(
      int year,
      int school,
      Level level,
      int grade,
      String entry,
      LocalDate entered,
      String exit,
      @Nullable LocalDate left) {
    static SchoolYear whole(int year, int school, Level level, int grade, String entry) {
      return new SchoolYear(year, school, level, grade, entry, LocalDate.of(year, 9, 5), "", null);
    }

    /** The same with another end, or with none. */
    public SchoolYear until(String how, @Nullable LocalDate day) {
      return new SchoolYear(year, school, level, grade, entry, entered, how, day);
    }

    /** Whether the pupil sits there on a day of the school year. */
    public boolean holdsOn(LocalDate day) {
      return !entered.isAfter(day) && (left == null || left.isAfter(day));
    }
  }

  /**
   * A decision about having completed a level.
   *
   * @param cohort year of completion
   * @param round code of {@code recognition_round}
   * @param outcome code of {@code graduate_outcome}
   */
  public record Completion(
      int cohort, Level level, int school, String round, LocalDate decided, String outcome) {
    /** Whether it ends the level: lower secondary is completed without a diploma since 2026. */
    public boolean isDone() {
      return outcome.equals("recognised") || (level == Level.THCS && outcome.equals("completed"));
    }
  }

  /**
   * An application for grade 10, or of one who registered for a vocational school instead.
   *
   * @param origin province that admits
   * @param school lower-secondary school
   * @param choice first choice, a school
   * @param status code of {@code admission_status}
   * @param admitted school that admits, or -1
   * @param institution vocational school registered for, or -1
   */
  public record Application(
      int year,
      int origin,
      int school,
      int choice,
      String method,
      String status,
      int admitted,
      int institution) {}

  /** The graduation exam sat by a pupil of a school, or again by a former one. */
  public record Sitting(int year, int school, boolean isRetake) {}

  /**
   * A vocational course begun.
   *
   * @param level code of {@code vocational_level}
   * @param course position in the institution's list
   * @param intake year of the intake
   * @param end day of leaving or completing, which may lie ahead
   * @param status {@code completed} or {@code left}
   * @param prior code of {@code prior_education}
   * @param priorYear 0 where none
   */
  public record Training(
      int institution,
      int course,
      String level,
      int intake,
      LocalDate start,
      LocalDate end,
      String status,
      boolean isDual,
      String prior,
      int priorYear,
      boolean isEmployedAfter) {
    /** The same with another end. */
    public Training until(String how, LocalDate day) {
      return new Training(
          institution, course, level, intake, start, day, how, isDual, prior, priorYear, false);
    }
  }

  /** Entry at a university. */
  public record HigherStudy(
      int university, int major, LocalDate start, @Nullable LocalDate left, int priorYear) {

    /** As the register of the year of entry has it, the only one that tells of it. */
    public HigherStudy asRegistered() {
      boolean isTold = left != null && left.getYear() == start.getYear();
      return isTold ? this : new HigherStudy(university, major, start, null, priorYear);
    }
  }

  /**
   * A way that no school register holds.
   *
   * @param kind code of {@code destination}: WORK, MILITARY, ABROAD or LEFT
   */
  public record Outside(String kind, LocalDate from) {}
}
