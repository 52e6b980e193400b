package vn.phanluong.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
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
    assertThat(run("build").exitCode()).isZero();
    assertThat(run("build").err()).contains("Không có gì thay đổi");
    assertThat(run("publish").out()).contains("R0001");
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

  private static Result show(String region, String cohort) {
    return run("--lang", "en", "show", "PL-THCS-SCTC", "--region", region, "--cohort", cohort);
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
