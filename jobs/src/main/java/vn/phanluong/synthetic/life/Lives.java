package vn.phanluong.synthetic.life;

import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import vn.phanluong.synthetic.Draws;
import vn.phanluong.synthetic.Parameters;
import vn.phanluong.synthetic.country.Country;
import vn.phanluong.synthetic.country.Institution;
import vn.phanluong.synthetic.country.Level;
import vn.phanluong.synthetic.country.School;

/**
 * Every life of the country, one after another and never all at once. A life follows from the seed
 * and the person's number, so it can be lived again wherever it is needed.
 */
public final class Lives {
  private static final int FIRST_YEAR = 2000;
  private static final int YEARS = 64;
  private static final int MOST = 1 << 16;

  /** Numbers from here on are those of adults in short courses. */
  public static final long ADULT = 1L << 40;

  private final Country country;

  private final Draws draws;
  private final Rates rates;
  private final LowerSecondary lowerSecondary;
  private final Trainings trainings;
  private final Pools pools;
  private final UpperSecondary upperSecondary;
  private final double adults;
  private final double returners;
  private final double scale;

  public Lives(Country country, Draws draws, Parameters parameters, double scale) {
    this.country = country;
    this.draws = draws;
    this.scale = scale;
    rates = new Rates(parameters, draws, country.provinces());
    pools = new Pools(country);
    trainings = new Trainings(country, pools, rates);
    lowerSecondary = new LowerSecondary(country, pools, rates, trainings);
    upperSecondary = new UpperSecondary(country, pools, rates, trainings);
    returners = parameters.of("adults_in_continuing_education");
    adults = parameters.of("adults_in_short_courses");
  }

  /** The lives of those who entered grade 6 in a province in years from–to, in a fixed order. */
  public void pupils(int origin, int from, int to, Consumer<Life> each) {
    for (School school : country.schools(origin, Level.THCS)) {
      for (int year = from; year <= to; year++) {
        int entrants = school.isOpen(year) ? entrants(school, year) : 0;
        for (int index = 0; index < entrants; index++) {
          each.accept(pupil(school, year, index));
        }
      }
    }
  }

  /** The lives of adults who took short courses in a province in years from–to. */
  public void adults(int origin, int from, int to, Consumer<Life> each) {
    List<Institution> institutions = country.institutions(origin);
    double share = country.provinces().get(origin).weight() * adults * scale / institutions.size();
    for (Institution institution : institutions) {
      for (int year = from; year <= to; year++) {
        int count = rounded(share, draws.share("adults", institution.number(), year));
        for (int index = 0; index < count; index++) {
          each.accept(adult(institution, year, index));
        }
      }
    }
  }

  /** The lives of adults who took up continuing education again in a province in years from–to. */
  public void returners(int origin, int from, int to, Consumer<Life> each) {
    for (School school : country.schools(origin, Level.GDTX)) {
      for (int year = from; year <= to; year++) {
        double expected = school.isOpen(year) ? returners * school.intake(Level.GDTX) : 0;
        int count = rounded(expected, draws.share("returners", school.number(), year));
        for (int index = 0; index < count; index++) {
          each.accept(returner(school, year, index));
        }
      }
    }
  }

  /** Lower secondary was completed before any year that is reported. */
  private Life returner(School school, int year, int index) {
    long number = 2 * ADULT + number(school.number(), year, index);
    Person person = adult(number, school.origin(), year - 30);
    Draft draft = new Draft(person, draws.of("life", number));
    int cohort = person.birth().getYear() + 15;
    LocalDate decided = LocalDate.of(cohort, 6, 10);
    draft.completions.add(
        new Life.Completion(cohort, Level.THCS, person.home(), "1", decided, "recognised"));
    upperSecondary.continuing(draft, year, school.number());
    return draft.life();
  }

  private int entrants(School school, int year) {
    double expected = school.intake(Level.THCS) * rates.entrants(year);
    double noise = 1 + 0.05 * draws.of("entrants", school.number(), year).nextGaussian();
    return Math.min(999, rounded(expected * noise, draws.share("round", school.number(), year)));
  }

  private static int rounded(double expected, double share) {
    return (int) Math.floor(Math.max(0, expected) + share);
  }

  private Life pupil(School school, int year, int index) {
    long number = number(school.number(), year, index);
    Draft draft = new Draft(person(school, year, index), draws.of("life", number));
    lowerSecondary.study(draft, year, school.number());
    return draft.life();
  }

  private static long number(int place, int year, int index) {
    return ((long) place * YEARS + (year - FIRST_YEAR)) * MOST + index;
  }

  /** Year in which a pupil of a number entered grade 6. */
  public static int entryYear(long number) {
    return FIRST_YEAR + (int) (number / MOST % YEARS);
  }

  /** School in which a pupil of a number entered grade 6. */
  public static int school(long number) {
    return (int) (number / MOST / YEARS);
  }

  /** Place of a pupil among the entrants of school and year, below 1000. */
  public static int index(long number) {
    return (int) (number % MOST);
  }

  private Person person(School school, int year, int index) {
    long own = number(school.number(), year, index);
    // The second of a pair takes what twins share from the first.
    boolean isTwin = index % 2 == 1 && draws.share("twin", own) < 2 * rates.twins;
    long shared = isTwin ? own - 1 : own;
    SplittableRandom family = draws.of("family", shared);
    SplittableRandom self = draws.of("person", own);
    int late = family.nextDouble() < rates.overAge ? 1 + family.nextInt(2) : 0;
    LocalDate birth = LocalDate.of(year - 11 - late, 1, 1).plusDays(family.nextInt(365));
    if (family.nextDouble() < rates.newYearBirthdays) {
      birth = birth.withDayOfYear(1);
    }
    double minority = country.provinces().get(school.origin()).minority();
    double drawn = family.nextDouble();
    String ethnicity = drawn < minority ? "minority" : drawn > 0.9995 ? "foreign" : "kinh";
    String policy = rates.policy.at(family.nextDouble());
    int home = home(school, family);
    double ability = self.nextGaussian() - (ethnicity.equals("minority") ? 0.3 : 0);
    boolean isFemale = self.nextDouble() < rates.female;
    return new Person(
        own,
        school.origin(),
        isFemale,
        birth,
        ethnicity,
        policy,
        home,
        ability,
        isTwin ? shared : -1);
  }

  private int home(School school, SplittableRandom family) {
    double drawn = family.nextDouble();
    if (drawn < rates.homeOtherProvince) {
      int near = pools.near(school.origin(), family.nextDouble());
      return pools.school(near, Level.THCS, FIRST_YEAR, family.nextDouble());
    }
    return drawn < rates.homeOtherProvince + rates.homeElsewhere
        ? pools.school(school.origin(), Level.THCS, FIRST_YEAR, family.nextDouble())
        : school.number();
  }

  private Person adult(long number, int origin, int bornBy) {
    SplittableRandom self = draws.of("person", number);
    LocalDate birth = LocalDate.of(bornBy - self.nextInt(20), 1, 1).plusDays(self.nextInt(365));
    int home = pools.school(origin, Level.THCS, FIRST_YEAR, self.nextDouble());
    return new Person(
        number,
        origin,
        self.nextDouble() < rates.female,
        birth,
        "kinh",
        rates.policy.at(self.nextDouble()),
        home,
        self.nextGaussian(),
        -1);
  }

  private Life adult(Institution institution, int year, int index) {
    long number = ADULT + number(institution.number(), year, index);
    Person person = adult(number, institution.origin(), year - 18);
    Draft draft = new Draft(person, draws.of("life", number));
    String prior = rates.adultPrior.at(draft.share());
    int priorYear = prior.equals("below_thcs") ? 0 : person.birth().getYear() + 18;
    LocalDate start = draft.day(LocalDate.of(year, 1, 5), 330);
    Trainings.Entrant entrant = new Trainings.Entrant(prior, Math.min(priorYear, year), false);
    Life.Training done = trainings.begin(draft, "SC", start, entrant);
    // Several short courses by one person, one after another.
    while (draft.chance(0.2)) {
      done = trainings.begin(draft, "SC", draft.day(done.end().plusDays(7), 60), entrant);
    }
    return draft.life();
  }
}
