package vn.phanluong;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.phanluong.definition.Contracts;
import vn.phanluong.raw.Rescreening;
import vn.phanluong.runtime.HomeKeys;
import vn.phanluong.runtime.KeyRing;
import vn.phanluong.runtime.TableStore;
import vn.phanluong.vault.Archive;
import vn.phanluong.vault.Retention;

/** Old files under today's rules: from the archive, or from what is left of them. */
@ExtendWith(HomeExtension.class)
class RescreeningTest {
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

  private static List<Path> files(Warehouse warehouse) {
    return List.of(warehouse.file("xet_tot_nghiep_thcs_long_an_2023.csv", Planted.REGISTER));
  }
}
