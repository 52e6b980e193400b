package vn.phanluong.runtime;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.phanluong.SparkExtension;
import vn.phanluong.runtime.ReleasedViews.Source;

@ExtendWith(SparkExtension.class)
class ReadOnlyGuardTest {
  private static Path folder;
  private static ReleasedViews views;

  @BeforeAll
  static void writes_what_may_be_read_and_what_may_not(SparkSession spark, @TempDir Path temporary)
      throws IOException {
    folder = temporary;
    save(spark, "star_sale", "(1, 'Huế', 7), (2, 'Huế', 4), (3, 'Vinh', 9) AS t (id, place, n)");
    save(spark, "star_sale", "(4, 'unreleased', 1) AS t (id, place, n)");
    save(spark, "star_place", "('Huế', 'centre'), ('Vinh', 'north') AS t (place, area)");
    Files.writeString(folder.resolve("secret.csv"), "secret\n");
    views = release(spark, "R1", 0);
    views.query("SHOW SCHEMAS");
    spark.sql("CREATE SCHEMA hidden");
    spark.sql("CREATE TABLE hidden.sale USING delta LOCATION '" + folder + "/star_sale'");
    spark.sql("CREATE VIEW hidden.peek AS SELECT * FROM hidden.sale");
    spark.sql("CREATE TEMP VIEW peek AS SELECT * FROM hidden.sale");
    spark.udf().register("leak", (UDF1<String, String>) name -> "leaked", DataTypes.StringType);
  }

  @AfterAll
  static void clears_the_shared_session(SparkSession spark) {
    spark.sql("DROP VIEW IF EXISTS peek");
    spark.sql("DROP TEMPORARY FUNCTION IF EXISTS leak");
    Stream.of("hidden", "star", "summary")
        .forEach(schema -> spark.sql("DROP SCHEMA IF EXISTS " + schema + " CASCADE"));
  }

  private static void save(SparkSession spark, String table, String values) {
    Dataset<Row> rows = spark.sql("SELECT * FROM VALUES " + values).coalesce(1);
    rows.write().format("delta").mode("append").save(folder + "/" + table);
  }

  private static ReleasedViews release(SparkSession spark, String name, long saleVersion) {
    return new ReleasedViews(
        spark,
        name,
        List.of(
            new Source("star.sale", folder + "/star_sale", saleVersion),
            new Source("star.place", folder + "/star_place", 0),
            new Source("summary.sale", folder + "/star_sale", saleVersion)));
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void a_statement_that_does_more_than_read_the_release_is_refused(String sql) {
    assertThatThrownBy(() -> views.query(sql))
        .isInstanceOf(Refusal.class)
        .hasNoCause()
        .hasMessageFindingMatch("đọc|bản phát hành")
        .hasMessageFindingMatch("read|release");
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void the_same_is_refused_by_spark_itself_in_a_confined_process(String sql, SparkSession spark) {
    confined(
        () ->
            assertThatThrownBy(() -> spark.sql(sql).collectAsList())
                .isInstanceOfAny(Refusal.class, AnalysisException.class));
  }

  @ParameterizedTest
  @MethodSource("questions")
  void a_question_is_answered_from_the_release(String sql, String rows) {
    assertThat(text(views.query(sql))).isEqualTo(rows);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT max(n) FROM star.sale",
        "WITH t AS (SELECT * FROM star.sale) SELECT n FROM t NATURAL JOIN star.place WHERE id = 3",
        "SELECT n FROM summary.sale WHERE n = (SELECT max(n) FROM star.sale)"
      })
  void a_confined_process_still_answers(String sql, SparkSession spark) {
    confined(() -> assertThat(text(spark.newSession().sql(sql))).isEqualTo("[9]"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT _metadata.file_path FROM star.sale",
        "SELECT nowhere FROM star.sale",
        "DESCRIBE HISTORY star.sale",
        "SELECT * FROM star.sale@v1",
        "SELECT * FROM star.sale WITH ('versionAsOf' = '1')",
        "SELECT * FROM STREAM star.sale",
        "SELECT * FROM read_files('/etc/hostname')",
        "SELECT 1; DROP TABLE hidden.sale",
        "DECLARE c CURSOR FOR SELECT 1",
        "SELEC 1"
      })
  void what_spark_cannot_make_sense_of_is_said_without_locations(String sql) {
    assertThatThrownBy(() -> views.query(sql))
        .isInstanceOf(Refusal.class)
        .hasCauseInstanceOf(Exception.class)
        .hasMessageContaining("Không hiểu được câu lệnh")
        .hasMessageNotContaining(folder.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"env:PATH", "system:user.home", "spark.master"})
  void settings_of_the_process_do_not_get_into_a_statement(String setting) {
    assertThatThrownBy(() -> views.query("SELECT '${" + setting + "}'"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("${");
  }

  @Test
  void a_wrong_name_is_answered_with_the_near_ones() {
    assertThatThrownBy(() -> views.query("SELECT * FROM star.sales"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("Gần nhất: star.sale, star.place, summary.sale")
        .hasMessageContaining("Release R1 holds no table \"star.sales\"");
  }

  @Test
  void schemas_are_those_of_the_release() {
    assertThat(text(views.query("SHOW SCHEMAS"))).isEqualTo("[star][summary]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "EXTENDED", "FORMATTED", "COST", "CODEGEN"})
  void a_plan_is_shown_without_locations(String kind) {
    assertThat(
            text(views.query("EXPLAIN " + kind + " SELECT id, release FROM star.sale WHERE n > 4")))
        .contains(kind.equals("CODEGEN") ? "WholeStageCodegen" : "parquet")
        .doesNotContain(folder.toString(), "file:", "Error");
  }

  @Test
  void each_release_answers_for_itself_in_one_session(SparkSession spark) {
    ReleasedViews corrected = release(spark, "R2", 1);
    Dataset<Row> before = views.query("SELECT count(*), max(release) FROM star.sale");
    Dataset<Row> after = corrected.query("SELECT count(*), max(release) FROM star.sale");
    assertThat(text(before)).isEqualTo("[3,R1]");
    assertThat(text(after)).isEqualTo("[4,R2]");
    assertThat(text(views.query("SELECT count(*) FROM star.sale"))).isEqualTo("[3]");
    String disguised = "WITH `star.sale` AS (SELECT 1) SELECT max(release) FROM star.sale";
    assertThat(text(corrected.query(disguised))).isEqualTo("[R2]");
  }

  @Test
  void a_confined_process_lets_delta_rebuild_a_table_from_its_log(SparkSession spark)
      throws IOException {
    try (Stream<Path> log = Files.list(folder.resolve("star_sale/_delta_log"))) {
      for (Path file : log.filter(it -> it.toString().endsWith(".crc")).toList()) {
        Files.delete(file);
      }
    }
    DeltaLog.clearCache();
    views.query("TABLE star.sale");
    confined(
        () ->
            assertThat(text(spark.sql("SELECT sum(n) FROM star.sale WHERE n > 4")))
                .isEqualTo("[16]"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sale", "Star.sale", "star.sale; x", "star.`a`", "a.b.c"})
  void a_source_has_a_plain_name(String name) {
    assertThatThrownBy(() -> new Source(name, "/x", 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("schema.table");
  }

  private static void confined(Runnable test) {
    ReadOnlyGuard.confine(Set.of("star.sale", "star.place", "summary.sale"));
    try {
      test.run();
    } finally {
      ReadOnlyGuard.unconfine();
    }
  }

  private static String text(Dataset<Row> rows) {
    return rows.collectAsList().stream().map(Row::toString).collect(joining());
  }

  static Stream<String> attacks() {
    return UserSqlCases.attacks(folder.toString());
  }

  static Stream<Arguments> questions() {
    return UserSqlCases.questions();
  }
}
