package vn.phanluong.region;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cohort years from the first to the last, both included. */
public record Cohorts(int first, int last) {
  static final Cohorts ALL = new Cohorts(Integer.MIN_VALUE, Integer.MAX_VALUE);

  /** From the first of all, or to the last, where a bound is null. */
  public static Cohorts between(@Nullable Integer first, @Nullable Integer last) {
    return new Cohorts(first == null ? ALL.first : first, last == null ? ALL.last : last);
  }

  static Cohorts of(String first, String last) {
    return new Cohorts(
        first.isEmpty() ? ALL.first : Integer.parseInt(first),
        last.isEmpty() ? ALL.last : Integer.parseInt(last));
  }

  boolean holds(int cohort) {
    return first <= cohort && cohort <= last;
  }

  /** The first cohort it holds for and the first it does not any more. */
  List<Integer> turns() {
    return last == ALL.last ? List.of(first) : List.of(first, last + 1);
  }
}
