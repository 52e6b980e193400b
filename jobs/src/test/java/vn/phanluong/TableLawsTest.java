package vn.phanluong;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructField;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.phanluong.definition.Column;
import vn.phanluong.definition.Contract;
import vn.phanluong.definition.Contracts;
import vn.phanluong.ops.BuildRun;
import vn.phanluong.runtime.BuildLedger;
import vn.phanluong.runtime.Builders;
import vn.phanluong.runtime.Inputs;
import vn.phanluong.runtime.Slices;
import vn.phanluong.runtime.TableStore;

/** What holds of every table that is built, whatever it is about and whatever happened before. */
@ExtendWith(HomeExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TableLawsTest {
  private final Map<String, List<Row>> rows = new HashMap<>();

  /** What came first, built. */
  private final Warehouse first;

  TableLawsTest(TableStore store) {
    first = new Warehouse(store);
  }

  @BeforeAll
  void loadAndBuild() {
    first.load(Deliveries.first(first, text -> text));
    first.build();
  }

  static Stream<String> tables() {
    return Warehouse.built().stream().map(Contract::id);
  }

  @ParameterizedTest
  @MethodSource("tables")
  void a_table_has_rows_in_the_shape_of_its_contract(String id) {
    Contract contract = Contracts.bundled().of(id);
    assertThat(rows(id)).isNotEmpty();
    assertThat(Stream.of(rows(id).get(0).schema().fields()).map(TableLawsTest::described))
        .containsExactlyElementsOf(
            contract.columns().stream().map(it -> it.name() + " " + it.type()).toList());
    for (Column column : contract.columns()) {
      if (column.required()) {
        assertThat(values(id, column.name())).as(column.name()).doesNotContainNull();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("tables")
  void a_key_is_unique(String id) {
    List<String> key = Contracts.bundled().of(id).key();
    assertThat(rows(id).stream().map(row -> key.stream().map(it -> row.getAs(it)).toList()))
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("tables")
  void references_resolve(String id) {
    for (Column column : Contracts.bundled().of(id).columns()) {
      String to = column.refersTo();
      if (to != null) {
        String table = tableOf(to);
        // AssertJ's own isSubsetOf compares each with each: a minute for the boundaries.
        Set<Object> unknown = new HashSet<>(values(id, column.name()));
        unknown.remove(null);
        values(table, to.substring(to.indexOf('.') + 1)).forEach(unknown::remove);
        assertThat(unknown).as("%s.%s", id, column.name()).isEmpty();
      }
    }
  }

  @Test
  void rows_read_are_those_accepted_and_those_rejected() {
    List<Row> submissions = rows("ops.submission");
    assertThat(submissions).hasSize(25);
    for (Row submission : submissions) {
      String id = submission.getAs("submission_id");
      Map<Object, Long> counts = new HashMap<>();
      for (Row row : rows("raw." + submission.getAs("dataset"))) {
        if (row.getAs("submission_id").equals(id)) {
          counts.merge(row.getAs("row_status"), 1L, Long::sum);
        }
      }
      long accepted = counts.getOrDefault("accepted", 0L);
      long rejected = counts.getOrDefault("rejected", 0L);
      assertThat(List.of("rows_accepted", "rows_rejected", "rows_read"))
          .as(submission.<String>getAs("file_name"))
          .map(it -> submission.<Long>getAs(it))
          .containsExactly(accepted, rejected, accepted + rejected);
    }
    assertThat(values("ops.submission", "rows_rejected")).contains(2L);
  }

  @Test
  void building_when_nothing_came_makes_nothing() {
    assertThat(first.build()).isEmpty();
  }

  /** Two laws in one, since each takes a whole warehouse: no kill and no order leaves a trace. */
  @Test
  void runs_killed_anywhere_slice_by_slice_equal_all_anew_in_another_order(
      TableStore killed, TableStore once, TableStore anew) {
    Warehouse corrected = new Warehouse(killed);
    first.copyTo(corrected);
    loadKilled(corrected);
    Warehouse loaded = new Warehouse(once);
    first.copyTo(loaded);
    loaded.load(second(loaded));
    assertEqual(raw(corrected), raw(loaded));
    buildKilled(corrected);
    corrected.build();
    assertSlices(corrected);
    assertThat(exams(corrected, "46")).hasSize(30);
    assertThat(exams(corrected, "47")).as("The slice that is new").hasSize(30);
    assertThat(exams(corrected, "49")).as("The slice that a correction left empty").isEmpty();
    assertThat(exams(corrected, "58")).as("The slice that no correction was about").hasSize(2);
    assertThat(corrected.build()).as("nothing is due").isEmpty();

    Warehouse shuffled = new Warehouse(anew);
    Random random = new Random(7);
    shuffled.load(Deliveries.first(shuffled, text -> Deliveries.shuffled(text, random)));
    shuffled.load(Deliveries.second(shuffled, text -> Deliveries.shuffled(text, random)));
    shuffled.build();
    assertEqual(
        corrected.contents("submission_id", "row_number"),
        shuffled.contents("submission_id", "row_number"));
  }

  private static void loadKilled(Warehouse warehouse) {
    for (int step = 1; step <= 4; step++) {
      KilledProgress progress = new KilledProgress(step);
      assertThat(progress.kills(() -> warehouse.load(second(warehouse), progress.progress())))
          .as("Killed at step " + step)
          .isTrue();
    }
    assertThat(warehouse.store().home().pending()).exists();
    assertThat(warehouse.content(Contracts.bundled().of("ops.submission"))).hasSize(25);
    warehouse.load(second(warehouse));
    assertThat(warehouse.store().home().pending()).doesNotExist();
  }

  /** What was taken in, with the submission and the row it is of. */
  private static Map<String, List<String>> raw(Warehouse warehouse) {
    Map<String, List<String>> contents = new HashMap<>();
    Contracts.bundled().all().stream()
        .filter(contract -> contract.id().startsWith("raw."))
        .forEach(contract -> contents.put(contract.id(), warehouse.content(contract)));
    return contents;
  }

  private static void buildKilled(Warehouse warehouse) {
    for (int step : new int[] {3, 8}) {
      KilledProgress progress = new KilledProgress(step);
      BuildRun run = new BuildRun(warehouse.store(), progress.progress());
      assertThat(progress.kills(() -> run.run(List.of(), false))).isTrue();
    }
    commitWithoutLedger(warehouse, "star.fct_graduate_count");
  }

  private static void assertSlices(Warehouse warehouse) {
    BuildLedger ledger = new BuildLedger(warehouse.store());
    Map<String, Slices> due = new HashMap<>();
    Stream.of("star.fct_exam", "indicator.observation")
        .forEach(it -> due.put(it, Objects.requireNonNull(ledger.last(it)).slices()));
    assertThat(due)
        .containsEntry("indicator.observation", new Slices(Set.of(Map.of("cohort_year", "2023"))))
        .containsEntry(
            "star.fct_exam",
            new Slices(
                Set.of(
                    Map.of("exam_year", "2021", "council_code", "46"),
                    Map.of("exam_year", "2021", "council_code", "47"),
                    Map.of("exam_year", "2021", "council_code", "49"))));
  }

  /** As a build killed between its table's commit and its ledger's leaves a home. */
  private static void commitWithoutLedger(Warehouse warehouse, String id) {
    Contract contract = Contracts.bundled().of(id);
    Inputs all = new Inputs(warehouse.store(), contract, Slices.WHOLE);
    Dataset<Row> half = Builders.of(contract).build(all).where(col("persons").mod(2).equalTo(0));
    warehouse.store().replace(contract, Slices.WHOLE, half);
  }

  private static List<java.nio.file.Path> second(Warehouse warehouse) {
    return Deliveries.second(warehouse, text -> text);
  }

  private static List<Row> exams(Warehouse warehouse, String council) {
    return warehouse
        .store()
        .read(Contracts.bundled().of("star.fct_exam"))
        .where(col("exam_year").equalTo(2021).and(col("council_code").equalTo(council)))
        .collectAsList();
  }

  private List<Row> rows(String id) {
    return rows.computeIfAbsent(
        id, it -> first.store().read(Contracts.bundled().of(it)).collectAsList());
  }

  private List<Object> values(String id, String column) {
    List<Object> values = new ArrayList<>();
    rows(id).forEach(row -> values.add(row.getAs(column)));
    return values;
  }

  /** The table of {@code table.column}, in whichever stage it is. */
  private static String tableOf(String to) {
    String[] parts = to.split("\\.", -1);
    return Contracts.bundled().all().stream()
        .filter(it -> it.table().equals(parts[0]) && it.columnNames().contains(parts[1]))
        .findFirst()
        .orElseThrow()
        .id();
  }

  private static String described(StructField field) {
    return field.name() + " " + field.dataType().simpleString();
  }

  /** Tells only the rows that differ. */
  private static void assertEqual(
      Map<String, List<String>> actual, Map<String, List<String>> expected) {
    expected.forEach(
        (id, rows) -> {
          List<String> missing = new ArrayList<>(rows);
          List<String> unexpected = new ArrayList<>(actual.getOrDefault(id, List.of()));
          int sizeDifference = unexpected.size() - missing.size();
          missing.removeAll(new HashSet<>(unexpected));
          unexpected.removeAll(new HashSet<>(rows));
          assertThat(unexpected).as(id).isEqualTo(missing);
          assertThat(sizeDifference).as(id).isZero();
        });
  }
}
