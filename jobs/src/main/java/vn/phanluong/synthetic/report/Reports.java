package vn.phanluong.synthetic.report;

import java.util.List;
import vn.phanluong.synthetic.Draws;
import vn.phanluong.synthetic.Parameters;
import vn.phanluong.synthetic.Years;
import vn.phanluong.synthetic.country.Country;
import vn.phanluong.synthetic.life.Life;

/** Tells a life: every row about it, into the deliveries of years from–to. */
public final class Reports {
  private final int from;
  private final int to;
  private final PupilReports pupils;
  private final AdmissionReports admissions;
  private final ExamReports exams;
  private final TrainingReports trainings;
  private final StudyReports studies;

  public Reports(
      Country country, Draws draws, Parameters parameters, Adoption adoption, Years years) {
    from = years.from();
    to = years.to();
    Identities identities = new Identities(country, draws, parameters);
    pupils = new PupilReports(country, draws, adoption, identities, parameters);
    admissions = new AdmissionReports(country, draws, adoption, identities);
    exams = new ExamReports(country, draws, adoption);
    trainings = new TrainingReports(country, draws, adoption, identities, parameters);
    studies = new StudyReports(country, adoption, identities);
  }

  /** Puts the rows of a life into the outbox, in an order that depends on the life alone. */
  public void tell(Life life, Outbox outbox) {
    for (int i = 0; i < life.schooling().size(); i++) {
      if (tells(life.schooling().get(i), false) || tells(life.schooling().get(i), true)) {
        pupils.enrolment(life, i, outbox);
      }
    }
    for (int i = 0; i < life.completions().size(); i++) {
      if (tells(life.completions().get(i))) {
        pupils.completion(life, i, outbox);
      }
    }
    for (int i = 0; i < life.applications().size(); i++) {
      if (tells(life.applications().get(i))) {
        admissions.application(life, i, outbox);
      }
    }
    for (int i = 0; i < life.sittings().size(); i++) {
      if (tells(life.sittings().get(i))) {
        exams.sitting(life, i, outbox);
      }
    }
    for (int i = 0; i < life.trainings().size(); i++) {
      for (TrainingReports.Telling telling : tellings(life, i)) {
        trainings.training(life, i, telling, outbox);
      }
    }
    for (int i = 0; i < life.studies().size(); i++) {
      if (tells(life.studies().get(i))) {
        studies.study(life, i, outbox);
      }
    }
  }

  /** Whether the list at the start of a school year tells of a pupil, or the one at its end. */
  boolean tells(Life.SchoolYear year, boolean atEnd) {
    return isTold(year.year())
        && (!atEnd || year.year() < to)
        && PupilReports.isIn(year, atEnd)
        && pupils.tells(year);
  }

  boolean tells(Life.Completion completion) {
    return isTold(completion.cohort()) && pupils.tells(completion);
  }

  boolean tells(Life.Application application) {
    return isTold(application.year()) && admissions.tells(application);
  }

  boolean tells(Life.Sitting sitting) {
    return isTold(sitting.year());
  }

  boolean tells(Life.HigherStudy study) {
    return isTold(study.start().getYear()) && studies.tells(study);
  }

  /** The reports that tell of a training. */
  List<TrainingReports.Telling> tellings(Life life, int index) {
    boolean isTold = isTold(life.trainings().get(index).intake()) && trainings.tells(life, index);
    return isTold ? trainings.tellings(life, index, to) : List.of();
  }

  private boolean isTold(int year) {
    return year >= from && year <= to;
  }
}
