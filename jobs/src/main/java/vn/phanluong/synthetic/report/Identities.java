package vn.phanluong.synthetic.report;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import vn.phanluong.synthetic.Digits;
import vn.phanluong.synthetic.Draws;
import vn.phanluong.synthetic.Parameters;
import vn.phanluong.synthetic.country.Country;
import vn.phanluong.synthetic.country.Level;
import vn.phanluong.synthetic.country.Place;
import vn.phanluong.synthetic.country.School;
import vn.phanluong.synthetic.life.Lives;
import vn.phanluong.synthetic.life.Person;

/**
 * Who a reporter says somebody is: learner code, national number, name, birth date, sex, groups and
 * residence. The code is of ten digits until 2025; from 2026 the national number of twelve stands
 * in its place. It is missing more often where the register is not the school's own.
 */
final class Identities {
  /** Kinds of registers, by how well they know their people. */
  enum Register {
    SCHOOL,
    PRIVATE_SCHOOL,
    ADMISSION,
    INSTITUTION,
    UNIVERSITY,
    /** Any that holds somebody of another province. */
    OTHER_PROVINCE
  }

  /** The columns, in their order. */
  static final List<String> FIELDS =
      List.of(
          "learner_code",
          "identity_number",
          "full_name",
          "birth_date",
          "sex",
          "ethnicity_group",
          "policy_group",
          "residence_province",
          "residence_district",
          "residence_commune");

  private static final int NATIONAL_NUMBER = 2026;

  private static final String[] TWO =
      IntStream.range(0, 100).mapToObj("%02d"::formatted).toArray(String[]::new);

  private final Country country;
  private final Draws draws;
  private final Names names;
  private final int[] rank;
  private final Map<Register, Double> missing = new EnumMap<>(Register.class);
  private final Map<Register, Double> numbered = new EnumMap<>(Register.class);
  private final double twoCodes;
  private final double wrongCode;
  private final double numberedSince;

  Identities(Country country, Draws draws, Parameters parameters) {
    this.country = country;
    this.draws = draws;
    rank = ranks(country);
    names = new Names(draws, parameters);
    for (Register register : Register.values()) {
      String key = register.name().toLowerCase(Locale.ROOT);
      missing.put(register, parameters.of("learner_code_missing", key));
      numbered.put(register, parameters.of("identity_number_given", key));
    }
    twoCodes = parameters.of("two_codes_for_one_person");
    wrongCode = parameters.of("code_of_another_person");
    numberedSince = parameters.of("identity_number_given_since_2026");
  }

  /**
   * Adds the identity columns of {@link Dataset}.
   *
   * @param year of the report: it decides between code and number
   * @param day by whose units the residence is told
   */
  void add(List<String> values, Person person, Register register, int year, LocalDate day) {
    long number = person.number();
    boolean isAway =
        register == Register.INSTITUTION
            || register == Register.UNIVERSITY
            || register == Register.OTHER_PROVINCE;
    long lacks = register.name().hashCode();
    boolean isMissing =
        draws.share("code missing", number, lacks, isAway ? year : 0)
            < missing.getOrDefault(register, 0.0);
    boolean hasNumber =
        draws.share("number given", number, lacks)
            < (year >= NATIONAL_NUMBER ? numberedSince : numbered.getOrDefault(register, 0.0));
    String identity = hasNumber ? identityNumber(person) : "";
    boolean hasNoCode = number >= Lives.ADULT && year < NATIONAL_NUMBER;
    values.add(
        isMissing || hasNoCode
            ? ""
            : year >= NATIONAL_NUMBER ? identityNumber(person) : code(person, isAway));
    values.add(identity);
    values.add(names.of(person));
    values.add(person.birth().toString());
    values.add(person.isFemale() ? "female" : "male");
    values.add(person.ethnicity());
    values.add(person.policyGroup());
    Place home = country.schools().get(person.home()).place(day);
    values.add(home.province());
    values.add(home.district() == null ? "" : home.district());
    values.add(home.commune());
  }

  /** Ten digits: province, year of entry, school and place in the list. */
  private String code(Person person, boolean isAway) {
    long number = person.number();
    boolean isWrong = isAway && draws.share("wrong code", number) < wrongCode;
    boolean isSecond = isAway && draws.share("second code", number) < twoCodes;
    long place = place(isWrong ? number ^ 1 : number);
    long year = Lives.entryYear(number) % 100L + (isSecond ? 50 : 0);
    String province = country.provinces().get(person.origin()).code();
    return province + TWO[(int) year] + Digits.six(place);
  }

  /** Unique within province and year of entry: a school has fewer than a thousand entrants. */
  private long place(long number) {
    return 1000L * rank[Lives.school(number)] + Lives.index(number);
  }

  private static int[] ranks(Country country) {
    int[] rank = new int[country.schools().size()];
    for (int origin = 0; origin < country.provinces().size(); origin++) {
      List<School> schools = country.schools(origin, Level.THCS);
      for (int i = 0; i < schools.size(); i++) {
        rank[schools.get(i).number()] = i;
      }
    }
    return rank;
  }

  /**
   * Twelve digits: 0 and province, century and sex, year of birth, six more (Decree
   * 137/2015/NĐ-CP).
   */
  private String identityNumber(Person person) {
    int century = person.birth().getYear() >= 2000 ? 2 : 0;
    long more = draws.key("identity", person.number()) >>> 1;
    if (person.number() < Lives.ADULT) {
      // Those born in one year mostly enter in one year, where the place in the list is unique.
      int late = Lives.entryYear(person.number()) - person.birth().getYear();
      more = place(person.number()) * 700_001 + late * 357_913L;
    }
    return "0"
        + country.provinces().get(person.origin()).code()
        + (century + (person.isFemale() ? 1 : 0))
        + TWO[person.birth().getYear() % 100]
        + Digits.six(more % 1_000_000);
  }
}
