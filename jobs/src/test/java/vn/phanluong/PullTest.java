package vn.phanluong;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.phanluong.definition.Contract;
import vn.phanluong.definition.Contracts;
import vn.phanluong.raw.Pull;
import vn.phanluong.raw.Receipt;
import vn.phanluong.reading.Declared;
import vn.phanluong.runtime.Problem;
import vn.phanluong.runtime.Progress;
import vn.phanluong.runtime.TableStore;

/** A source database, a real PostgreSQL server: what stands there stands in {@code clean}. */
@ExtendWith(HomeExtension.class)
class PullTest {
  private static final Contract CLEAN = Contracts.bundled().of("clean.graduate_count");
  private static final Declared DECLARED = new Declared("graduate_count", "Long An", (short) 2023);
  private static @Nullable EmbeddedPostgres started;

  private static EmbeddedPostgres server() {
    return Objects.requireNonNull(started);
  }

  @BeforeAll
  static void start() throws IOException, SQLException {
    started = EmbeddedPostgres.builder().start();
    execute(
        "CREATE SCHEMA edu",
        "CREATE TABLE edu.completers (cohort_year int, province text, district text, school text,"
            + " education_level text, persons int, basis text, is_checked boolean,"
            + " changed_at timestamptz)");
  }

  @AfterAll
  static void stop() throws IOException {
    server().close();
  }

  private static void execute(String... statements) throws SQLException {
    try (Connection connection = server().getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      for (String each : statements) {
        statement.execute(each);
      }
    }
  }

  private static String row(String district, int persons, String changedAt) {
    return "INSERT INTO edu.completers VALUES (2023, 'Long An', '%s', NULL, 'THCS', %d, 'school',"
            .formatted(district, persons)
        + " true, '%s+07')".formatted(changedAt);
  }

  private static Pull.Source source(String table) {
    Properties account = new Properties();
    account.setProperty("user", "postgres");
    return new Pull.Source(
        server().getJdbcUrl("postgres", "postgres"), account, table, "changed_at");
  }

  private static List<Receipt> pull(TableStore store) {
    return new Pull(store, Progress.silent()).run(source("edu.completers"), DECLARED);
  }

  /** What the server says now. */
  private static List<String> there() throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection connection = server().getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement();
        ResultSet found =
            statement.executeQuery("SELECT persons FROM edu.completers ORDER BY persons")) {
      while (found.next()) {
        rows.add(found.getString(1));
      }
    }
    return rows;
  }

  private static List<String> here(TableStore store) {
    new Warehouse(store).build(CLEAN);
    return store.read(CLEAN).select("persons").orderBy("persons").collectAsList().stream()
        .map(row -> String.valueOf(row.getInt(0)))
        .toList();
  }

  @Test
  void what_changes_there_changes_here(TableStore store) throws SQLException {
    execute(
        "TRUNCATE edu.completers",
        row("Bến Lức", 100, "2023-06-10 08:00:00.123456"),
        row("Đức Hòa", 200, "2023-06-10 09:00:00"),
        row("Cần Đước", 300, "2023-06-11 09:00:00"));
    assertThat(pull(store)).extracting(Receipt::rowsAccepted).containsExactly(3L);
    assertThat(here(store)).isEqualTo(there()).containsExactly("100", "200", "300");

    execute(
        "UPDATE edu.completers SET persons = 210, changed_at = '2023-06-12 08:00+07'"
            + " WHERE district = 'Đức Hòa'",
        row("Thủ Thừa", 400, "2023-06-12 09:00:00"),
        // Committed late, at the very instant of the last mark.
        row("Tân Trụ", 50, "2023-06-11 09:00:00"));
    List<Receipt> second = pull(store);
    assertThat(second).extracting(Receipt::rowsAccepted).containsExactly(4L);
    assertThat(here(store)).isEqualTo(there()).containsExactly("50", "100", "210", "300", "400");

    // Nothing new: the mark itself is read once more, and then is the same submission.
    pull(store);
    assertThat(pull(store)).extracting(Receipt::status).containsExactly("already_held");
    assertThat(here(store)).isEqualTo(there());
  }

  @Test
  void wrong_rows_come_back_with_a_finding_and_an_empty_table_with_nothing(TableStore store)
      throws SQLException {
    execute("TRUNCATE edu.completers");
    assertThat(pull(store)).isEmpty();
    execute(
        row("Bến Lức", 100, "2023-06-10 08:00:00"), row("Bến Lứt Xa", 7, "2023-06-10 09:00:00"));
    Receipt receipt = pull(store).get(0);
    assertThat(receipt.rowsAccepted()).isEqualTo(1);
    assertThat(receipt.rowsRejected()).isEqualTo(1);
    assertThat(receipt.findings().toString()).contains("row.place-unknown");
  }

  @Test
  void a_database_that_cannot_be_read_is_said(TableStore store) {
    assertThatThrownBy(
            () -> new Pull(store, Progress.silent()).run(source("edu.nothing"), DECLARED))
        .isInstanceOfSatisfying(Problem.class, it -> assertThat(it.kind().exitCode()).isEqualTo(4));
    assertThatThrownBy(
            () -> new Pull(store, Progress.silent()).run(source("edu.x; DROP TABLE y"), DECLARED))
        .isInstanceOfSatisfying(Problem.class, it -> assertThat(it.kind().exitCode()).isEqualTo(2));
  }

  @Test
  void nothing_is_left_in_clear(TableStore store) throws SQLException {
    execute("TRUNCATE edu.completers", row("Bến Lức", 100, "2023-06-10 08:00:00"));
    pull(store);
    String name = "phanluong-" + Integer.toHexString(store.home().root().toString().hashCode());
    assertThat(Path.of("/dev/shm").resolve(name)).doesNotExist();
    assertThat(store.home().vault().resolve(name)).doesNotExist();
  }
}
