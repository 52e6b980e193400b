package vn.phanluong.synthetic.life;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import vn.phanluong.synthetic.Draws;
import vn.phanluong.synthetic.Parameters;
import vn.phanluong.synthetic.country.Province;

/**
 * The parameters of lives, read once: a map looked up at every step of a life would cost more than
 * the life.
 */
final class Rates {
  final double female;
  final double twins;
  final double newYearBirthdays;
  final double overAge;
  final double homeElsewhere;
  final double homeOtherProvince;
  final double transfer;
  final double transferOtherProvince;
  final double abroadWhileAtSchool;
  final double firstRound;
  final double secondRound;
  final double repeatsUnrecognised;
  final double registersVocational;
  final double applies;
  final double admitted;
  final double enrolsAdmitted;
  final double elsewhere;
  final double vocationalElsewhere;
  final double switches;
  final double lateEntry;
  final double dropOutTrains;
  final double passThpt;
  final double passGdtx;
  final double remarked;
  final double retakes;
  final double higher;
  final double movesOn;
  final double anotherShortCourse;
  final double employed;
  private final double[] dropOut = new double[13];
  private final double[] repeat = new double[13];
  private final double[] dropOutGdtx = new double[13];
  private final Map<String, Double> loss;
  private final Map<String, Double> trend;
  private final Map<String, Double> entrants;
  private final double[] lean;
  final Weighted afterThcs;
  final Weighted afterThcsWithThn;
  final Weighted afterThpt;
  final Weighted policy;
  final Weighted startMonth;
  final Weighted adultPrior;

  Rates(Parameters parameters, Draws draws, List<Province> provinces) {
    female = parameters.of("female");
    twins = parameters.of("twins");
    newYearBirthdays = parameters.of("birthdays_on_1_january");
    overAge = parameters.of("over_age");
    homeElsewhere = parameters.of("home_elsewhere_in_province");
    homeOtherProvince = parameters.of("home_in_other_province");
    transfer = parameters.of("transfer");
    transferOtherProvince = parameters.of("transfer_to_other_province");
    abroadWhileAtSchool = parameters.of("abroad_while_at_school");
    firstRound = parameters.of("recognised_in_round", "1");
    secondRound = parameters.of("recognised_in_round", "2");
    repeatsUnrecognised = parameters.of("repeats_when_not_recognised");
    registersVocational = parameters.of("registers_for_vocational");
    applies = parameters.of("applies_for_grade_10");
    admitted = parameters.of("admitted_to_grade_10");
    enrolsAdmitted = parameters.of("enrols_when_admitted");
    elsewhere = parameters.of("upper_secondary_in_other_province");
    vocationalElsewhere = parameters.of("vocational_in_other_province");
    switches = parameters.of("switches_inside_window");
    lateEntry = parameters.of("enters_vocational_years_later");
    dropOutTrains = parameters.of("drop_out_enters_vocational");
    passThpt = parameters.of("passes_exam", "THPT");
    passGdtx = parameters.of("passes_exam", "GDTX");
    remarked = parameters.of("passes_after_remarking");
    retakes = parameters.of("retakes_exam");
    higher = parameters.of("enters_university");
    movesOn = parameters.of("moves_on_to_higher_level");
    anotherShortCourse = parameters.of("another_short_course");
    employed = parameters.of("employed_after_training");
    fill(dropOut, parameters.table("drops_out"));
    fill(repeat, parameters.table("repeats"));
    fill(dropOutGdtx, parameters.table("drops_out_of_gdtx"));
    loss = parameters.table("leaves_training");
    trend = parameters.table("lean_of_cohort");
    entrants = parameters.table("entrants_of_year");
    lean = new double[provinces.size()];
    Map<String, Double> stated = parameters.table("lean_of_province");
    for (Province province : provinces) {
      double drawn = draws.of("lean", province.origin()).nextGaussian();
      lean[province.origin()] =
          stated.getOrDefault(province.code(), parameters.of("lean_between_provinces") * drawn);
    }
    afterThcs = Weighted.of(parameters.table("after_thcs_without_public_thpt"));
    afterThcsWithThn = Weighted.of(parameters.table("after_thcs_with_trung_hoc_nghe"));
    afterThpt = Weighted.of(parameters.table("after_thpt_without_university"));
    policy = Weighted.of(parameters.table("policy_group"));
    startMonth = Weighted.of(parameters.table("start_month_of_training"));
    adultPrior = Weighted.of(parameters.table("prior_education_of_adults"));
  }

  private static void fill(double[] byGrade, Map<String, Double> table) {
    table.forEach((grade, rate) -> byGrade[Integer.parseInt(grade)] = rate);
  }

  double dropOut(int grade) {
    return dropOut[grade];
  }

  double dropOutOfGdtx(int grade) {
    return dropOutGdtx[grade];
  }

  double repeat(int grade) {
    return repeat[grade];
  }

  double loss(String level) {
    return loss.getOrDefault(level, 0.1);
  }

  /** How much a cohort leans to vocational training more than that of 2017 (logit). */
  double trend(int cohort) {
    return trend.getOrDefault(Integer.toString(Math.max(2017, Math.min(2026, cohort))), 0.0);
  }

  /** How much a province leans to vocational training (logit). */
  double lean(int origin) {
    return lean[origin];
  }

  /** Entrants of grade 6 in a year, against the mean of all years. */
  double entrants(int year) {
    String key = Integer.toString(Math.max(2008, Math.min(2030, year)));
    return entrants.getOrDefault(key, 1.0);
  }

  /** One of several, by weight. */
  static final class Weighted {
    private final String[] names;
    private final double[] upTo;

    private Weighted(String[] names, double[] upTo) {
      this.names = names;
      this.upTo = upTo;
    }

    static Weighted of(Map<String, Double> weights) {
      double[] upTo = weights.values().stream().mapToDouble(Double::doubleValue).toArray();
      Arrays.parallelPrefix(upTo, Double::sum);
      return new Weighted(weights.keySet().toArray(String[]::new), upTo);
    }

    /** The one at a share of all weight. */
    String at(double share) {
      double at = share * upTo[upTo.length - 1];
      int i = 0;
      while (i < upTo.length - 1 && upTo[i] <= at) {
        i++;
      }
      return names[i];
    }
  }
}
