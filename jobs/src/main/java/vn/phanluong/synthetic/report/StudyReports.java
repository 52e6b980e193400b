package vn.phanluong.synthetic.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.phanluong.synthetic.country.Country;
import vn.phanluong.synthetic.country.Place;
import vn.phanluong.synthetic.country.University;
import vn.phanluong.synthetic.life.Life;
import vn.phanluong.synthetic.report.Identities.Register;

/** What universities tell of their new students. */
final class StudyReports {
  private static final int FIRST = 2021;

  private final Country country;
  private final Adoption adoption;
  private final Identities identities;

  StudyReports(Country country, Adoption adoption, Identities identities) {
    this.country = country;
    this.adoption = adoption;
    this.identities = identities;
  }

  boolean tells(Life.HigherStudy study) {
    return study.start().getYear() >= FIRST;
  }

  void study(Life life, int index, Outbox outbox) {
    Life.HigherStudy study = life.studies().get(index);
    int year = study.start().getYear();
    LocalDate day = LocalDate.of(year, 12, 31);
    University university = country.universities().get(study.university());
    Place place = university.place(day);
    University.Major major = university.majors().get(study.major());
    boolean hasLeft = study.left() != null && !study.left().isAfter(day);
    List<String> values = new ArrayList<>(24);
    values.add(Integer.toString(year));
    identities.add(values, life.person(), Register.UNIVERSITY, year, day);
    values.add(university.code());
    values.add(university.name());
    values.add(place.province());
    values.add(place.district() == null ? "" : place.district());
    values.add(major.code());
    values.add(major.name());
    values.add("DH");
    values.add("full_time");
    values.add(study.start().toString());
    values.add(Integer.toString(study.priorYear()));
    values.add(hasLeft ? "left" : "studying");
    values.add(hasLeft ? String.valueOf(study.left()) : "");
    Address address = Address.full(Dataset.HIGHER_ENROLMENT, year, adoption.province(place));
    outbox.put(address, life.person().number(), index * 8, values);
  }
}
