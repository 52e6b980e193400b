package vn.phanluong;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vn.phanluong.definition.Contract;
import vn.phanluong.definition.Contracts;
import vn.phanluong.definition.SchemaFiles;
import vn.phanluong.indicator.Change;
import vn.phanluong.indicator.Observation;
import vn.phanluong.indicator.Tally;
import vn.phanluong.runtime.Inputs;
import vn.phanluong.runtime.Slices;
import vn.phanluong.runtime.TableBuilder;

/**
 * Thirteen cohorts of another country, counted by its own ministry, go through the same engine: two
 * files of definitions, no Java. Boys and girls go in as two units; what the ministry published of
 * all pupils must come out. Percentages are the published ones; components of changes and verdicts
 * on jumps were computed apart, from the papers the statistics rest on.
 */
@ExtendWith(SparkExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EnglandTest {
  private static final Path ENGLAND = Checkout.path("jobs/src/test/resources/england");

  /** What the ministry printed for some cohorts, in percent. */
  private static final Map<Integer, Double> PUBLISHED =
      Map.of(2010, 89.1, 2017, 94.2, 2021, 93.9, 2022, 93.2);

  @TempDir private static Path folder = Path.of("");

  private final SparkSession spark;
  private final GivenTables tables;

  EnglandTest(SparkSession spark) {
    this.spark = spark;
    tables = new GivenTables(spark);
  }

  @BeforeAll
  void count() throws IOException {
    SchemaFiles files = files();
    spark
        .read()
        .option("header", "true")
        .option("inferSchema", "true")
        .csv(ENGLAND.resolve("key_stage_4.csv").toString())
        .selectExpr("*", "CAST(destination_year div 100 AS SMALLINT) AS cohort_year")
        .createOrReplaceTempView("england");
    given("star.fct_graduate_count", "'reported' AS persons_state, cohort AS persons FROM england");
    given(
        "star.fct_destination_count",
        """
        'reported' AS persons_state, stack(5, 'THPT', education, 'TC', apprenticeship,
          'WORK', employment, 'LEFT', not_sustained, 'UNKNOWN', not_captured)
          AS (destination_code, persons) FROM england
        """);
    put(
        "star.bridge_region_boundary",
        spark.sql(
            """
            SELECT unit AS region_key, 'province' AS unit_level, 2010S AS cohort_from,
              2022S AS cohort_to, 'as_was' AS boundary, level, area_key, 1 AS share,
              'exact' AS comparability
            FROM VALUES ('Male'), ('Female') AS sex (unit)
            LATERAL VIEW inline(array(named_struct('level', 'province', 'area_key', unit),
              named_struct('level', 'nation', 'area_key', 'England'))) AS level, area_key
            """));
    made("indicator.tally", in -> Tally.of(in, files));
    made("indicator.observation", new Observation()).createOrReplaceTempView("england_observed");
    made("indicator.change", in -> Change.of(in, files)).createOrReplaceTempView("england_changed");
  }

  private static SchemaFiles files() throws IOException {
    BundledSchemas.copy(folder, "indicator/counting/.*|reference/[^/]*");
    Path definitions = Files.createDirectories(folder.resolve("indicator/definitions"));
    for (String name : List.of("EN-OVR.yml", "EN-EDU.yml")) {
      Files.copy(ENGLAND.resolve("definitions").resolve(name), definitions.resolve(name));
    }
    return SchemaFiles.of(folder);
  }

  private void given(String table, String counts) {
    put(
        table,
        spark
            .sql(
                """
                SELECT cohort_year, breakdown AS region_key, '' AS school, 'THCS' AS education_level,
                  'school' AS basis, '' AS subperiod, 1S AS round, true AS is_additive,
                  false AS is_synthetic, 'england' AS submission_id, 1 AS row_number, %s
                """
                    .formatted(counts))
            .where("region_key <> 'Total'"));
  }

  private void put(String table, Dataset<Row> rows) {
    Contract contract = Contracts.bundled().of(table);
    tables.put(contract, rows.to(StructType.fromDDL(contract.shapeDdl())).localCheckpoint());
  }

  private Dataset<Row> made(String table, TableBuilder builder) {
    Contract contract = Contracts.bundled().of(table);
    put(table, builder.build(new Inputs(tables, contract, Slices.WHOLE)));
    return tables.read(contract);
  }

  @Test
  void figures_of_all_are_those_its_ministry_counted() {
    List<Row> wrong =
        spark
            .sql(
                """
                WITH counted AS (
                  SELECT cohort_year, inline(array(
                    named_struct('indicator_id', 'EN-OVR', 'persons', overall),
                    named_struct('indicator_id', 'EN-EDU', 'persons', education))),
                    cohort, not_captured
                  FROM england WHERE breakdown = 'Total'
                )
                SELECT counted.*, numerator, denominator, unknown, lower_bound, upper_bound
                FROM counted LEFT JOIN england_observed AS seen
                  ON seen.cohort_year = counted.cohort_year
                  AND seen.indicator_id = counted.indicator_id AND region_key = 'England'
                WHERE NOT coalesce(numerator = persons AND denominator = cohort
                  AND unknown = not_captured AND state = 'complete'
                  AND abs(lower_bound - 100D * persons / cohort) < 1e-9
                  AND abs(upper_bound - 100D * (persons + not_captured) / cohort) < 1e-9, false)
                """)
            .collectAsList();
    assertThat(wrong).isEmpty();
    assertThat(spark.table("england_observed").where("region_key = 'England'").count())
        .isEqualTo(26);
  }

  @Test
  void percentages_are_those_it_printed() {
    Map<Integer, Double> values =
        spark
            .table("england_observed")
            .where("region_key = 'England' AND indicator_id = 'EN-OVR'")
            .collectAsList()
            .stream()
            .collect(
                Collectors.toMap(
                    row -> (int) row.<Short>getAs("cohort_year"), row -> row.getAs("value")));
    PUBLISHED.forEach(
        (cohort, printed) ->
            assertThat(values.get(cohort)).as("%d", cohort).isCloseTo(printed, within(0.05)));
  }

  /** The year that schools were closed in, the return, and the first fall since. */
  @Test
  void years_that_history_does_not_explain_are_named() {
    assertThat(verdicts("jump = 'jump'"))
        .containsExactlyInAnyOrder("EN-EDU 2020", "EN-EDU 2021", "EN-OVR 2022");
  }

  @Test
  void no_change_goes_across_the_break() {
    assertThat(verdicts("cohort_year = 2014")).containsExactly("EN-EDU 2014");
  }

  @Test
  void a_change_is_parted_into_mix_and_rate_of_the_sexes() {
    parted("EN-EDU", 2020, -0.000024517, 2.094729688);
    parted("EN-OVR", 2022, -0.001339529, -0.669540956);
    parted("EN-EDU", 2011, -0.001006322, 0.160457253);
  }

  private void parted(String indicator, int cohort, double mix, double rate) {
    Row change =
        spark
            .table("england_changed")
            .where("region_key = 'England' AND decomposition = 'parted' AND coverage = 0")
            .where("indicator_id = '%s' AND cohort_year = %d".formatted(indicator, cohort))
            .selectExpr("CAST(mix AS DOUBLE) AS mix", "CAST(rate AS DOUBLE) AS rate")
            .first();
    assertThat(change.<Double>getAs("mix")).isCloseTo(mix, within(2e-9));
    assertThat(change.<Double>getAs("rate")).isCloseTo(rate, within(2e-9));
  }

  private List<String> verdicts(String condition) {
    return spark
        .table("england_changed")
        .where("region_key = 'England'")
        .where(condition)
        .collectAsList()
        .stream()
        .map(row -> row.getAs("indicator_id") + " " + row.getAs("cohort_year"))
        .toList();
  }
}
