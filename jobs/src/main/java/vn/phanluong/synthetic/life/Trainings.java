package vn.phanluong.synthetic.life;

import java.time.LocalDate;
import vn.phanluong.synthetic.country.Country;
import vn.phanluong.synthetic.country.Institution;

/** Vocational training: when it begins, how long it lasts, who leaves, what follows. */
final class Trainings {
  private final Country country;
  private final Pools pools;
  private final Rates rates;

  Trainings(Country country, Pools pools, Rates rates) {
    this.country = country;
    this.pools = pools;
    this.rates = rates;
  }

  /** What somebody brings along. */
  record Entrant(String prior, int priorYear, boolean isDual) {}

  /** Begins training in the season after a completion in {@code year}, before or in its window. */
  Life.Training begin(Draft draft, String level, int year, Entrant entrant) {
    String month = rates.startMonth.at(draft.share());
    LocalDate first =
        LocalDate.parse(month.startsWith("+") ? (year + 1) + month.substring(1) : year + month);
    return begin(draft, level, draft.day(first, 28), entrant);
  }

  /** Begins training on a day. */
  Life.Training begin(Draft draft, String level, LocalDate start, Entrant entrant) {
    int origin = draft.person.origin();
    boolean isAway = draft.chance(rates.vocationalElsewhere);
    Pools.Seat seat =
        pools.seat(isAway ? pools.near(origin, draft.share()) : origin, level, draft.share());
    return begin(draft, seat, level, start, entrant);
  }

  private Life.Training begin(
      Draft draft, Pools.Seat seat, String level, LocalDate start, Entrant entrant) {
    Institution institution = country.institutions().get(seat.institution());
    int months = months(draft, level, entrant);
    boolean leaves =
        draft.chance(rates.loss(level), institution.loss() - 0.3 * draft.person.ability());
    LocalDate end =
        leaves
            ? start.plusDays(5 + (long) (draft.share() * draft.share() * 30 * months))
            : start.plusMonths(months);
    Life.Training training =
        new Life.Training(
            seat.institution(),
            seat.course(),
            level,
            intake(level, start),
            start,
            end,
            leaves ? "left" : "completed",
            entrant.isDual(),
            entrant.prior(),
            entrant.priorYear(),
            !leaves && draft.chance(rates.employed));
    draft.trainings.add(training);
    return training;
  }

  /** Short courses go by the calendar; the intake of the others lasts into the spring. */
  private static int intake(String level, LocalDate start) {
    return start.getYear() - (!level.equals("SC") && start.getMonthValue() < 5 ? 1 : 0);
  }

  /**
   * Months of a course: those of sơ cấp vary from three to eleven, others run late now and then.
   */
  private static int months(Draft draft, String level, Entrant entrant) {
    int late = draft.chance(0.1) ? 12 : 0;
    return switch (level) {
      case "SC" -> 3 + (int) (draft.share() * 9);
      case "THN" -> 36 + late;
      case "TC" -> (entrant.isDual() ? 36 : entrant.prior().equals("THCS") ? 24 : 18) + late;
      default -> 30 + late;
    };
  }

  /** After a completed course: a higher one within two years, or another short one. */
  void moveOn(Draft draft, Life.Training done) {
    if (!done.status().equals("completed")) {
      return;
    }
    String next =
        switch (done.level()) {
          case "SC" -> draft.chance(rates.anotherShortCourse) ? "SC" : "TC";
          case "CD" -> "";
          default -> "CD";
        };
    boolean goes = next.equals("SC") || (!next.isEmpty() && draft.chance(rates.movesOn));
    if (goes) {
      LocalDate start = draft.day(done.end().plusDays(20), 500);
      String prior = done.level().equals("SC") ? done.prior() : "TC";
      begin(draft, next, start, new Entrant(prior, done.end().getYear(), false));
    }
  }
}
