package vn.phanluong.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.phanluong.Checkout;
import vn.phanluong.SparkExtension;
import vn.phanluong.definition.Contracts;
import vn.phanluong.runtime.Home;
import vn.phanluong.runtime.HomeLock;
import vn.phanluong.runtime.TableStore;

/** The command line as a person meets it: one warehouse, from its making to a broken table. */
@ExtendWith(SparkExtension.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CommandLineTest {
  private static final String EXAM =
      """
      year,sbd,council_code,toan,ngu_van
      2023,49000001,49,7.2,6.5
      2023,49000002,49,,5.25
      2023,49000003,49,11.0,5.25
      """;

  private static Path folder = Path.of("");
  private static Path home = Path.of("");

  @BeforeAll
  static void make_a_warehouse(@TempDir Path empty, SparkSession session) {
    folder = empty;
    home = folder.resolve("home");
    assertThat(run("init").exitCode()).isZero();
  }

  @Test
  @Order(1)
  void help_speaks_both_languages_and_needs_no_home() {
    Result help = run("--help");
    assertThat(help.exitCode()).isZero();
    assertThat(help.out()).contains("Kho dữ liệu", "The student-streaming warehouse", "publish");
  }

  @Test
  @Order(2)
  void wrong_use_ends_with_2() {
    assertThat(run("fly").exitCode()).isEqualTo(2);
    assertThat(run("load", folder.resolve("nowhere").toString()).exitCode()).isEqualTo(2);
    assertThat(run("build", "star.nothing").exitCode()).isEqualTo(2);
    Result early = run("sql", "select 1");
    assertThat(early.exitCode()).isEqualTo(2);
    assertThat(early.err()).contains("publish");
  }

  @Test
  @Order(3)
  void bad_files_get_a_message_each_and_the_good_one_is_loaded() throws IOException {
    Path inbox = Files.createDirectories(folder.resolve("inbox"));
    Files.writeString(inbox.resolve("a_file.csv"), "");
    Files.writeString(inbox.resolve("b_list.csv"), "colour,shape\nred,round\n");
    Files.write(inbox.resolve("c_data_2023.csv.gz"), half(gzip(EXAM.repeat(200))));
    Files.writeString(inbox.resolve("d_exam.csv"), EXAM);

    Result load = run("load", "--format", "csv", inbox.toString());

    assertThat(load.exitCode()).isEqualTo(1);
    assertThat(load.out())
        .contains("a_file.csv,unknown", "b_list.csv,unknown", "c_data_2023.csv.gz")
        .contains("d_exam.csv,exam_result,49,2023,partially_accepted,3,2,1,1");
    assertThat(load.err())
        .contains("file.empty", "file.unknown-dataset", "file.unreadable", "cell.score-range");
    assertThat(count("raw.exam_result")).as("nothing of the broken file stays").isEqualTo(4);
    for (String dataset : List.of("graduate_count/tot_nghiep", "destination_count/phan_luong")) {
      Path example = Checkout.path("examples/%s_binh_phuoc_2020.csv".formatted(dataset));
      assertThat(run("load", example.toString()).exitCode()).isZero();
    }
    // One plan sets 2023 anew; two of one day set different targets for 2024.
    for (String plan : List.of("ke_hoach", "chi_tieu")) {
      Path file = Checkout.path("jobs/src/test/resources/plans/%s.csv".formatted(plan));
      assertThat(run("load", "--coverage", "addition", file.toString()).exitCode()).isZero();
    }
  }

  @Test
  @Order(4)
  void an_empty_folder_and_a_file_already_held_are_said_so() throws IOException {
    Path empty = Files.createDirectories(folder.resolve("empty"));
    assertThat(run("load", empty.toString()).exitCode()).isEqualTo(1);
    Result again = run("load", folder.resolve("inbox/d_exam.csv").toString());
    assertThat(again.exitCode()).isZero();
    assertThat(again.out()).contains("already_held");
    assertThat(count("raw.exam_result")).isEqualTo(4);
  }

  @Test
  @Order(5)
  void a_second_writer_is_kept_out() {
    try (HomeLock held = HomeLock.take(new Home(home))) {
      Result second = run("--lang", "en", "build");
      assertThat(second.exitCode()).isEqualTo(3);
      assertThat(second.err()).contains("Another run holds the warehouse");
    }
  }

  @Test
  @Order(6)
  void build_publish_and_ask() {
    Result build = run("build");
    assertThat(build.exitCode()).as(build.err()).isZero();
    assertThat(run("build").err()).contains("Không có gì thay đổi");
    Result publish = run("publish");
    assertThat(publish.out()).contains("R0001");
    assertThat(publish.err())
        .contains(
            "targets_do_not_contradict (2)",
            "PL-THCS-SCTC THCS 2024: = 40 (mot, I, Tỉnh Bến Tre, chi_tieu.csv:4); = 41 (ba, II,"
                + " Tỉnh Bến Tre, chi_tieu.csv:5)");
    assertThat(run("sql", "--format", "csv", "SELECT count(*) AS n FROM star.fct_exam").out())
        .isEqualToIgnoringNewLines("n\r\n2\r\n");
    assertThat(run("sql", "SELECT * FROM csv.`/etc/hostname`").exitCode()).isEqualTo(2);
    assertThat(run("sql", "SET a = 1").exitCode()).isEqualTo(2);
  }

  @Test
  @Order(7)
  void show_tells_no_target_and_asks_back_on_unclear_places() {
    Result none = show("Trà-Cú", "2025");
    assertThat(none.exitCode()).isZero();
    assertThat(none.out()).contains("no_target", "4993/QĐ-UBND", "none in this document");
    assertThat(show("Châu Thành", "2023").exitCode()).isEqualTo(2);
    assertThat(show("Atlantis", "2023").err()).contains("there is no place");
    Result registered = show("Long An", "2023");
    assertThat(registered.out()).contains("27,92", "568/KH-UBND", "no_data");
    assertThat(show("Tây Ninh", "2026").out()).contains("superseded by", "PL-THCS-PB");
  }

  @Test
  @Order(7)
  void show_marks_a_target_that_was_replaced_and_names_what_contradicts_another() {
    assertThat(show("Bến Tre", "2023").out())
        .containsSubsequence(
            "= 27,5 %", "no_data", "2/KH", "= 30 %", "valid to) 2022-02-28", "1/KH");
    assertThat(show("Bến Tre", "2024").out())
        .contains("not_comparable", "= 41 (ba, II, Tỉnh Bến Tre, chi_tieu.csv:5)");
  }

  /** Of Bình Phước's districts, taken from the two files by hand; it is in Đồng Nai since 2025. */
  @ParameterizedTest
  @Order(7)
  @CsvSource({
    "Bình Phước, as_was, P70@2017-01-01, exact",
    "Bình Phước, 2023-01-01, P70@2017-01-01, exact",
    "Bình Phước, 2025-06-30, P70@2017-01-01, exact",
    "Đồng Nai, 2025-07-01, P75@2025-07-01, exact",
    "Đồng Nai, 2026-04-29, P75@2025-07-01, exact",
    "Thành phố Đồng Nai, 2026-04-30, P75@2026-04-30, exact",
    "Dong-Nai, today, P75@2026-04-30, exact"
  })
  void a_figure_is_shown_in_the_units_of_any_day(
      String place, String boundary, String key, String comparability) {
    Result shown = show(place, "2020", "--boundary", boundary);
    assertThat(shown.exitCode()).isZero();
    assertThat(shown.out()).contains(key + "  " + boundary, "(2049 / 13660)", comparability);
  }

  @ParameterizedTest
  @Order(7)
  @CsvSource({
    "Huế, 2025-01-01, P46@2025-01-01",
    "Thừa Thiên Huế, 2024-12-31, P46@2017-01-01",
    "C27694@2025-07-01, today, C27694@2025-07-01",
    "'P.4, Tân An', 2025-06-30, C27691@2017-01-01"
  })
  void a_place_is_named_by_what_it_was_called_on_the_day(
      String place, String boundary, String key) {
    assertThat(show(place, "2020", "--boundary", boundary).out()).contains(key);
  }

  @ParameterizedTest
  @Order(7)
  @CsvSource({
    "Long An, 2023-02-30, 2023-02-30",
    "Long An, 2016-12-31, Units are on record from 2017-01-01",
    "Long An, 2099-01-01, Units are on record from 2017-01-01",
    "Long An, today, there is no place",
    "Thạnh Hóa, today, there is no place",
    "'Phường 4', 2023-01-01, may be: Phường 4"
  })
  void a_day_or_a_place_that_is_not_on_record_is_refused(
      String place, String boundary, String why) {
    Result refused = show(place, "2023", "--boundary", boundary);
    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err()).contains(why);
  }

  @Test
  @Order(7)
  void a_region_is_told_by_its_own_name_before_another_that_looks_alike() {
    assertThat(run("region", "Thạnh Hóa").out()).contains("Huyện Thạnh Hóa", "D800@2017-01-01");
    assertThat(run("region", "Thanh Hoa").out()).contains("P38@2017-01-01");
    assertThat(run("region", "Phường 4, Tân An").out()).contains("C27691@2017-01-01");
    assertThat(run("region", "Phường 4").exitCode()).isEqualTo(2);
  }

  @Test
  @Order(8)
  void a_failed_audit_publishes_nothing_and_says_why(SparkSession session) {
    TableStore store = new TableStore(session, new Home(home));
    var target = Contracts.bundled().of("star.fct_target");
    store.append(target, store.read(target).limit(1));

    Result publish = run("--lang", "en", "publish");

    assertThat(publish.exitCode()).isEqualTo(1);
    assertThat(publish.err()).contains("Nothing is published", "star.fct_target: key_is_unique");
    assertThat(run("releases", "--format", "csv").out()).contains("R0001").doesNotContain("R0002");
  }

  @Test
  @Order(9)
  void building_again_mends_the_table_and_readers_can_be_pointed_back() {
    assertThat(run("build").exitCode()).isZero();
    assertThat(run("publish").out()).contains("R0002");
    assertThat(run("rollback", "R0001").exitCode()).isZero();
    assertThat(run("sql", "SELECT DISTINCT release FROM published.region").out()).contains("R0001");
    assertThat(run("rollback", "R0009").exitCode()).isEqualTo(2);
  }

  private record Result(int exitCode, String out, String err) {}

  private static Result show(String region, String cohort, String... more) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "--lang", "en", "show", "PL-THCS-SCTC", "--region", region, "--cohort", cohort));
    all.addAll(List.of(more));
    return run(all.toArray(String[]::new));
  }

  private static long count(String table) {
    String query = "SELECT count(*) AS n FROM " + table;
    String out = run("sql", "--working", "--format", "csv", query).out();
    return Long.parseLong(out.replaceAll("\\D", ""));
  }

  private static Result run(String... arguments) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream toOut = new ByteArrayOutputStream();
    ByteArrayOutputStream toErr = new ByteArrayOutputStream();
    System.setOut(new PrintStream(toOut, true, UTF_8));
    System.setErr(new PrintStream(toErr, true, UTF_8));
    try {
      String[] all = new String[arguments.length + 2];
      all[0] = "--home";
      all[1] = home.toString();
      System.arraycopy(arguments, 0, all, 2, arguments.length);
      int exitCode = PhanLuong.run(all);
      return new Result(exitCode, toOut.toString(UTF_8), toErr.toString(UTF_8));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(UTF_8));
    }
    return bytes.toByteArray();
  }

  private static byte[] half(byte[] bytes) {
    return java.util.Arrays.copyOf(bytes, bytes.length / 2);
  }
}
