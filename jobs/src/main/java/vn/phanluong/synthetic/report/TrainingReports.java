package vn.phanluong.synthetic.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.phanluong.synthetic.Draws;
import vn.phanluong.synthetic.Parameters;
import vn.phanluong.synthetic.country.Country;
import vn.phanluong.synthetic.country.Institution;
import vn.phanluong.synthetic.country.Place;
import vn.phanluong.synthetic.delivery.Delivery.Coverage;
import vn.phanluong.synthetic.life.Life;
import vn.phanluong.synthetic.report.Identities.Register;

/**
 * What vocational institutions tell: who began in the first half of a year, in the whole year, in
 * the months after it, and in later years who has left or completed since. In 2025 the halves are
 * apart, since the provinces changed between them.
 */
final class TrainingReports {
  private static final int REFORM = 2025;
  private static final int YEARS_FOLLOWED = 4;

  private final Country country;
  private final Draws draws;
  private final Adoption adoption;
  private final Identities identities;
  private final double leaversOmitted;

  TrainingReports(
      Country country,
      Draws draws,
      Adoption adoption,
      Identities identities,
      Parameters parameters) {
    this.country = country;
    this.draws = draws;
    this.adoption = adoption;
    this.identities = identities;
    leaversOmitted = parameters.of("early_leavers_omitted");
  }

  /** Those who left before the count are left out now and then: silence is not by chance. */
  boolean tells(Life life, int index) {
    Life.Training training = life.trainings().get(index);
    Institution institution = country.institutions().get(training.institution());
    boolean leftEarly =
        !training.end().isAfter(LocalDate.of(training.intake(), 12, 31))
            && training.status().equals("left");
    return adoption.isPersonalTraining(institution, training.intake())
        && !adoption.isSilent(institution, training.intake())
        && !(leftEarly && draws.share("omitted", life.person().number(), index) < leaversOmitted);
  }

  /** A report of the training: which of the person's rows, known until when, in which delivery. */
  record Telling(int record, LocalDate until, Address address) {}

  void training(Life life, int index, Telling telling, Outbox outbox) {
    List<String> values = new ArrayList<>(26);
    fill(values, life, index, telling);
    outbox.put(telling.address(), life.person().number(), telling.record(), values);
  }

  /** All reports of a training up to a year. */
  List<Telling> tellings(Life life, int index, int lastYear) {
    Life.Training training = life.trainings().get(index);
    Institution institution = country.institutions().get(training.institution());
    int intake = training.intake();
    Address base = address(institution, training.start(), intake);
    List<Telling> tellings = new ArrayList<>(3);
    LocalDate half = LocalDate.of(intake, 6, 30);
    LocalDate end = LocalDate.of(intake, 12, 31);
    int record = index * 8;
    boolean isApart = intake == REFORM;
    if (!training.start().isAfter(half)) {
      tellings.add(new Telling(record + 1, half, base.part("S1")));
    }
    if (training.start().isAfter(end)) {
      tellings.add(new Telling(record, end.plusMonths(4), base.as(Coverage.ADDITION, "late")));
    } else if (!isApart) {
      tellings.add(new Telling(record, end, base));
    } else if (training.start().isAfter(half)) {
      tellings.add(new Telling(record, end, base.part("S2")));
    }
    if (!training.start().isAfter(end) && isTwice(institution, intake, life)) {
      tellings.add(new Telling(record + 2, end, base.as(Coverage.ADDITION, "other")));
    }
    int ended = training.end().getYear();
    LocalDate told = tellings.get(tellings.size() - 1).until();
    if (training.end().isAfter(told) && ended <= Math.min(lastYear, intake + YEARS_FOLLOWED)) {
      LocalDate then = LocalDate.of(ended, 12, 31);
      Address later = address(institution, then, ended).about(intake);
      tellings.add(new Telling(record + 3, then, later.as(Coverage.CORRECTION, "status")));
    }
    return tellings;
  }

  /** Centres under two offices are told by both, under two codes, while there were two. */
  private boolean isTwice(Institution institution, int intake, Life life) {
    return institution.school() != null
        && intake < REFORM
        && adoption.hasTwoAgencies(institution.origin())
        && draws.share("twice", life.person().number()) < 0.8;
  }

  private Address address(Institution institution, LocalDate day, int year) {
    Place place = institution.place(day.getYear() == year ? day : LocalDate.of(year, 12, 31));
    return Address.full(Dataset.VOCATIONAL_ENROLMENT, year, adoption.province(place));
  }

  private void fill(List<String> values, Life life, int index, Telling telling) {
    Life.Training training = life.trainings().get(index);
    Institution institution = country.institutions().get(training.institution());
    Place place = institution.place(training.start());
    Institution.Course course = institution.courses().get(training.course());
    boolean byLabour = training.intake() < REFORM && !telling.address().agency().equals("other");
    boolean hasEnded = !training.end().isAfter(telling.until());
    values.add(Integer.toString(training.intake()));
    boolean isOfProvince = life.person().origin() == institution.origin();
    Register register = isOfProvince ? Register.INSTITUTION : Register.OTHER_PROVINCE;
    identities.add(values, life.person(), register, training.intake(), training.start());
    values.add(institution.code(training.intake(), byLabour));
    values.add(institution.name(training.intake()));
    values.add(place.province());
    values.add(place.district() == null ? "" : place.district());
    values.add(course.occupationCode());
    values.add(course.occupation());
    values.add(training.level());
    values.add(training.start().toString());
    values.add(training.prior());
    values.add(training.priorYear() == 0 ? "" : Integer.toString(training.priorYear()));
    values.add(Boolean.toString(training.isDual()));
    values.add(hasEnded ? training.status() : "studying");
    values.add(hasEnded ? training.end().toString() : "");
  }
}
