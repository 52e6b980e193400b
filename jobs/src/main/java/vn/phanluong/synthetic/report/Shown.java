package vn.phanluong.synthetic.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.phanluong.synthetic.life.Life;

/**
 * A life as far as the delivered files show it to a reader who knows every person: the records that
 * stand in some accepted file, with what was known of them when it was sent.
 */
public final class Shown {
  /** Which rows no accepted file holds. */
  public interface Lost {
    boolean contains(Dataset dataset, long person, int record);
  }

  /** The end of what nobody has told the end of. */
  private static final LocalDate OPEN = LocalDate.of(9999, 12, 31);

  private final Reports reports;
  private final Lost lost;

  public Shown(Reports reports, Lost lost) {
    this.reports = reports;
    this.lost = lost;
  }

  /** What is shown of a life; ways outside all registers never are. */
  public Life of(Life life) {
    long person = life.person().number();
    return new Life(
        life.person(),
        schooling(life),
        kept(life.completions(), Dataset.GRADUATE, person, reports::tells),
        kept(life.applications(), Dataset.GRADE10_ADMISSION, person, reports::tells),
        kept(life.sittings(), Dataset.EXAM_RESULT, person, reports::tells),
        trainings(life),
        kept(life.studies(), Dataset.HIGHER_ENROLMENT, person, reports::tells).stream()
            .map(Life.HigherStudy::asRegistered)
            .toList(),
        List.of());
  }

  private <T> List<T> kept(List<T> all, Dataset dataset, long person, Predicate<T> isTold) {
    List<T> kept = new ArrayList<>(all.size());
    for (int i = 0; i < all.size(); i++) {
      if (isTold.test(all.get(i)) && !lost.contains(dataset, person, i * 8)) {
        kept.add(all.get(i));
      }
    }
    return kept;
  }

  private List<Life.SchoolYear> schooling(Life life) {
    List<Life.SchoolYear> kept = new ArrayList<>(life.schooling().size());
    long person = life.person().number();
    for (int i = 0; i < life.schooling().size(); i++) {
      Life.SchoolYear year = life.schooling().get(i);
      boolean atStart =
          reports.tells(year, false) && !lost.contains(Dataset.ENROLMENT, person, i * 8);
      boolean atEnd =
          reports.tells(year, true) && !lost.contains(Dataset.ENROLMENT, person, i * 8 + 1);
      if (atEnd) {
        kept.add(year);
      } else if (atStart) {
        kept.add(year.until("", null));
      }
    }
    return kept;
  }

  private List<Life.Training> trainings(Life life) {
    List<Life.Training> kept = new ArrayList<>(life.trainings().size());
    for (int i = 0; i < life.trainings().size(); i++) {
      Life.Training training = life.trainings().get(i);
      LocalDate known = known(life, i);
      if (known != null) {
        boolean hasEnded = !training.end().isAfter(known);
        kept.add(hasEnded ? training : training.until("studying", OPEN));
      }
    }
    return kept;
  }

  /** The last day a training is known up to; null if no file holds it. */
  private @Nullable LocalDate known(Life life, int index) {
    LocalDate known = null;
    for (TrainingReports.Telling telling : reports.tellings(life, index)) {
      boolean stands =
          !lost.contains(Dataset.VOCATIONAL_ENROLMENT, life.person().number(), telling.record());
      if (stands && (known == null || known.isBefore(telling.until()))) {
        known = telling.until();
      }
    }
    return known;
  }
}
