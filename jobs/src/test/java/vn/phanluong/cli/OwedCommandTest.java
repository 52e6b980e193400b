package vn.phanluong.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vn.phanluong.SparkExtension;
import vn.phanluong.definition.Contract;
import vn.phanluong.definition.Contracts;
import vn.phanluong.ops.BuildRun;
import vn.phanluong.runtime.Home;
import vn.phanluong.runtime.Progress;
import vn.phanluong.runtime.TableStore;

/** What is owed, by whom, and what is late, asked of a ledger written by hand. */
@ExtendWith(SparkExtension.class)
class OwedCommandTest {
  private static final Contract LEDGER = Contracts.bundled().of("ops.submission");
  private static Path home = Path.of("");

  @BeforeAll
  static void enter_submissions(@TempDir Path empty, SparkSession session) throws IOException {
    home = empty.resolve("home");
    Files.createDirectories(home.resolve("tables"));
    TableStore store = new TableStore(session, new Home(home));
    new BuildRun(store, Progress.silent())
        .run(List.of("star.dim_region", "star.dim_exam_council", "ops.obligation"), false);
    List<Row> rows = new ArrayList<>();
    // Midnight in Việt Nam is 17:00 UTC of the day before.
    rows.add(entry(1, "destination_count", 2022, "D916@2017-01-01", "2023-05-29T16:59:59Z"));
    rows.add(entry(2, "destination_count", 2022, "D917@2017-01-01", "2023-05-29T17:00:00Z"));
    rows.add(entry(3, "destination_count", 2022, "D918@2017-01-01", "2023-06-15T00:00:00Z"));
    rows.add(entry(4, "exam_result", 2025, "49", "2025-07-16T03:00:00Z"));
    // Huế was Thừa Thiên Huế until 2025; Tuyên Quang came of Hà Giang and Tuyên Quang.
    rows.add(entry(5, "graduate", 2025, "P46@2025-01-01", "2025-08-14T03:00:00Z"));
    rows.add(entry(6, "graduate", 2025, "P02@2017-01-01", "2025-08-13T03:00:00Z"));
    rows.add(entry(7, "graduate", 2025, "P08@2017-01-01", "2025-08-20T03:00:00Z"));
    rows.add(entry(8, "graduate", 2025, "P10@2017-01-01", "2025-08-13T03:00:00Z"));
    store.append(
        LEDGER, session.createDataFrame(rows, StructType.fromDDL(LEDGER.shapeDdl())).coalesce(1));
  }

  @Test
  void a_day_ends_at_midnight_in_viet_nam() throws IOException {
    Map<String, JsonNode> owed = owed("2023-06-10", "destination_count", "2022");
    assertThat(state(owed, "D916@2017-01-01")).isEqualTo("delivered on time 2023-05-29 s1");
    assertThat(state(owed, "D917@2017-01-01")).isEqualTo("delivered late 2023-05-29 s2");
    assertThat(state(owed, "D918@2017-01-01")).isEqualTo("overdue 2023-05-29 null");
    assertThat(state(owed, "D927@2017-01-01")).isEqualTo("overdue 2023-05-29 null");
    assertThat(owed)
        .hasEntrySatisfying(
            "D916@2017-01-01",
            row -> assertThat(row.path("receiver").asText()).isEqualTo("Sở GDĐT"));
    // Ba Đình owes one too, and no source says by when; nine districts of Cần Thơ in all.
    assertThat(state(owed, "D001@2017-01-01")).isEqualTo("owed, no day stated null null");
    assertThat(owed.keySet().stream().filter(it -> it.startsWith("D9"))).hasSize(9);
    assertThat(state(owed("2023-05-29", "destination_count", "2022"), "D927@2017-01-01"))
        .isEqualTo("due 2023-05-29 null");
  }

  @Test
  void who_has_no_register_is_said_so() throws IOException {
    Map<String, JsonNode> owed = owed("2025-01-31", "school", "2024");
    assertThat(owed.values().stream().map(it -> it.path("state").asText()))
        .contains("register not loaded");
    assertThat(
            owed.values().stream()
                .filter(it -> it.path("reporter_code").isNull())
                .map(it -> it.path("reporter_type").asText())
                .distinct())
        .containsExactly("school");
    // Districts of 30 September 2024, a month after Mỹ Lộc went into Nam Định; no day is stated.
    assertThat(owed.values().stream().filter(it -> isOf(it, "phong_gddt", "null"))).hasSize(704);
    // 63 provinces of the time by Circular 24/2018; the last day of 2024-S2 is not yet asked for.
    assertThat(owed.values().stream().filter(it -> isOf(it, "so_gddt", "2024-10-30"))).hasSize(63);
  }

  @Test
  void the_34_provinces_owe_by_the_new_circular() throws IOException {
    Map<String, JsonNode> owed = owed("2026-01-15", "school", "2025-S1");
    assertThat(owed.values().stream().filter(it -> isOf(it, "so_gddt", "2025-10-31"))).hasSize(34);
    assertThat(state(owed, "P80@2025-07-01")).isEqualTo("overdue 2025-10-31 null");
    // Districts owe no more; the communes that the law put in their place do.
    assertThat(owed.values().stream().filter(it -> isOf(it, "phong_gddt", "null"))).isEmpty();
    assertThat(
            owed.values().stream()
                .filter(it -> it.path("reporter_type").asText().equals("commune")))
        .hasSize(3321);
  }

  @Test
  void what_units_sent_that_have_merged_since_serves_once_all_have() throws IOException {
    Map<String, JsonNode> owed = owed("2025-09-30", "graduate", "2025");
    assertThat(state(owed, "P46@2025-01-01")).isEqualTo("delivered on time 2025-08-15 s5");
    assertThat(state(owed, "P08@2025-07-01")).isEqualTo("delivered late 2025-08-15 s7");
    assertThat(state(owed, "P15@2025-07-01")).as("Yên Bái is silent").startsWith("overdue");
    assertThat(state(owed("2025-08-19", "graduate", "2025"), "P08@2025-07-01"))
        .isEqualTo("overdue 2025-08-15 null");
    assertThat(state(owed("2025-09-30", "exam_result", "2025"), "49"))
        .isEqualTo("delivered on time 2025-07-16 s4");
  }

  private static boolean isOf(JsonNode row, String type, String due) {
    return row.path("reporter_type").asText().equals(type)
        && row.path("due_date").asText().equals(due);
  }

  private static String state(Map<String, JsonNode> owed, String reporter) {
    JsonNode row = owed.get(reporter);
    return row == null
        ? "missing"
        : "%s %s %s"
            .formatted(
                row.path("state").asText(),
                row.path("due_date").asText(),
                row.path("submission_id").asText());
  }

  private static Row entry(
      long sequence, String dataset, int period, String reporter, String receivedAt) {
    Map<String, Object> cells = new TreeMap<>();
    cells.put("submission_id", "s" + sequence);
    cells.put("sequence", sequence);
    cells.put("dataset", dataset);
    cells.put("period", (short) period);
    cells.put("reporter_code", reporter);
    cells.put("subperiod", "A1");
    cells.put("round", (short) 1);
    cells.put("coverage", "full");
    cells.put("accumulation", "cumulative");
    cells.put("received_at", Instant.parse(receivedAt));
    cells.put("status", "accepted");
    cells.put("is_synthetic", false);
    return RowFactory.create(
        LEDGER.columns().stream()
            .map(
                column ->
                    cells.containsKey(column.name()) || !column.required()
                        ? cells.get(column.name())
                        : column.type().equals("string") ? "-" : (Object) 0L)
            .toArray());
  }

  /** Rows by reporter; a row without one by its place in the answer. */
  private static Map<String, JsonNode> owed(String asOf, String dataset, String period)
      throws IOException {
    PrintStream out = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, UTF_8));
    try {
      int exitCode =
          PhanLuong.run(
              "--home",
              home.toString(),
              "owed",
              "--as-of",
              asOf,
              "--dataset",
              dataset,
              "--period",
              period,
              "--format",
              "json");
      assertThat(exitCode).isZero();
    } finally {
      System.setOut(out);
    }
    Map<String, JsonNode> owed = new TreeMap<>();
    for (JsonNode row : new ObjectMapper().readTree(printed.toByteArray())) {
      String reporter = row.path("reporter_code").asText("null");
      owed.put(row.path("reporter_code").isNull() ? "-" + owed.size() : reporter, row);
    }
    return owed;
  }
}
