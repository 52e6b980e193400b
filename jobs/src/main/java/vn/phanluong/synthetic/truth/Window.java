package vn.phanluong.synthetic.truth;

import java.time.LocalDate;

/**
 * The days in which a first entry counts for the cohort of a year: 1 June to 31 December. The words
 * of the plans leave it open; this is the project's declared default.
 */
record Window(LocalDate from, LocalDate to) {
  static Window of(int cohort) {
    return new Window(LocalDate.of(cohort, 6, 1), LocalDate.of(cohort, 12, 31));
  }

  Window until(LocalDate day) {
    return new Window(from, day);
  }

  boolean holds(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(to);
  }
}
