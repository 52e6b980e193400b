package vn.phanluong;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.phanluong.definition.Contract;
import vn.phanluong.definition.Contracts;
import vn.phanluong.runtime.Builders;
import vn.phanluong.runtime.Changes;
import vn.phanluong.runtime.Inputs;
import vn.phanluong.runtime.RevisingBuilder;
import vn.phanluong.runtime.Revision;
import vn.phanluong.runtime.Slices;
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
          "indicator.school_rate");

  private final SparkSession spark;
  private final GivenTables reference;

  PersonRevisionTest(SparkSession spark) {
    this.spark = spark;
    this.reference = new GivenTables(spark);
    Contract region = Contracts.bundled().of("star.dim_region");
    reference.put(region, whole(reference, region));
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
    PERSONS.forEach(id -> put(before, id, whole(before, Contracts.bundled().of(id))));
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
        put(now, id, whole(now, contract));
        assertThat(now.read(contract).isEmpty()).as(id).isFalse();
        Dataset<Row> made = revised(state, now, contract);
        if (made != null) {
          revised.merge(id, 1, Integer::sum);
          List<String> unexpected = texts(made);
          List<String> missing = texts(now.read(contract));
          missing.forEach(it -> unexpected.remove(it));
          texts(made).forEach(missing::remove);
          assertThat(unexpected).as("%s, step %d", id, step).isEmpty();
          assertThat(missing).as("%s, step %d", id, step).isEmpty();
        }
      }
      state = now;
    }
    return revised;
  }

  private static @Nullable Dataset<Row> revised(Tables before, Tables now, Contract contract) {
    Map<String, Slices> parts =
        contract.reads().stream()
            .filter(id -> !id.startsWith("reference.") && !id.startsWith("ops."))
            .filter(id -> !texts(read(before, id)).equals(texts(read(now, id))))
            .collect(Collectors.toMap(id -> id, id -> differing(before, now, id)));
    if (parts.isEmpty()) {
      return null;
    }
    RevisingBuilder builder = (RevisingBuilder) Builders.of(contract);
    Revision revision = builder.revision(new Changes(before, now, contract, parts, Map.of()));
    if (revision == null) {
      return null;
    }
    Dataset<Row> kept =
        before
            .read(contract)
            .join(revision.keys(), Inputs.keys(revision.keys().columns()), "left_anti");
    return shaped(contract, kept.unionByName(revision.rows()));
  }

  /** The partitions in which an input is not as it was. */
  private static Slices differing(Tables before, Tables now, String id) {
    Map<Map<String, String>, List<String>> one = byPart(before, id);
    Map<Map<String, String>, List<String>> other = byPart(now, id);
    return new Slices(
        Stream.of(one, other)
            .flatMap(it -> it.keySet().stream())
            .filter(part -> !Objects.equals(one.get(part), other.get(part)))
            .collect(Collectors.toSet()));
  }

  private static Map<Map<String, String>, List<String>> byPart(Tables tables, String id) {
    List<String> partition = Contracts.bundled().of(id).partition();
    return read(tables, id).collectAsList().stream()
        .collect(
            Collectors.groupingBy(
                row ->
                    partition.stream()
                        .collect(Collectors.toMap(it -> it, it -> "" + row.getAs(it))),
                Collectors.collectingAndThen(
                    Collectors.toList(),
                    rows -> rows.stream().map(Row::toString).sorted().toList())));
  }

  private static Dataset<Row> read(Tables tables, String id) {
    return tables.read(Contracts.bundled().of(id));
  }

  private GivenTables given(RandomRegisters registers) {
    GivenTables tables = new GivenTables(spark);
    put(tables, "star.dim_region", read(reference, "star.dim_region"));
    registers.tables().forEach(tables::put);
    return tables;
  }

  private static void put(GivenTables tables, String id, Dataset<Row> rows) {
    tables.put(Contracts.bundled().of(id), rows);
  }

  private static Dataset<Row> whole(Tables tables, Contract contract) {
    Inputs in = new Inputs(tables, contract, Slices.WHOLE);
    return shaped(contract, Builders.of(contract).build(in)).localCheckpoint();
  }

  private static Dataset<Row> shaped(Contract contract, Dataset<Row> rows) {
    return rows.to(StructType.fromDDL(contract.shapeDdl()));
  }

  private static List<String> texts(Dataset<Row> rows) {
    Stream<String> texts = rows.collectAsList().stream().map(Row::toString);
    return new ArrayList<>(texts.sorted().toList());
  }
}
