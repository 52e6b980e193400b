package vn.phanluong.synthetic.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import vn.phanluong.synthetic.Draws;
import vn.phanluong.synthetic.country.Country;
import vn.phanluong.synthetic.country.Place;
import vn.phanluong.synthetic.country.School;
import vn.phanluong.synthetic.life.Life;
import vn.phanluong.synthetic.report.Identities.Register;

/** What provinces tell of admission to grade 10: who applied, with which marks, and who came. */
final class AdmissionReports {
  private final Country country;
  private final Draws draws;
  private final Adoption adoption;
  private final Identities identities;

  AdmissionReports(Country country, Draws draws, Adoption adoption, Identities identities) {
    this.country = country;
    this.draws = draws;
    this.adoption = adoption;
    this.identities = identities;
  }

  /** Those who only registered for a vocational school stand in no list of admission. */
  boolean tells(Life.Application application) {
    return !application.status().isEmpty()
        && adoption.isPersonal(application.origin(), application.year());
  }

  void application(Life life, int index, Outbox outbox) {
    Life.Application application = life.applications().get(index);
    int year = application.year();
    LocalDate day = LocalDate.of(year, 5, 31);
    School school = country.schools().get(application.school());
    Place place = school.place(day);
    School choice = country.schools().get(application.choice());
    boolean isAdmitted = application.admitted() >= 0;
    School target = isAdmitted ? country.schools().get(application.admitted()) : choice;
    Place targetPlace = target.place(day);
    LocalDate enrolled = enrolledOn(life, application);
    List<String> values = new ArrayList<>(32);
    values.add(Integer.toString(year));
    values.add("");
    identities.add(values, life.person(), Register.ADMISSION, year, day);
    values.add(targetPlace.province());
    values.add(school.code(year - 1));
    values.add(school.name(year - 1));
    values.add(place.province());
    values.add(place.district() == null ? "" : place.district());
    values.add(application.method());
    values.add(choice.name(year));
    addMarks(values, life, application);
    values.add(enrolled != null ? "enrolled" : application.status());
    values.add(isAdmitted ? target.code(year) : "");
    values.add(isAdmitted ? target.name(year) : "");
    values.add(enrolled == null ? "" : enrolled.toString());
    boolean registered = application.institution() >= 0;
    values.add(Boolean.toString(registered));
    values.add(registered ? country.institutions().get(application.institution()).name(year) : "");
    Address address = Address.full(Dataset.GRADE10_ADMISSION, year, adoption.province(targetPlace));
    outbox.put(address, life.person().number(), index * 8, values);
  }

  /** The day of coming, if the admitted pupil came. */
  static @Nullable LocalDate enrolledOn(Life life, Life.Application application) {
    for (Life.SchoolYear year : life.schooling()) {
      if (application.admitted() >= 0
          && year.year() == application.year()
          && year.grade() == 10
          && year.school() == application.admitted()) {
        return year.entered().minusDays(25);
      }
    }
    return null;
  }

  private void addMarks(List<String> values, Life life, Life.Application application) {
    if (!application.method().equals("exam")) {
      values.addAll(List.of("", "", "", ""));
      return;
    }
    SplittableRandom random = draws.of("grade 10", life.person().number());
    int sum = 0;
    for (int i = 0; i < 3; i++) {
      int quarter = Scores.quarters(5.8 + 1.5 * life.person().ability(), 1.2, random);
      sum += quarter * (i < 2 ? 2 : 1);
      values.add(Scores.text(quarter));
    }
    values.add(Scores.text(sum));
  }
}
