package vn.phanluong;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.phanluong.definition.Contract;
import vn.phanluong.definition.Contracts;

/** A pupil who changes makes the balance of every cohort anew that he is, or was, counted in. */
@ExtendWith(SparkExtension.class)
class BalanceRevisionTest {
  private static final Contract SCHOOLING = Contracts.bundled().of("star.fct_schooling");
  private static final Contract RECOGNITION = Contracts.bundled().of("star.fct_recognition");
  private static final Contract BOUNDARY = Contracts.bundled().of("star.bridge_region_boundary");
  private static final Contract BALANCE = Contracts.bundled().of("indicator.completion_balance");

  private final SparkSession spark;

  /** Of ten cohorts ten pupils each, all recognised but the last; the last cohort is 2029. */
  private final List<Row> pupils = new ArrayList<>();

  private final List<Row> decisions = new ArrayList<>();

  BalanceRevisionTest(SparkSession spark) {
    this.spark = spark;
    for (int cohort = 2020; cohort < 2030; cohort++) {
      for (int i = 0; i < 10; i++) {
        pupils.add(pupil("%d-%d".formatted(cohort, i), cohort));
        if (i < 9) {
          decisions.add(decision("%d-%d".formatted(cohort, i), cohort));
        }
      }
    }
  }

  @Test
  void a_pupil_of_another_year_leaves_one_cohort_and_joins_another() {
    holdsAfter(() -> pupils.set(29, pupil("2022-9", 2027)));
  }

  @Test
  void a_decision_that_is_gone_leaves_a_pupil_unaccounted() {
    holdsAfter(() -> decisions.remove(40));
  }

  @Test
  void a_pupil_of_no_list_is_unlisted() {
    holdsAfter(() -> pupils.remove(55));
  }

  @Test
  void another_last_cohort_makes_all_anew() {
    GivenTables before = given();
    before.put(BALANCE, RevisionLaw.whole(before, BALANCE));
    decisions.add(decision("2029-9", 2030));
    GivenTables now = given();
    now.put(BALANCE, RevisionLaw.whole(now, BALANCE));
    assertThat(RevisionLaw.holds(before, now, BALANCE, "2030")).as("by parts").isFalse();
  }

  private void holdsAfter(Runnable change) {
    GivenTables before = given();
    before.put(BALANCE, RevisionLaw.whole(before, BALANCE));
    assertThat(before.read(BALANCE).isEmpty()).isFalse();
    change.run();
    GivenTables now = given();
    now.put(BALANCE, RevisionLaw.whole(now, BALANCE));
    assertThat(RevisionLaw.holds(before, now, BALANCE, "a change")).as("by parts").isTrue();
  }

  private GivenTables given() {
    GivenTables tables = new GivenTables(spark);
    tables.put(SCHOOLING, pupils);
    tables.put(RECOGNITION, decisions);
    tables.put(
        BOUNDARY,
        List.of(
            TableCase.row(
                BOUNDARY,
                """
                { region_key: P1, unit_level: province, cohort_from: 2017, cohort_to: 2040,
                  boundary: as_was, level: province, area_key: P1 }
                """)));
    return tables;
  }

  private static Row pupil(String person, int cohort) {
    return TableCase.row(
        SCHOOLING,
        """
        { learner_key: %s, education_level: THCS, school_code: A, is_synthetic: false,
          school_year: %d, grade: 9, next_province_key: P1, is_on_roll_at_end: true }
        """
            .formatted(person, cohort - 1));
  }

  private static Row decision(String person, int cohort) {
    return TableCase.row(
        RECOGNITION,
        """
        { learner_key: %s, education_level: THCS, school_code: A, is_synthetic: false,
          cohort_year: %d, is_done: true, school_province_key: P1 }
        """
            .formatted(person, cohort));
  }
}
