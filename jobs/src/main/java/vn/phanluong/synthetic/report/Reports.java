package vn.phanluong.synthetic.report;

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
      Life.SchoolYear year = life.schooling().get(i);
      if (isTold(year.year()) && pupils.tells(year)) {
        pupils.enrolment(life, i, outbox);
      }
    }
    for (int i = 0; i < life.completions().size(); i++) {
      Life.Completion completion = life.completions().get(i);
      if (isTold(completion.cohort()) && pupils.tells(completion)) {
        pupils.completion(life, i, outbox);
      }
    }
    for (int i = 0; i < life.applications().size(); i++) {
      Life.Application application = life.applications().get(i);
      if (isTold(application.year()) && admissions.tells(application)) {
        admissions.application(life, i, outbox);
      }
    }
    for (int i = 0; i < life.sittings().size(); i++) {
      if (isTold(life.sittings().get(i).year())) {
        exams.sitting(life, i, outbox);
      }
    }
    for (int i = 0; i < life.trainings().size(); i++) {
      if (isTold(life.trainings().get(i).intake()) && trainings.tells(life, i)) {
        trainings.training(life, i, to, outbox);
      }
    }
    for (int i = 0; i < life.studies().size(); i++) {
      Life.HigherStudy study = life.studies().get(i);
      if (isTold(study.start().getYear()) && studies.tells(study)) {
        studies.study(life, i, outbox);
      }
    }
  }

  private boolean isTold(int year) {
    return year >= from && year <= to;
  }
}
