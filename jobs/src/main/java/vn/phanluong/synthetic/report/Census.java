package vn.phanluong.synthetic.report;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicIntegerArray;
import vn.phanluong.synthetic.country.Level;
import vn.phanluong.synthetic.country.SchoolRows.PupilCounts;
import vn.phanluong.synthetic.life.Life;
import vn.phanluong.synthetic.truth.Way;

/**
 * Counts by school that reports of counts are made of: pupils by grade and sex, completers, and
 * where these went as known on 31 August and 31 December. Sums, so the order of lives is no matter.
 */
public final class Census implements PupilCounts {
  /**
   * Destinations in the order of the reference list, the last for those of whom nothing is known.
   */
  static final String[] DESTINATIONS = {
    "SC",
    "THN",
    "TC",
    "CD",
    "THPT",
    "GDTX",
    "DUAL",
    "DH",
    "WORK",
    "MILITARY",
    "ABROAD",
    "LEFT",
    "UNKNOWN"
  };

  private static final int GRADES = 7;
  private static final List<Level> LEVEL = List.of(Level.values());
  private static final int LEVELS = LEVEL.size();

  private final int from;
  private final int years;
  private final AtomicIntegerArray pupils;
  private final AtomicIntegerArray ways;

  /** Room for the schools of a country in years from–to. */
  public Census(int schools, int from, int to) {
    this.from = from;
    years = to - from + 1;
    pupils = new AtomicIntegerArray(schools * years * GRADES * 4);
    ways = new AtomicIntegerArray(schools * years * LEVELS * DESTINATIONS.length * 2);
  }

  /** Counts a life. Safe from several threads. */
  public void count(Life life) {
    for (Life.SchoolYear year : life.schooling()) {
      if (holds(year.year())) {
        boolean isFemale = life.person().isFemale();
        if (year.holdsOn(LocalDate.of(year.year(), 9, 30))) {
          pupils.incrementAndGet(pupil(year.school(), year.year(), year.grade(), isFemale, false));
        }
        if (year.holdsOn(LocalDate.of(year.year() + 1, 5, 31))) {
          pupils.incrementAndGet(pupil(year.school(), year.year(), year.grade(), isFemale, true));
        }
      }
    }
    for (Life.Completion completion : life.completions()) {
      if (completion.isDone() && holds(completion.cohort())) {
        count(life, completion, false);
        count(life, completion, true);
      }
    }
  }

  private void count(Life life, Life.Completion completion, boolean isHalf) {
    int cohort = completion.cohort();
    Way way =
        isHalf
            ? Way.until(life, completion.level(), cohort, LocalDate.of(cohort, 8, 31))
            : Way.of(life, completion.level(), cohort);
    int destination = Arrays.asList(DESTINATIONS).indexOf(way.destination());
    ways.incrementAndGet(way(completion.school(), cohort, completion.level(), destination, isHalf));
  }

  /** Pupils of a grade, 6 to 12, on 30 September or 31 May. */
  @Override
  public int pupils(int school, int schoolYear, int grade, boolean female, boolean atEnd) {
    return pupils.get(pupil(school, schoolYear, grade, female, atEnd));
  }

  int persons(int school, int cohort, Level level, int destination, boolean isHalf) {
    return ways.get(way(school, cohort, level, destination, isHalf));
  }

  int completers(int school, int cohort, Level level) {
    int sum = 0;
    for (int i = 0; i < DESTINATIONS.length; i++) {
      sum += persons(school, cohort, level, i, false);
    }
    return sum;
  }

  private boolean holds(int year) {
    return year >= from && year < from + years;
  }

  private int pupil(int school, int year, int grade, boolean isFemale, boolean atEnd) {
    int cell = (school * years + year - from) * GRADES + grade - 6;
    return cell * 4 + (isFemale ? 2 : 0) + (atEnd ? 1 : 0);
  }

  private int way(int school, int cohort, Level level, int destination, boolean isHalf) {
    int cell = (school * years + cohort - from) * LEVELS + LEVEL.indexOf(level);
    return (cell * DESTINATIONS.length + destination) * 2 + (isHalf ? 1 : 0);
  }
}
