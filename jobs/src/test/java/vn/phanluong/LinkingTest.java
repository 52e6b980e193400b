package vn.phanluong;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.phanluong.definition.Contract;
import vn.phanluong.definition.Contracts;
import vn.phanluong.linking.LinkRun;
import vn.phanluong.linking.Linking;
import vn.phanluong.ops.BuildRun;
import vn.phanluong.runtime.HomeKeys;
import vn.phanluong.runtime.Problem;
import vn.phanluong.runtime.Progress;
import vn.phanluong.runtime.TableStore;
import vn.phanluong.vault.Archive;
import vn.phanluong.vault.Erasure;
import vn.phanluong.vault.Links;
import vn.phanluong.vault.Retention;

/** Links by identities on forty persons made by hand; {@link PathwayBoundsTest} links a country. */
@ExtendWith(HomeExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LinkingTest {
  private static final Path FORTY = Checkout.path("jobs/src/test/resources/forty_persons/files");
  private static final Contract LINK = Contracts.bundled().of("vault.link");

  private final TableStore forty;
  private Set<String> links = Set.of();

  LinkingTest(TableStore store) {
    forty = store;
  }

  @BeforeAll
  void link() throws IOException {
    links = linked(forty, text -> text);
  }

  /**
   * Person 39 of docs/forty_persons.md is known by name and birth date alone. 34 (37 has the same)
   * and 38 (only a year of birth) may stay unknown. Whatever is linked is linked to itself.
   */
  @Test
  void of_the_forty_each_is_linked_to_nobody_else() {
    assertThat(links)
        .contains("vocational_enrolment Hồ Minh Thiếu, Tân An -> Hồ Minh Thiếu, Tân An")
        .allSatisfy(
            link -> {
              String[] sides = link.substring(link.indexOf(' ') + 1).split(" -> ", -1);
              assertThat(sides[0]).isEqualTo(sides[1]);
            });
    assertThat(links.toString())
        .as("twins 23 and 24, 26 and 27 of one code, 37")
        .doesNotContain("Sinh Anh", "Sinh Em", "Dương Văn Ví", "Lý Thị Phỏng", "Đồng Xoài");
  }

  @Test
  void a_second_run_finds_the_same() {
    List<String> before = new Warehouse(forty).content(LINK);
    new Linking(forty).link();
    assertThat(new Warehouse(forty).content(LINK)).isEqualTo(before).isNotEmpty();
  }

  @Test
  void what_reads_the_same_is_not_linked_anew(TableStore other) {
    new Warehouse(forty).copyTo(new Warehouse(other));
    long version = other.version(LINK);
    assertThat(link(other)).isEqualTo(new Linking(other).outcomes());
    assertThat(other.version(LINK)).isEqualTo(version);
    new Links(other).replace(other.read(LINK).limit(0));
    link(other);
    assertThat(new Warehouse(other).content(LINK)).isEqualTo(new Warehouse(forty).content(LINK));
    new BuildRun(other, Progress.silent()).run(List.of("clean.graduate"), true);
    long made = other.version(LINK);
    link(other);
    assertThat(other.version(LINK)).isGreaterThan(made);
  }

  private static List<Linking.Outcome> link(TableStore store) {
    return new LinkRun(store, Progress.silent()).run();
  }

  @Test
  void the_order_of_rows_changes_nothing(TableStore other) throws IOException {
    assertThat(linked(other, text -> shuffled(text, new Random(3)))).isEqualTo(links);
    String[] places = {
      "submission_id", "row_number", "graduate_submission_id", "graduate_row_number"
    };
    assertThat(new Warehouse(other).content(LINK, places))
        .isEqualTo(new Warehouse(forty).content(LINK, places));
  }

  @Test
  void an_erased_graduate_is_linked_no_more_and_links_end_with_identities(TableStore other) {
    new Warehouse(forty).copyTo(new Warehouse(other));
    HomeKeys keys = new HomeKeys(other.home());
    linkToGraduate(other, keys.open().pseudonym("learner_code", "8099000234"));
    int before = new Warehouse(other).content(LINK).size();
    new Retention(other).destroyDue(keys.open(), Archive.deleteAfter());
    new Erasure(other, keys.open()).run("learner_code", "8099000235");
    assertThat(new Warehouse(other).content(LINK)).as("of others").hasSize(before).isNotEmpty();
    new Erasure(other, keys.open()).run("learner_code", "8099000234");
    assertThat(new Warehouse(other).content(LINK)).hasSize(before - 1);
    link(other);
    assertThat(new Warehouse(other).content(LINK)).isNotEmpty();
    new Retention(other).destroyDue(keys.open(), Archive.deleteAfter().plusDays(1));
    assertThat(new Warehouse(other).content(LINK)).isEmpty();
  }

  /** Makes one more link, to the graduate of a token. */
  private static void linkToGraduate(TableStore store, String token) {
    Row graduate =
        store
            .read(Contracts.bundled().of("clean.graduate"))
            .where(col("learner_key").equalTo(token))
            .first();
    Dataset<Row> made = store.read(LINK).limit(1);
    new Links(store)
        .replace(
            store
                .read(LINK)
                .unionByName(
                    made.withColumn("row_number", lit(1))
                        .withColumn("graduate_submission_id", lit(graduate.getAs("submission_id")))
                        .withColumn("graduate_row_number", lit(graduate.getAs("row_number")))));
  }

  @Test
  void without_its_keys_a_home_links_nobody(TableStore other) throws IOException {
    Files.delete(Path.of(other.home().keys()));
    assertThatThrownBy(() -> link(other))
        .isInstanceOfSatisfying(Problem.class, it -> assertThat(it.kind().exitCode()).isEqualTo(4));
    assertThat(other.exists(LINK)).isFalse();
  }

  /** Loads the forty, each file written anew, and tells the links by name and residence. */
  private static Set<String> linked(TableStore store, UnaryOperator<String> written)
      throws IOException {
    Warehouse warehouse = new Warehouse(store);
    List<Path> files = new ArrayList<>();
    Map<String, String> persons = new HashMap<>();
    for (Path file : files(FORTY, ".*\\.csv")) {
      String name = String.valueOf(file.getFileName());
      String text = written.apply(Files.readString(file));
      files.add(warehouse.file(name, text));
      List<String> lines = text.lines().toList();
      for (int i = 0; i < lines.size(); i++) {
        persons.put(name + "/" + (i + 1), person(lines.get(i)));
      }
    }
    warehouse.load(files);
    link(store);
    Map<String, String> names = new HashMap<>();
    for (Row row : store.read(Contracts.bundled().of("vault.archive")).collectAsList()) {
      names.put(row.getAs("submission_id"), row.getAs("file_name"));
    }
    Set<String> links = new TreeSet<>();
    for (Row row : store.read(LINK).collectAsList()) {
      links.add(
          "%s %s -> %s"
              .formatted(
                  row.<String>getAs("dataset"),
                  person(persons, names, row, ""),
                  person(persons, names, row, "graduate_")));
    }
    return links;
  }

  private static String person(
      Map<String, String> persons, Map<String, String> names, Row row, String side) {
    String file = names.get(row.<String>getAs(side + "submission_id"));
    return Objects.requireNonNull(
        persons.get(file + "/" + row.<Integer>getAs(side + "row_number")));
  }

  /** Name and district of residence, which tell the forty apart. */
  private static String person(String line) {
    String[] cells = line.split(",", -1);
    for (int i = 0; i + 5 < cells.length; i++) {
      if (cells[i + 2].equals("Nam") || cells[i + 2].equals("Nữ")) {
        return cells[i] + ", " + cells[i + 5];
      }
    }
    return "";
  }

  private static String shuffled(String text, Random random) {
    List<String> lines = new ArrayList<>(text.lines().toList());
    int header = 0;
    while (!lines.get(header).startsWith("Năm")) {
      header++;
    }
    Collections.shuffle(lines.subList(header + 1, lines.size()), random);
    return String.join("\n", lines) + "\n";
  }

  private static List<Path> files(Path from, String name) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      return files.filter(file -> file.toString().matches(name)).sorted().toList();
    }
  }
}
