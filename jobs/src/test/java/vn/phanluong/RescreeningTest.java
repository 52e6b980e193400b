package vn.phanluong;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.phanluong.definition.Contract;
import vn.phanluong.definition.Contracts;
import vn.phanluong.raw.Rescreening;
import vn.phanluong.reading.Declared;
import vn.phanluong.runtime.HomeKeys;
import vn.phanluong.runtime.KeyRing;
import vn.phanluong.runtime.Progress;
import vn.phanluong.runtime.TableStore;
import vn.phanluong.vault.Archive;
import vn.phanluong.vault.Retention;

/** Old files under today's rules: from the archive, or from what is left of them. */
@ExtendWith(HomeExtension.class)
class RescreeningTest {
  private static final Contract LEDGER = Contracts.bundled().of("ops.submission");

  private static List<Rescreening.Change> rescreened(TableStore store) {
    KeyRing keys = new HomeKeys(store.home()).open();
    return new Rescreening(store, keys).run("graduate", null);
  }

  @Test
  void under_the_same_rules_nothing_changes(TableStore store) {
    Warehouse warehouse = new Warehouse(store);
    warehouse.load(files(warehouse));
    assertThat(rescreened(store))
        .singleElement()
        .satisfies(change -> assertThat(change.isNone()).as(change.toString()).isTrue())
        .satisfies(change -> assertThat(change.isFromFile()).isTrue());
  }

  @Test
  void what_the_ledger_no_longer_agrees_with_is_told(TableStore store) {
    Warehouse warehouse = new Warehouse(store);
    warehouse.load(files(warehouse));
    // As if an older rule had let one more row in, and found less.
    store.update(
        Contracts.bundled().of("ops.submission"),
        col("dataset").equalTo("graduate"),
        Map.of(
            "rows_accepted", col("rows_accepted").plus(1),
            "rows_rejected", col("rows_rejected").minus(1)));
    store.delete(
        Contracts.bundled().of("ops.finding"), col("code").equalTo(lit("row.too-many-cells")));
    Rescreening.Change change = rescreened(store).get(0);
    assertThat(change.before().accepted()).isEqualTo(4);
    assertThat(change.now().accepted()).isEqualTo(3);
    assertThat(change.now().rejected()).isEqualTo(2);
    assertThat(change.before().findings()).doesNotContainKey("row.too-many-cells");
    assertThat(change.now().findings()).containsEntry("row.too-many-cells", 1L);
  }

  @Test
  void of_a_destroyed_file_the_accepted_rows_are_read_again(TableStore store) {
    Warehouse warehouse = new Warehouse(store);
    warehouse.load(files(warehouse));
    KeyRing keys = new HomeKeys(store.home()).open();
    new Retention(store).destroyDue(keys, Archive.deleteAfter().plusDays(1));
    Rescreening.Change change = rescreened(store).get(0);
    assertThat(change.isFromFile()).isFalse();
    assertThat(change.isNone()).isTrue();
    assertThat(change.now().accepted()).isEqualTo(3);
  }

  /** As if a rule of the day had turned away a row that today's rules take. */
  private static void turnAway(TableStore store, String dataset, String like) {
    Contract raw = Contracts.bundled().of("raw." + dataset);
    Row first =
        store
            .read(raw)
            .where(col("record").contains(like).and(col("row_status").equalTo("accepted")))
            .orderBy("submission_id", "row_number")
            .first();
    String id = first.getAs("submission_id");
    Column row =
        col("submission_id")
            .equalTo(id)
            .and(col("row_number").equalTo(first.<Integer>getAs("row_number")));
    store.update(raw, row, Map.of("row_status", lit("rejected")));
    store.update(
        LEDGER,
        col("submission_id").equalTo(id),
        Map.of(
            "rows_accepted", col("rows_accepted").minus(1),
            "rows_rejected", col("rows_rejected").plus(1)));
  }

  private static List<Rescreening.Change> applied(
      TableStore store, String dataset, Progress progress) {
    KeyRing keys = new HomeKeys(store.home()).open();
    return new Rescreening(store, keys).apply(dataset, null, progress);
  }

  /** Rows of what stands, of a table that names its submission, without that name. */
  private static List<String> standing(TableStore store, String table) {
    Contract contract = Contracts.bundled().of(table);
    Object[] ids =
        store.read(LEDGER).where(not(col("status").equalTo("superseded"))).collectAsList().stream()
            .map(row -> row.<String>getAs("submission_id"))
            .toArray();
    return store
        .read(contract)
        .where(col("submission_id").isin(ids))
        .drop("submission_id", "sealed")
        .collectAsList()
        .stream()
        .map(Row::toString)
        .sorted()
        .toList();
  }

  private static Map<String, List<String>> standing(TableStore store) {
    Map<String, List<String>> all = new TreeMap<>();
    for (String table : List.of("raw.graduate", "ops.finding", "vault.identity")) {
      all.put(table, standing(store, table));
    }
    return all;
  }

  private static Row ledger(TableStore store) {
    return store.read(LEDGER).where(not(col("status").equalTo("superseded"))).first();
  }

  @Test
  void what_is_applied_is_what_a_fresh_load_takes_in(TableStore store) {
    Warehouse warehouse = new Warehouse(store);
    warehouse.load(files(warehouse));
    Map<String, List<String>> fresh = standing(store);
    Row received = ledger(store);
    turnAway(store, "graduate", ",Nữ,Kinh,");
    assertThat(standing(store)).isNotEqualTo(fresh);

    Rescreening.Change change = applied(store, "graduate", Progress.silent()).get(0);

    Row again = ledger(store);
    assertThat(standing(store)).isEqualTo(fresh);
    assertThat(change.appliedAs()).isEqualTo(again.getAs("submission_id"));
    assertThat(again.<String>getAs("rescreened_from")).isEqualTo(change.submissionId());
    assertThat(again.<Instant>getAs("rescreened_at")).isNotNull();
    assertThat(again.<String>getAs("rules_version")).startsWith("1.0.0-");
    for (String same :
        List.of("sequence", "received_at", "rows_read", "rows_accepted", "file_name", "status")) {
      assertThat(again.<Object>getAs(same)).as(same).isEqualTo(received.getAs(same));
    }
    assertThat(store.read(LEDGER).where(col("status").equalTo("superseded")).collectAsList())
        .singleElement()
        .satisfies(
            row -> assertThat(row.<String>getAs("superseded_by")).isEqualTo(change.appliedAs()));
    assertThat(warehouse.load(files(warehouse)).get(0).status()).isEqualTo("already_held");
  }

  @Test
  void applied_twice_it_changes_nothing(TableStore store) {
    Warehouse warehouse = new Warehouse(store);
    warehouse.load(files(warehouse));
    turnAway(store, "graduate", ",Nữ,Kinh,");
    applied(store, "graduate", Progress.silent());
    long version = store.version(LEDGER);
    assertThat(applied(store, "graduate", Progress.silent()))
        .singleElement()
        .satisfies(change -> assertThat(change.isNone()).as(change.toString()).isTrue());
    assertThat(store.version(LEDGER)).isEqualTo(version);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void killed_anywhere_and_run_again_it_ends_the_same(int step, TableStore store) {
    Warehouse warehouse = new Warehouse(store);
    warehouse.load(files(warehouse));
    Map<String, List<String>> fresh = standing(store);
    turnAway(store, "graduate", ",Nữ,Kinh,");
    KilledProgress progress = new KilledProgress(step);
    assertThat(progress.kills(() -> applied(store, "graduate", progress.progress()))).isTrue();

    applied(store, "graduate", Progress.silent());

    assertThat(store.home().pending()).doesNotExist();
    assertThat(standing(store)).isEqualTo(fresh);
    assertThat(store.read(LEDGER).count()).isEqualTo(2);
    assertThat(store.read(Contracts.bundled().of("raw.graduate")).count())
        .as("Each submission's rows once")
        .isEqualTo(2L * fresh.getOrDefault("raw.graduate", List.of()).size());
  }

  @Test
  void an_older_file_screened_again_does_not_overtake_a_newer_one(TableStore store) {
    Warehouse warehouse = new Warehouse(store);
    String header = "Năm tốt nghiệp,Tỉnh,Huyện,Cấp học,Số tốt nghiệp,Cơ sở tính\n";
    String first = "2023,Long An,Tân An,THCS,2105,trường\n2023,Long An,Bến Lức,THCS,700,trường\n";
    warehouse.load(
        List.of(
            warehouse.file("a.csv", "Long An\n" + header + first.replace("700", "7")),
            warehouse.file("b.csv", "Long An\n" + header + first),
            warehouse.file(
                "c.csv",
                "Long An\nĐính chính\n" + header + "2023,Long An,Bến Lức,THCS,800,trường\n")),
        new Declared(null, "P80@2017-01-01", null));
    warehouse.build("star.fct_graduate_count");
    Contract fact = Contracts.bundled().of("star.fct_graduate_count");
    List<String> before = warehouse.content(fact, "submission_id");
    assertThat(before).hasSize(2);
    assertThat(before.toString()).contains("2105", "800");
    turnAway(store, "graduate_count", "Tân An,THCS,2105,trường");

    applied(store, "graduate_count", Progress.silent());

    warehouse.build("star.fct_graduate_count");
    assertThat(warehouse.content(fact, "submission_id")).isEqualTo(before);
    assertThat(
            store.read(LEDGER).orderBy("sequence", "rescreened_at").collectAsList().stream()
                .map(row -> row.getAs("file_name") + " " + row.getAs("status")))
        .containsExactly(
            "a.csv superseded", "b.csv superseded", "b.csv accepted", "c.csv accepted");
  }

  @Test
  void of_a_destroyed_file_nothing_is_applied(TableStore store) {
    Warehouse warehouse = new Warehouse(store);
    warehouse.load(files(warehouse));
    turnAway(store, "graduate", ",Nữ,Kinh,");
    new Retention(store)
        .destroyDue(new HomeKeys(store.home()).open(), Archive.deleteAfter().plusDays(1));
    long version = store.version(LEDGER);
    assertThat(applied(store, "graduate", Progress.silent()))
        .singleElement()
        .satisfies(change -> assertThat(change.appliedAs()).isNull());
    assertThat(store.version(LEDGER)).isEqualTo(version);
  }

  private static List<Path> files(Warehouse warehouse) {
    return List.of(warehouse.file("xet_tot_nghiep_thcs_long_an_2023.csv", Planted.REGISTER));
  }
}
