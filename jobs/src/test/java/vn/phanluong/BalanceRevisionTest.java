package vn.phanluong;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
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
  private final List<Map<String, @Nullable Object>> pupils = new ArrayList<>();

  private final List<Map<String, @Nullable Object>> decisions = new ArrayList<>();

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
    tables.put(SCHOOLING, pupils.stream().map(it -> TableCase.filled(SCHOOLING, it)).toList());
    tables.put(
        RECOGNITION, decisions.stream().map(it -> TableCase.filled(RECOGNITION, it)).toList());
    Map<String, @Nullable Object> province = new HashMap<>();
    province.put("region_key", "P1");
    province.put("unit_level", "province");
    province.put("cohort_from", (short) 2017);
    province.put("cohort_to", (short) 2040);
    province.put("boundary", "as_was");
    province.put("level", "province");
    province.put("area_key", "P1");
    tables.put(BOUNDARY, List.of(TableCase.filled(BOUNDARY, province)));
    return tables;
  }

  private static Map<String, @Nullable Object> pupil(String person, int cohort) {
    Map<String, @Nullable Object> row = person(person);
    row.put("school_year", (short) (cohort - 1));
    row.put("grade", (short) 9);
    row.put("next_province_key", "P1");
    row.put("is_on_roll_at_end", true);
    return row;
  }

  private static Map<String, @Nullable Object> decision(String person, int cohort) {
    Map<String, @Nullable Object> row = person(person);
    row.put("cohort_year", (short) cohort);
    row.put("is_done", true);
    row.put("school_province_key", "P1");
    return row;
  }

  private static Map<String, @Nullable Object> person(String person) {
    Map<String, @Nullable Object> row = new HashMap<>();
    row.put("learner_key", person);
    row.put("education_level", "THCS");
    row.put("school_code", "A");
    row.put("is_synthetic", false);
    return row;
  }
}
