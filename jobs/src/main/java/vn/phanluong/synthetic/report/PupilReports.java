package vn.phanluong.synthetic.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.phanluong.synthetic.Draws;
import vn.phanluong.synthetic.Parameters;
import vn.phanluong.synthetic.country.Country;
import vn.phanluong.synthetic.country.Level;
import vn.phanluong.synthetic.country.Place;
import vn.phanluong.synthetic.country.School;
import vn.phanluong.synthetic.delivery.Delivery.Coverage;
import vn.phanluong.synthetic.life.Life;
import vn.phanluong.synthetic.report.Identities.Register;

/** What schools tell: enrolment of a school year, and who completed a level. */
final class PupilReports {
  private final Country country;
  private final Draws draws;
  private final Adoption adoption;
  private final Identities identities;
  private final double lateCompletion;

  PupilReports(
      Country country,
      Draws draws,
      Adoption adoption,
      Identities identities,
      Parameters parameters) {
    this.country = country;
    this.draws = draws;
    this.adoption = adoption;
    this.identities = identities;
    lateCompletion = parameters.of("completion_entered_late");
  }

  /** Whether a year in a school is told at all. */
  boolean tells(Life.SchoolYear year) {
    School school = country.schools().get(year.school());
    return adoption.isPersonal(school.origin(), year.year())
        && !adoption.isSilent(school, year.year());
  }

  /** Whether a decision is told at all. */
  boolean tells(Life.Completion completion) {
    School school = country.schools().get(completion.school());
    return adoption.isPersonal(school.origin(), completion.cohort())
        && !adoption.isSilent(school, completion.cohort());
  }

  /** Who sat there on 30 September; at the end of the year, who has come and gone since. */
  void enrolment(Life life, int index, Outbox outbox) {
    Life.SchoolYear year = life.schooling().get(index);
    Address address = address(year);
    if (isIn(year, false)) {
      outbox.put(address, life.person().number(), index * 8, enrolment(life, year, false));
    }
    if (isIn(year, true)) {
      Address later = address.in(year.year() + 1).as(Coverage.CORRECTION, "end");
      outbox.put(later, life.person().number(), index * 8 + 1, enrolment(life, year, true));
    }
  }

  /** Whether the list at the start of the year, or the one at its end, holds it. */
  static boolean isIn(Life.SchoolYear year, boolean atEnd) {
    return atEnd ? year.left() != null || !sitsOnCensusDay(year) : sitsOnCensusDay(year);
  }

  private static boolean sitsOnCensusDay(Life.SchoolYear year) {
    return year.holdsOn(LocalDate.of(year.year(), 9, 30));
  }

  private Address address(Life.SchoolYear year) {
    School school = country.schools().get(year.school());
    Place place = school.place(LocalDate.of(year.year(), 9, 30));
    boolean isLower = year.level() == Level.THCS;
    Address address =
        Address.full(
            Dataset.ENROLMENT,
            year.year(),
            isLower ? adoption.smallest(place) : adoption.province(place));
    // What a province adds to its districts' reports must not stand instead of one of them.
    return isLower || !adoption.reportsByDistrict(school.origin())
        ? address
        : address.as(Coverage.ADDITION, "THPT");
  }

  private List<String> enrolment(Life life, Life.SchoolYear year, boolean atEnd) {
    School school = country.schools().get(year.school());
    LocalDate day = LocalDate.of(year.year(), 9, 30);
    List<String> values = new ArrayList<>(24);
    values.add(Integer.toString(year.year()));
    identities.add(values, life.person(), register(life, school), year.year(), day);
    addSchool(values, school, year.year(), school.place(day));
    values.add(year.level() == Level.GDTX ? "GDTX_THPT" : year.level().name());
    values.add(Integer.toString(year.grade()));
    values.add(className(life, year.grade()));
    values.add(year.entry());
    values.add(year.entered().toString());
    values.add(atEnd ? year.exit() : "");
    values.add(atEnd && year.left() != null ? year.left().toString() : "");
    return values;
  }

  /** The decision in the list of its round; some who were forgotten come in a list that adds. */
  void completion(Life life, int index, Outbox outbox) {
    Life.Completion completion = life.completions().get(index);
    School school = country.schools().get(completion.school());
    int cohort = completion.cohort();
    LocalDate day = LocalDate.of(cohort, 5, 31);
    Place place = school.place(day);
    boolean isSecond = completion.round().equals("2");
    boolean isLower = completion.level() == Level.THCS;
    // Districts ended between the two rounds of 2025.
    boolean isSmall = isLower && !(isSecond && cohort == 2025);
    Address address =
        Address.full(
            Dataset.GRADUATE,
            cohort,
            isSmall ? adoption.smallest(place) : adoption.province(place));
    // The two levels are decided by different offices, at different times.
    address = isLower ? address : address.as(Coverage.ADDITION, "THPT");
    if (isSecond) {
      address = address.round(2);
    } else if (completion.round().equals("remark")) {
      address = address.as(Coverage.CORRECTION, "remark");
    } else if (draws.share("late completion", life.person().number(), index) < lateCompletion) {
      address = address.as(Coverage.ADDITION, isLower ? "late" : "THPT late");
    }
    List<String> values = new ArrayList<>(24);
    values.add(Integer.toString(cohort));
    identities.add(values, life.person(), register(life, school), cohort, day);
    addSchool(values, school, cohort - 1, place);
    values.add(completion.level().name());
    values.add(className(life, isLower ? 9 : 12));
    values.add(completion.round());
    values.add(completion.decided().toString());
    values.add(completion.outcome());
    outbox.put(address, life.person().number(), index * 8, values);
  }

  private static Register register(Life life, School school) {
    if (life.person().origin() != school.origin()) {
      return Register.OTHER_PROVINCE;
    }
    return school.ownership().equals("public") ? Register.SCHOOL : Register.PRIVATE_SCHOOL;
  }

  private static void addSchool(List<String> values, School school, int schoolYear, Place place) {
    values.add(school.code(schoolYear));
    values.add(school.name(schoolYear));
    values.add(place.province());
    values.add(place.district() == null ? "" : place.district());
  }

  private static String className(Life life, int grade) {
    return grade + "A" + (life.person().number() % 5 + 1);
  }
}
