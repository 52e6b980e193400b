package vn.phanluong;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.phanluong.definition.Contract;
import vn.phanluong.definition.Contracts;
import vn.phanluong.runtime.Tables;

/**
 * What a change of some rows puts in the place of rows, in each table of persons, makes the table
 * that all rows make. The registers are small and full of codes that several rows carry, of which
 * some contradict each other, so that a change reaches far.
 */
@ExtendWith(SparkExtension.class)
class PersonRevisionTest {
  private static final List<String> PERSONS =
      List.of(
          "star.bridge_learner",
          "star.fct_recognition",
          "star.fct_application",
          "star.fct_schooling",
          "star.fct_training",
          "star.fct_spell",
          "star.fct_pathway",
          "indicator.tally",
          "indicator.completion_balance",
          "indicator.school_rate");

  private final SparkSession spark;
  private final GivenTables reference;

  PersonRevisionTest(SparkSession spark) {
    this.spark = spark;
    this.reference = new GivenTables(spark);
    Contract region = Contracts.bundled().of("star.dim_region");
    reference.put(region, RevisionLaw.whole(reference, region));
    Contract boundary = Contracts.bundled().of("star.bridge_region_boundary");
    reference.put(
        boundary,
        RevisionLaw.whole(reference, boundary)
            .where("unit_level = 'province' AND level IN ('province', 'nation')"));
  }

  @Test
  void what_changed_rows_decide_makes_the_whole_table() {
    Map<String, Integer> revised = compare(new Random(2026), 20, 1);
    assertThat(revised).as("Not made as a whole after all").containsOnlyKeys(PERSONS);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  @Tag("soak")
  void after_any_changes(long seed) {
    compare(new Random(seed), 10 + (int) seed * 5, 5);
  }

  /** The tables that were revised, and how often. */
  private Map<String, Integer> compare(Random random, int rowsOfEach, int steps) {
    RandomRegisters registers = new RandomRegisters(random, rowsOfEach);
    GivenTables before = given(registers);
    PERSONS.forEach(id -> put(before, id, RevisionLaw.whole(before, Contracts.bundled().of(id))));
    Map<String, Integer> revised = new HashMap<>();
    GivenTables state = before;
    for (int step = 0; step < steps; step++) {
      registers.change();
      if (step % 2 == 0) {
        registers.link(4);
      }
      GivenTables now = given(registers);
      for (String id : PERSONS) {
        Contract contract = Contracts.bundled().of(id);
        put(now, id, RevisionLaw.whole(now, contract));
        assertThat(now.read(contract).isEmpty()).as(id).isFalse();
        if (RevisionLaw.holds(state, now, contract, "step " + step)) {
          revised.merge(id, 1, Integer::sum);
        }
      }
      state = now;
    }
    return revised;
  }

  private static Dataset<Row> read(Tables tables, String id) {
    return tables.read(Contracts.bundled().of(id));
  }

  private GivenTables given(RandomRegisters registers) {
    GivenTables tables = new GivenTables(spark);
    for (String id : List.of("star.dim_region", "star.bridge_region_boundary")) {
      put(tables, id, read(reference, id));
    }
    registers.tables().forEach(tables::put);
    return tables;
  }

  private static void put(GivenTables tables, String id, Dataset<Row> rows) {
    tables.put(Contracts.bundled().of(id), rows);
  }
}
