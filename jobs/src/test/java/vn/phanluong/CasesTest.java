package vn.phanluong;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.phanluong.definition.Contract;
import vn.phanluong.definition.Contracts;
import vn.phanluong.runtime.Builders;
import vn.phanluong.runtime.Inputs;
import vn.phanluong.runtime.Slices;
import vn.phanluong.runtime.Tables;

/** The cases under src/test/resources/cases, each a folder whose name says what holds. */
@ExtendWith(SparkExtension.class)
class CasesTest {
  private static final int FEWEST_CASES = 2;

  /** Dimensions made of reference lists; a case that gives none of its own has these. */
  private static final List<String> REFERENCE =
      List.of(
          "star.dim_region",
          "star.dim_exam_council",
          "star.dim_indicator",
          "star.bridge_region_boundary");

  private final SparkSession spark;

  CasesTest(SparkSession spark) {
    this.spark = spark;
  }

  @TestFactory
  Stream<DynamicContainer> cases() {
    GivenTables reference = new GivenTables(spark);
    for (String id : REFERENCE) {
      Contract contract = Contracts.bundled().of(id);
      reference.put(contract, built(reference, contract).localCheckpoint());
    }
    Map<String, List<TableCase>> byTable =
        all().stream()
            .collect(
                Collectors.groupingBy(it -> it.contract().id(), TreeMap::new, Collectors.toList()));
    String asked = System.getProperty("cases", "");
    return byTable.entrySet().stream()
        .filter(table -> table.getKey().contains(asked))
        .map(
            table ->
                DynamicContainer.dynamicContainer(
                    table.getKey(),
                    table.getValue().stream()
                        .map(
                            it ->
                                DynamicTest.dynamicTest(
                                    it.sentence(), () -> check(it, reference)))));
  }

  @Test
  void every_table_after_clean_has_cases() {
    Map<String, Long> counts =
        all().stream()
            .collect(Collectors.groupingBy(it -> it.contract().id(), Collectors.counting()));
    Set<String> few = new TreeSet<>();
    for (String stage : List.of("star", "indicator", "published")) {
      Contracts.bundled().ofStage(stage).stream()
          .map(Contract::id)
          .filter(id -> counts.getOrDefault(id, 0L) < FEWEST_CASES)
          .forEach(few::add);
    }
    assertThat(few).isEmpty();
  }

  private static List<TableCase> all() {
    return TableCase.under(Checkout.path("jobs/src/test/resources/cases"));
  }

  private static void check(TableCase each, GivenTables reference) {
    Contract contract = each.contract();
    Map<Contract, List<Row>> given = each.given();
    assertThat(contract.reads())
        .as("What the case gives is what the table reads")
        .containsAll(given.keySet().stream().map(Contract::id).toList());
    GivenTables tables = new GivenTables(reference.spark());
    for (String id : REFERENCE) {
      Contract dimension = Contracts.bundled().of(id);
      if (contract.reads().contains(id)) {
        tables.put(dimension, reference.read(dimension));
      }
    }
    given.forEach(tables::put);
    assertThat(
            TableDifference.of(
                contract.key(),
                each.expected(),
                built(tables, contract).collectAsList(),
                each.isComplete()))
        .isEmpty();
  }

  /** What the builder makes, through the gate. */
  private static Dataset<Row> built(Tables tables, Contract contract) {
    Dataset<Row> rows = Builders.of(contract).build(new Inputs(tables, contract, Slices.WHOLE));
    assertThat(rows.columns()).containsExactlyInAnyOrderElementsOf(contract.columnNames());
    return rows.to(StructType.fromDDL(contract.shapeDdl()));
  }
}
