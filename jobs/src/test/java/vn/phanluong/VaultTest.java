package vn.phanluong;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import scala.Console;
import vn.phanluong.definition.Contract;
import vn.phanluong.definition.Contracts;
import vn.phanluong.raw.Receipt;
import vn.phanluong.runtime.Home;
import vn.phanluong.runtime.HomeKeys;
import vn.phanluong.runtime.KeyRing;
import vn.phanluong.runtime.Problem;
import vn.phanluong.runtime.Progress;
import vn.phanluong.runtime.TableStore;
import vn.phanluong.vault.Archive;
import vn.phanluong.vault.Erasure;
import vn.phanluong.vault.Identities;
import vn.phanluong.vault.Retention;
import vn.phanluong.vault.Rotation;

/** Persons of a register: known to nobody but the vault, there only to who has the keys. */
@ExtendWith(HomeExtension.class)
class VaultTest {
  private static final Contract CLEAN = Contracts.bundled().of("clean.graduate");
  private static final Contract RAW = Contracts.bundled().of("raw.graduate");

  private static List<Path> files(Warehouse warehouse) {
    return List.of(
        warehouse.file("xet_tot_nghiep_thcs_long_an_2023.csv", Planted.REGISTER),
        warehouse.file("ghi_chu.csv", Planted.UNKNOWN));
  }

  @Test
  void a_loaded_warehouse_tells_no_planted_text(TableStore store) throws IOException {
    Warehouse warehouse = new Warehouse(store);
    List<Path> files = files(warehouse);
    List<Receipt> receipts = warehouse.load(files);
    assertThat(receipts)
        .extracting(Receipt::status)
        .containsExactly("partially_accepted", "rejected");
    assertThat(receipts.get(0).rowsAccepted()).isEqualTo(3);
    assertThat(receipts.get(0).rowsRejected()).isEqualTo(2);
    warehouse.build(CLEAN);
    for (Path file : files) {
      Files.delete(file);
    }
    assertThat(Planted.foundIn(store)).isEmpty();
    assertThat(receipts.toString()).doesNotContain(Planted.TEXTS);

    List<Row> clean = store.read(CLEAN).orderBy("row_number").collectAsList();
    assertThat(clean).hasSize(3);
    assertThat(clean).extracting(row -> row.getAs("birth_year")).containsOnly((short) 2008);
    assertThat(clean.get(0).<String>getAs("learner_key")).startsWith("k1.");
    assertThat(clean.get(1).<String>getAs("learner_key"))
        .isNotEqualTo(clean.get(0).getAs("learner_key"));
    assertThat(clean.get(2).<Object>getAs("learner_key")).isNull();
  }

  @Test
  void a_persons_name_in_the_name_of_a_file_is_in_the_vault_alone(TableStore store) {
    Warehouse warehouse = new Warehouse(store);
    String name = "DS Quyền Mẫu Tí 9A.csv";
    List<Receipt> receipts =
        warehouse.load(List.of(warehouse.file(name, Planted.REGISTER)), Progress.silent());
    assertThat(receipts.get(0).fileName()).isEqualTo("DS Aa Mẫu Aa 9A.csv");
    for (String table : List.of("ops.submission", "ops.finding", "raw.graduate", "ops.build")) {
      assertThat(warehouse.content(Contracts.bundled().of(table)))
          .as(table)
          .noneMatch(row -> row.contains("Quyền") || row.contains("Mẫu Tí"));
    }
    assertThat(store.read(Contracts.bundled().of("vault.archive")).first())
        .satisfies(row -> assertThat(row.<String>getAs("file_name")).isEqualTo(name));
  }

  /** Delta says on standard output what it deletes; results alone belong there. */
  @Test
  void deleting_earlier_versions_prints_nothing(TableStore store) {
    Warehouse warehouse = new Warehouse(store);
    warehouse.load(List.of(warehouse.file("a.csv", Planted.REGISTER)), Progress.silent());
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    Console.withOut(
        said,
        () -> {
          store.forgetEarlierVersions(Contracts.bundled().of("raw.graduate"));
          return said;
        });
    assertThat(said.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void the_vault_gives_back_what_was_delivered(TableStore store) throws IOException {
    Warehouse warehouse = new Warehouse(store);
    warehouse.load(files(warehouse));
    KeyRing keys = new HomeKeys(store.home()).open();
    Archive archive = new Archive(store, keys);
    Set<String> delivered = new TreeSet<>();
    for (Row row : table(store, "ops.submission")) {
      try (InputStream in = archive.open(row.getAs("submission_id"))) {
        delivered.add(
            new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    assertThat(delivered).containsExactlyInAnyOrder(Planted.REGISTER, Planted.UNKNOWN);
    List<Row> identities = table(store, "vault.identity");
    assertThat(identities).hasSize(3);
    Row first = identities.get(0);
    String place =
        Identities.place(first.getAs("submission_id"), first.<Integer>getAs("row_number"));
    assertThat(keys.opened(first.getAs("sealed"), first.getAs("key_id"), place))
        .contains("full_name", "birth_date", "2008");
  }

  @Test
  void a_load_killed_anywhere_leaves_no_planted_text_and_no_difference(TableStore store)
      throws IOException {
    Warehouse warehouse = new Warehouse(store);
    List<Path> files = files(warehouse);
    boolean isKilled = true;
    for (int step = 1; isKilled; step++) {
      KilledProgress progress = new KilledProgress(step);
      isKilled = progress.kills(() -> warehouse.load(files, progress.progress()));
      Path aside = Files.createTempDirectory("aside");
      for (Path file : files) {
        Files.move(file, aside.resolve(String.valueOf(file.getFileName())));
      }
      assertThat(Planted.foundIn(store)).as("after step %d", step).isEmpty();
      for (Path file : files) {
        Files.move(aside.resolve(String.valueOf(file.getFileName())), file);
      }
      Files.delete(aside);
    }
    assertThat(table(store, "ops.submission")).hasSize(2);
    assertThat(table(store, "vault.archive")).hasSize(2);
    assertThat(table(store, "vault.identity")).hasSize(3);
    assertThat(Planted.names(store.home().vault().resolve("archive"))).hasSize(2);
  }

  @Test
  void without_its_keys_a_home_takes_nothing(TableStore store) throws IOException {
    Warehouse warehouse = new Warehouse(store);
    List<Path> files = files(warehouse);
    Path keys = Path.of(store.home().keys());
    String right = Files.readString(keys);
    Set<String> before = Planted.names(store.home().root());
    Files.delete(keys);
    assertThatThrownBy(() -> warehouse.load(files)).isInstanceOf(Problem.class);
    Home other = new Home(store.home().root().resolve("other"));
    new HomeKeys(other).establish();
    Files.move(Path.of(other.keys()), keys);
    Files.delete(other.vault().resolve("keys.json"));
    Files.delete(other.vault());
    Files.delete(other.root());
    assertThatThrownBy(() -> warehouse.load(files))
        .isInstanceOfSatisfying(Problem.class, it -> assertThat(it.kind().exitCode()).isEqualTo(4));
    assertThat(Planted.names(store.home().root())).isEqualTo(before);
    Files.writeString(keys, right);
    assertThat(warehouse.load(files)).hasSize(2);
  }

  @Test
  void after_a_rotation_tokens_are_those_of_a_new_load(TableStore store) throws IOException {
    Warehouse warehouse = new Warehouse(store);
    List<Path> files = files(warehouse);
    warehouse.load(files);
    warehouse.build(CLEAN);
    List<String> before = warehouse.content(CLEAN, "learner_key", "identity_key");
    // Killed after the key was made: the load waits, the next attempt ends it.
    new HomeKeys(store.home()).add(false);
    assertThatThrownBy(() -> warehouse.load(files))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("vault rotate");
    assertThat(new Rotation(store).run()).isEqualTo("k2");
    warehouse.build(CLEAN);
    assertThat(warehouse.content(CLEAN, "learner_key", "identity_key")).isEqualTo(before);
    KeyRing keys = new HomeKeys(store.home()).open();
    assertThat(store.read(CLEAN).where(col("learner_key").isNotNull()).collectAsList())
        .extracting(row -> row.<String>getAs("learner_key"))
        .containsExactlyInAnyOrder(
            keys.pseudonym("learner_code", Planted.CODE),
            keys.pseudonym("learner_code", Planted.OTHER_CODE));
    the_vault_opens_with(store, keys);
  }

  private static void the_vault_opens_with(TableStore store, KeyRing keys) throws IOException {
    assertThat(Planted.names(store.home().vault().resolve("archive")))
        .hasSize(2)
        .allMatch(name -> name.endsWith(".k2"));
    for (Row row : table(store, "vault.identity")) {
      String place = Identities.place(row.getAs("submission_id"), row.<Integer>getAs("row_number"));
      assertThat(keys.opened(row.getAs("sealed"), row.getAs("key_id"), place)).contains("2008");
    }
    for (Row row : table(store, "vault.archive")) {
      try (InputStream in = new Archive(store, keys).open(row.getAs("submission_id"))) {
        assertThat(Objects.requireNonNull(in).readAllBytes()).isNotEmpty();
      }
    }
  }

  @Test
  void an_erased_person_is_counted_and_known_to_nobody(TableStore store) {
    Warehouse warehouse = new Warehouse(store);
    warehouse.load(files(warehouse));
    warehouse.load(List.of(warehouse.file("xet_tot_nghiep_2024.csv", Planted.OTHER_REGISTER)));
    warehouse.build(CLEAN);
    KeyRing keys = new HomeKeys(store.home()).open();
    String token = keys.pseudonym("learner_code", Planted.CODE);
    String other = keys.pseudonym("identity_number", Planted.NUMBER);
    List<String> before = warehouse.content(CLEAN, "learner_key", "identity_key");
    Erasure.Erased erased = new Erasure(store, keys).run("learner_code", Planted.CODE);
    assertThat(erased.rows()).as("by the code, and by the number alone").isEqualTo(2);
    assertThat(erased.files()).isEqualTo(2);
    warehouse.build(CLEAN);
    store.forgetEarlierVersions(CLEAN);
    assertThat(warehouse.content(CLEAN, "learner_key", "identity_key")).isEqualTo(before);
    assertThat(warehouse.content(CLEAN).toString()).doesNotContain(token, other).contains("k1.");
    assertThat(warehouse.content(RAW).toString()).doesNotContain(token, other);
    assertThat(table(store, "vault.identity")).hasSize(2);
    assertThatThrownBy(() -> store.read(RAW, 1).collectAsList())
        .as("Earlier versions are gone")
        .isInstanceOf(Exception.class);
    assertThat(new Erasure(store, keys).run("learner_code", Planted.CODE).rows()).isZero();
  }

  @Test
  void what_is_past_its_day_is_destroyed_and_the_rows_stay(TableStore store) {
    Warehouse warehouse = new Warehouse(store);
    warehouse.load(files(warehouse));
    KeyRing keys = new HomeKeys(store.home()).open();
    Retention retention = new Retention(store);
    assertThat(retention.destroyDue(keys, Archive.deleteAfter())).isZero();
    LocalDate after = Archive.deleteAfter().plusDays(1);
    assertThat(retention.destroyDue(keys, after)).isEqualTo(2);
    assertThat(retention.destroyDue(keys, after)).isZero();
    assertThat(Planted.names(store.home().vault().resolve("archive"))).isEmpty();
    assertThat(table(store, "vault.identity")).isEmpty();
    assertThat(table(store, "vault.archive"))
        .extracting(row -> row.<String>getAs("destroyed_because"))
        .containsExactly("retention", "retention");
    warehouse.build(CLEAN);
    assertThat(store.read(CLEAN).count()).isEqualTo(3);
  }

  @Test
  void lost_keys_cost_the_vault_and_nothing_else(TableStore store) throws IOException {
    Warehouse warehouse = new Warehouse(store);
    warehouse.load(files(warehouse));
    warehouse.build(CLEAN);
    List<String> before = warehouse.content(CLEAN);
    Files.delete(Path.of(store.home().keys()));
    assertThat(new HomeKeys(store.home()).isLost()).isTrue();
    assertThat(new Retention(store).replaceLostKeys()).isEqualTo(2);
    assertThat(table(store, "vault.identity")).isEmpty();
    warehouse.build(CLEAN);
    assertThat(warehouse.content(CLEAN)).isEqualTo(before);
    assertThat(warehouse.load(files(warehouse), Progress.silent())).hasSize(2);
    assertThat(new HomeKeys(store.home()).open().currentId()).isEqualTo("k2");
  }

  private static List<Row> table(TableStore store, String id) {
    return store.read(Contracts.bundled().of(id)).collectAsList();
  }
}
