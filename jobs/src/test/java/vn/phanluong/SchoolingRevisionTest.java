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

/**
 * What decisions tell of a school hangs on the school's decisions: its first, or the loss of its
 * only one, makes anew the pupils that no decision names.
 */
@ExtendWith(SparkExtension.class)
class SchoolingRevisionTest {
  private static final Contract SCHOOLING = contract("star.fct_schooling");
  private static final Contract RECOGNITION = contract("star.fct_recognition");
  private static final List<Contract> PLACES =
      List.of(contract("star.dim_region"), contract("star.bridge_region_boundary"));

  /** The district of all schools, and its province. */
  private static final String OF_SCHOOLS = "region_key IN ('D794@2017-01-01', 'P80@2017-01-01')";

  private final SparkSession spark;
  private final GivenTables reference;

  /** Three pupils each of schools A to D, of grade 9 in 2022. */
  private final List<Row> pupils = new ArrayList<>();

  private final List<Row> persons = new ArrayList<>();

  /** The first pupil of A, B and C is recognised in 2023. */
  private final List<Row> decisions = new ArrayList<>();

  SchoolingRevisionTest(SparkSession spark) {
    this.spark = spark;
    this.reference = new GivenTables(spark);
    PLACES.forEach(it -> reference.put(it, RevisionLaw.whole(reference, it).where(OF_SCHOOLS)));
    for (int i = 0; i < 12; i++) {
      String school = "ABCD".substring(i / 3, i / 3 + 1);
      pupils.add(pupil(i, school));
      persons.add(person(i));
      if (i % 3 == 0 && !school.equals("D")) {
        decisions.add(decision(i, school));
      }
    }
  }

  @Test
  void a_school_loses_its_only_decision() {
    assertThat(holdsAfter(() -> decisions.remove(1))).as("by persons").isTrue();
  }

  @Test
  void a_school_has_its_first_decision() {
    assertThat(holdsAfter(() -> decisions.add(decision(9, "D")))).as("by persons").isTrue();
  }

  @Test
  void a_province_of_which_no_decision_tells_any_more_is_everybody() {
    assertThat(holdsAfter(decisions::clear)).as("by persons").isFalse();
  }

  private boolean holdsAfter(Runnable change) {
    GivenTables before = given();
    change.run();
    GivenTables now = given();
    assertThat(now.read(SCHOOLING).exceptAll(before.read(SCHOOLING)).count())
        .as("pupils of whom more or less is told")
        .isGreaterThan(1);
    return RevisionLaw.holds(before, now, SCHOOLING, "a change");
  }

  private GivenTables given() {
    GivenTables tables = new GivenTables(spark);
    PLACES.forEach(it -> tables.put(it, reference.read(it)));
    tables.put(contract("clean.enrolment"), pupils);
    tables.put(contract("star.bridge_learner"), persons);
    tables.put(RECOGNITION, decisions);
    tables.put(
        contract("ops.submission"),
        List.of(row("ops.submission", "{ submission_id: s, sequence: 1 }")));
    tables.put(SCHOOLING, RevisionLaw.whole(tables, SCHOOLING));
    return tables;
  }

  private static Row pupil(int number, String school) {
    return row(
        "clean.enrolment",
        """
        { period: 2022, submission_id: s, row_number: %d, school_year: 2022, school_code: %s,
          programme: THCS, grade: 9, region_key: D794@2017-01-01, entered_on: 2022-09-05 }
        """
            .formatted(number, school));
  }

  private static Row person(int number) {
    return row(
        "star.bridge_learner",
        "{ dataset: enrolment, period: 2022, submission_id: s, row_number: %1$d, learner_key: p%1$d }"
            .formatted(number));
  }

  private static Row decision(int number, String school) {
    return row(
        "star.fct_recognition",
        """
        { cohort_year: 2023, education_level: THCS, learner_key: p%d, is_done: true, school_code: %s,
          school_region_key: D794@2017-01-01, school_province_key: P80@2017-01-01 }
        """
            .formatted(number, school));
  }

  private static Row row(String table, String written) {
    return TableCase.row(contract(table), written);
  }

  private static Contract contract(String id) {
    return Contracts.bundled().of(id);
  }
}
