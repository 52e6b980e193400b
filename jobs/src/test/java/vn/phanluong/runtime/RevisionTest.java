package vn.phanluong.runtime;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.phanluong.HomeExtension;
import vn.phanluong.definition.Contract;
import vn.phanluong.definition.Contracts;

/** A table made anew is written, and makes others due, only where it is not as it was. */
@ExtendWith(HomeExtension.class)
class RevisionTest {
  private static final Contract TRAINING = Contracts.bundled().of("star.fct_training");
  private static final Contract LEARNER = Contracts.bundled().of("star.bridge_learner");
  private static final Contract SHARE = Contracts.bundled().of("star.bridge_region_share");

  private final TableStore store;

  RevisionTest(TableStore store) {
    this.store = store;
  }

  @Test
  void partitions_differ_by_any_cell_and_by_rows_and_not_by_their_order() {
    Dataset<Row> before =
        rows(
            course(2020, "a", "SC", null),
            course(2020, "b", "SC", null),
            course(2021, "c", "SC", null),
            course(2022, "d", "TC", null),
            course(2023, "e", "01", null),
            course(2024, "f", "SC", null));
    Dataset<Row> after =
        rows(
            course(2025, "c", "SC", null),
            course(2024, "g", "SC", null),
            // The same text in the next cell.
            course(2023, "e", null, "01"),
            course(2022, "d", "CD", null),
            course(2020, "b", "SC", null),
            course(2020, "a", "SC", null));

    assertThat(differing(before, after)).isEqualTo(years(2021, 2022, 2023, 2024, 2025));
    assertThat(differing(after, before)).isEqualTo(years(2021, 2022, 2023, 2024, 2025));
    assertThat(differing(before, before)).isEqualTo(Slices.NONE);
  }

  @Test
  void what_is_as_it_was_is_not_written() {
    Dataset<Row> first = learners("graduate 1 a", "enrolment 1 a", "enrolment 2 b");
    assertThat(store.revise(LEARNER, first).differing()).isEqualTo(Slices.WHOLE);
    long version = store.version(LEARNER);
    Set<String> files = files("graduate");

    TableStore.Revised same =
        store.revise(LEARNER, learners("enrolment 2 b", "enrolment 1 a", "graduate 1 a"));
    assertThat(same.differing()).isEqualTo(Slices.NONE);
    assertThat(same.written()).isEqualTo(new TableStore.Written(version, 0));
    assertThat(store.version(LEARNER)).isEqualTo(version);

    TableStore.Revised other =
        store.revise(
            LEARNER, learners("graduate 1 a", "enrolment 1 c", "enrolment 2 b", "higher 9 d"));
    assertThat(other.differing()).isEqualTo(new Slices(Set.of(part("enrolment"), part("higher"))));
    assertThat(other.written()).isEqualTo(new TableStore.Written(version + 1, 3));
    assertThat(texts())
        .containsExactly("enrolment 1 c", "enrolment 2 b", "graduate 1 a", "higher 9 d");
    assertThat(files("graduate")).isEqualTo(files).isNotEmpty();

    assertThat(store.revise(LEARNER, learners("higher 9 d")).differing())
        .isEqualTo(new Slices(Set.of(part("enrolment"), part("graduate"))));
    assertThat(texts()).containsExactly("higher 9 d");
  }

  @Test
  void rows_of_some_keys_take_the_place_of_what_was_there() {
    store.revise(LEARNER, learners("graduate 1 a", "enrolment 1 a", "enrolment 2 b"));
    long version = store.version(LEARNER);
    Set<String> files = files("graduate");
    Dataset<Row> keys = learners("any 1 a", "any 2 c").select("learner_key");
    Revision revision = new Revision(keys, learners("graduate 1 a", "enrolment 3 c"));

    TableStore.Revised revised = store.revise(LEARNER, revision);
    assertThat(revised.differing()).isEqualTo(new Slices(Set.of(part("enrolment"))));
    assertThat(revised.written()).isEqualTo(new TableStore.Written(version + 1, 2));
    assertThat(texts()).containsExactly("enrolment 2 b", "enrolment 3 c", "graduate 1 a");
    assertThat(keys(revised)).as("Of a the row of enrolment left").containsExactly("a", "c");
    assertThat(files("graduate")).isEqualTo(files).isNotEmpty();

    TableStore.Revised again = store.revise(LEARNER, revision);
    assertThat(again.differing()).isEqualTo(Slices.NONE);
    assertThat(keys(again)).isEmpty();
    assertThat(store.version(LEARNER)).isEqualTo(version + 1);
    Revision onlyC = new Revision(keys, learners("graduate 1 a"));
    assertThat(keys(store.revise(LEARNER, onlyC))).containsExactly("c");
    store.revise(LEARNER, new Revision(keys, learners().limit(0)));
    assertThat(texts()).containsExactly("enrolment 2 b");
  }

  private static Slices differing(Dataset<Row> one, Dataset<Row> other) {
    return Parts.of(TRAINING, Parts.differing(TRAINING, one, other));
  }

  private static List<String> keys(TableStore.Revised revised) {
    return requireNonNull(revised.keys()).distinct().collectAsList().stream()
        .map(row -> row.getString(0))
        .sorted()
        .toList();
  }

  @Test
  void a_table_without_partitions_is_one_part() {
    assertThat(store.revise(SHARE, shares()).differing()).isEqualTo(Slices.WHOLE);
    assertThat(store.revise(SHARE, shares()).differing()).as("empty").isEqualTo(Slices.NONE);
    assertThat(store.revise(SHARE, shares("a", "b")).differing()).isEqualTo(Slices.WHOLE);
    long version = store.version(SHARE);
    assertThat(store.revise(SHARE, shares("b", "a")).differing()).isEqualTo(Slices.NONE);
    assertThat(store.version(SHARE)).isEqualTo(version);
    assertThat(store.revise(SHARE, shares("a")).differing()).isEqualTo(Slices.WHOLE);
    assertThat(store.read(SHARE).count()).isEqualTo(1);
  }

  private Dataset<Row> shares(String... successors) {
    StructType shape = StructType.fromDDL(SHARE.shapeDdl());
    List<Row> rows =
        Stream.of(successors)
            .map(
                successor ->
                    RowFactory.create(
                        "event",
                        LocalDate.of(2025, 7, 1),
                        "split",
                        "P1",
                        successor,
                        (short) 0,
                        (short) 9999,
                        new BigDecimal("0.5"),
                        "pupils",
                        (short) 2024,
                        10L,
                        false))
            .toList();
    return store.spark().createDataFrame(rows, shape);
  }

  private Set<String> files(String dataset) {
    return store
        .read(LEARNER)
        .where("dataset = '%s'".formatted(dataset))
        .selectExpr("_metadata.file_path")
        .collectAsList()
        .stream()
        .map(row -> row.getString(0))
        .collect(Collectors.toSet());
  }

  private List<String> texts() {
    return store
        .read(LEARNER)
        .selectExpr("concat_ws(' ', dataset, row_number, learner_key) AS text")
        .collectAsList()
        .stream()
        .map(row -> row.getString(0))
        .sorted()
        .toList();
  }

  private static Map<String, String> part(String dataset) {
    return Map.of("dataset", dataset, "period", "2023");
  }

  private static Slices years(int... years) {
    return new Slices(
        Arrays.stream(years)
            .mapToObj(year -> Map.of("intake_year", String.valueOf(year)))
            .collect(Collectors.toSet()));
  }

  /** Rows of dataset, number and person. */
  private Dataset<Row> learners(String... texts) {
    return store
        .spark()
        .createDataFrame(
            Stream.of(texts)
                .map(text -> text.split(" ", -1))
                .map(
                    it ->
                        RowFactory.create(
                            it[0], (short) 2023, "s1", Integer.valueOf(it[1]), it[2], "code"))
                .toList(),
            StructType.fromDDL(LEARNER.shapeDdl()));
  }

  private Dataset<Row> rows(Row... rows) {
    return store.spark().createDataFrame(List.of(rows), StructType.fromDDL(TRAINING.shapeDdl()));
  }

  private static Row course(
      int year, String learner, @Nullable String region, @Nullable String province) {
    return RowFactory.create(
        TRAINING.columnNames().stream()
            .map(
                column ->
                    switch (column) {
                      case "intake_year" -> (short) year;
                      case "learner_key" -> learner;
                      case "start_date" -> LocalDate.of(2020, 9, 1);
                      case "institution_region_key" -> region;
                      case "institution_province_key" -> province;
                      default -> null;
                    })
            .toArray());
  }
}
