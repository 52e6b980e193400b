package vn.phanluong.linking;

import java.util.List;

/** What is compared of two records, each with its levels of agreement, the best first. */
enum Comparison {
  /** Full name: with marks, without, similar, another. */
  NAME("exact", "bare", "similar", "different"),
  /** Date of birth: equal, day and month swapped, one part other, only the year known. */
  BIRTH("exact", "swapped", "part", "year", "different"),
  SEX("same", "different"),
  /** Residence. */
  HOME("commune", "district", "province", "different"),
  /** Year of the completion that the destination tells, against the cohort. */
  COMPLETION("same", "different"),
  /** Lower-secondary school, which applicants for grade 10 tell. */
  SCHOOL("same", "different"),
  /** Codes cannot agree, such a record is linked by them; that both are there and differ tells. */
  CODE("none", "learner", "number");

  static final List<Comparison> ALL = List.of(values());

  // What List.of gives does not change.
  @SuppressWarnings("ImmutableEnumChecker")
  private final List<String> levels;

  Comparison(String... levels) {
    this.levels = List.of(levels);
  }

  List<String> levels() {
    return levels;
  }

  /** Position of a level by its name. */
  int level(String name) {
    return levels.indexOf(name);
  }
}
