package vn.phanluong.synthetic.life;

import java.time.LocalDate;
import vn.phanluong.synthetic.country.Country;
import vn.phanluong.synthetic.country.Level;
import vn.phanluong.synthetic.country.School;

/** The ways after lower secondary: grade 10, continuing education, training, both, or none. */
final class AfterThcs {
  private final Country country;
  private final Pools pools;
  private final Rates rates;
  private final Trainings trainings;
  private final UpperSecondary upperSecondary;

  AfterThcs(Country country, Pools pools, Rates rates, Trainings trainings) {
    this.country = country;
    this.pools = pools;
    this.rates = rates;
    this.trainings = trainings;
    upperSecondary = new UpperSecondary(country, pools, rates, trainings);
  }

  /** Goes on from a school that recognised the completion of a year. */
  void go(Draft draft, int year, int schoolNumber) {
    School school = country.schools().get(schoolNumber);
    double lean = school.lean() + rates.trend(year) + rates.lean(draft.person.origin());
    double ability = draft.person.ability();
    boolean registers = draft.chance(rates.registersVocational, lean - 0.6 * ability);
    int admittedTo = apply(draft, year, schoolNumber, lean, registers);
    if (admittedTo >= 0 && draft.chance(rates.enrolsAdmitted)) {
      upperSecondary.general(draft, year, admittedTo, false);
      return;
    }
    var ways = year >= 2026 ? rates.afterThcsWithThn : rates.afterThcs;
    boolean leans = draft.chance(0.5, lean + (registers ? 1 : 0) - 0.2 * ability);
    String way = ways.at(draft.share());
    if (leans && !isVocational(way)) {
      // Who leans to training is asked a second time, so that the shares move and stay shares.
      way = ways.at(draft.share());
    }
    take(draft, year, way);
  }

  private static boolean isVocational(String way) {
    return way.equals("DUAL") || way.equals("TC") || way.equals("SC") || way.equals("THN");
  }

  /** Applies for grade 10, or does not; gives the school that admits, or -1. */
  private int apply(Draft draft, int year, int school, double lean, boolean registers) {
    int origin = draft.person.origin();
    double ability = draft.person.ability();
    int institution = registers ? pools.seat(origin, "TC", draft.share()).institution() : -1;
    if (!draft.chance(rates.applies, 0.9 * ability - 0.6 * lean - (registers ? 1 : 0))) {
      if (registers) {
        draft.applications.add(
            new Life.Application(year, origin, school, -1, "", "", -1, institution));
      }
      return -1;
    }
    int choice = pools.school(origin, Level.THPT, year, draft.share());
    boolean isAdmitted = draft.chance(rates.admitted, 1.2 * ability);
    boolean isElsewhere = isAdmitted && draft.chance(rates.elsewhere);
    int admitted =
        !isAdmitted
            ? -1
            : isElsewhere
                ? pools.school(pools.near(origin, draft.share()), Level.THPT, year, draft.share())
                : choice;
    String method = draft.share() < 0.75 ? "exam" : "record";
    draft.applications.add(
        new Life.Application(
            year,
            admitted < 0 ? origin : country.schools().get(admitted).origin(),
            school,
            choice,
            method,
            isAdmitted ? "admitted" : "not_admitted",
            admitted,
            institution));
    return admitted;
  }

  private void take(Draft draft, int year, String way) {
    int origin = draft.person.origin();
    switch (way) {
      case "THPT" ->
          upperSecondary.general(
              draft, year, pools.school(origin, Level.THPT, year, draft.share()), false);
      case "GDTX" ->
          upperSecondary.continuing(
              draft, year, pools.school(origin, Level.GDTX, year, draft.share()));
      case "DUAL" -> {
        trainings.begin(draft, "TC", year, new Trainings.Entrant("THCS", year, true));
        upperSecondary.continuing(
            draft, year, pools.school(origin, Level.GDTX, year, draft.share()));
      }
      case "TC", "SC", "THN" -> train(draft, year, way);
      default -> leave(draft, year, way);
    }
  }

  private void train(Draft draft, int year, String level) {
    Life.Training training =
        trainings.begin(draft, level, year, new Trainings.Entrant("THCS", year, false));
    boolean ends = training.end().isBefore(LocalDate.of(year, 12, 1));
    if (!level.equals("SC") && draft.chance(rates.switches)) {
      // The course is given up after some weeks for another, inside the same window.
      LocalDate left = draft.day(training.start().plusDays(20), 30);
      draft.trainings.remove(training);
      draft.trainings.add(training.until("left", left));
      trainings.begin(draft, "TC", left.plusDays(10), new Trainings.Entrant("THCS", year, false));
    } else if (training.status().equals("left") && ends) {
      draft.outside.add(new Life.Outside("WORK", training.end().plusDays(15)));
    } else {
      trainings.moveOn(draft, training);
    }
  }

  private void leave(Draft draft, int year, String kind) {
    draft.outside.add(new Life.Outside(kind, draft.day(LocalDate.of(year, 7, 1), 120)));
    if (!kind.equals("ABROAD") && draft.chance(rates.lateEntry)) {
      LocalDate start = draft.day(LocalDate.of(year + 1, 6, 1), 600);
      String level = draft.chance(0.5) ? "SC" : "TC";
      trainings.moveOn(
          draft, trainings.begin(draft, level, start, new Trainings.Entrant("THCS", year, false)));
    }
  }
}
