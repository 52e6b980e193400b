package vn.phanluong.synthetic.truth;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.phanluong.synthetic.country.Level;
import vn.phanluong.synthetic.life.Life;

/**
 * What a completer did inside the window. The vocational slot counts whatever the general one
 * holds; the classes of the distribution exclude each other.
 *
 * @param training first vocational entry, or null
 * @param general THPT, GDTX or DH: first general entry; empty if none
 * @param statusVocational level of the training attended on the last day of the window; empty if
 *     none
 * @param statusGeneral the same of general study
 * @param outside WORK, MILITARY, ABROAD or LEFT begun by that day; empty if none
 */
public record Way(
    Life.@Nullable Training training,
    String general,
    String statusVocational,
    String statusGeneral,
    String outside) {
  /**
   * The day whose units are called today's: when the reference lists were last amended, so that the
   * same seed gives the same bytes on every day.
   */
  public static final LocalDate TODAY = LocalDate.of(2026, 11, 1);

  /** The way of a person who completed a level in a cohort year. */
  public static Way of(Life life, Level level, int cohort) {
    return of(life, level, Window.of(cohort));
  }

  /** The same as it stood on an earlier day of the window. */
  public static Way until(Life life, Level level, int cohort, LocalDate day) {
    return of(life, level, Window.of(cohort).until(day));
  }

  private static Way of(Life life, Level level, Window window) {
    String general = "";
    String statusGeneral = "";
    if (level == Level.THCS) {
      for (Life.SchoolYear year : life.schooling()) {
        boolean counts = year.grade() >= 10 && window.holds(year.entered());
        general = counts && general.isEmpty() ? year.level().name() : general;
        statusGeneral = counts && year.holdsOn(window.to()) ? year.level().name() : statusGeneral;
      }
    } else {
      for (Life.HigherStudy study : life.studies()) {
        boolean counts = window.holds(study.start());
        general = counts ? "DH" : general;
        statusGeneral =
            counts && (study.left() == null || study.left().isAfter(window.to()))
                ? "DH"
                : statusGeneral;
      }
    }
    return new Way(
        first(life, window),
        general,
        attended(life, window.to()),
        statusGeneral,
        outside(life, window));
  }

  private static Life.@Nullable Training first(Life life, Window window) {
    for (Life.Training training : life.trainings()) {
      if (window.holds(training.start())) {
        return training;
      }
    }
    return null;
  }

  private static String attended(Life life, LocalDate day) {
    String level = "";
    for (Life.Training training : life.trainings()) {
      if (!training.start().isAfter(day) && TrainingFacts.until(training).isAfter(day)) {
        level = training.level();
      }
    }
    return level;
  }

  private static String outside(Life life, Window window) {
    String kind = "";
    for (Life.Outside each : life.outside()) {
      if (window.holds(each.from())) {
        kind = each.kind();
      }
    }
    return kind;
  }

  /** Level of the first vocational entry; empty if none. */
  public String vocational() {
    return training == null ? "" : training.level();
  }

  /** The one class of the distribution, a code of {@code destination}. */
  public String destination() {
    boolean isUpper = general.equals("THPT") || general.equals("DH");
    if (isUpper) {
      return general;
    }
    if (vocational().equals("TC") && general.equals("GDTX")) {
      return "DUAL";
    }
    if (training != null) {
      return vocational();
    }
    if (!general.isEmpty()) {
      return general;
    }
    return outside.isEmpty() ? "UNKNOWN" : outside;
  }
}
