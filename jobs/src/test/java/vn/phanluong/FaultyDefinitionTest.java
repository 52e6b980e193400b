package vn.phanluong;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vn.phanluong.definition.Contract;
import vn.phanluong.definition.Contracts;
import vn.phanluong.definition.SchemaFiles;
import vn.phanluong.indicator.Tally;
import vn.phanluong.runtime.Inputs;
import vn.phanluong.runtime.Slices;

/** A definition that lints and is wrong all the same spoils no other. */
@ExtendWith(SparkExtension.class)
class FaultyDefinitionTest {
  private static final String DEFINITIONS = "indicator/definitions/";
  private static final Contract TALLY = Contracts.bundled().of("indicator.tally");

  @TempDir private Path folder = Path.of("");

  private final SparkSession spark;
  private final GivenTables tables;

  FaultyDefinitionTest(SparkSession spark) {
    this.spark = spark;
    tables = new GivenTables(spark);
  }

  @BeforeEach
  void a_place_tells_of_100_completers_and_where_90_went() throws IOException {
    for (Map.Entry<String, String> file : SchemaFiles.bundled().under("", "").entrySet()) {
      if (file.getKey().matches("indicator/counting/.*|reference/[^/]*")) {
        Path path = folder.resolve(file.getKey());
        Files.createDirectories(path.getParent());
        Files.writeString(path, file.getValue());
      }
    }
    Files.createDirectories(folder.resolve(DEFINITIONS));
    define("PL-THCS-SCTC", UnaryOperator.identity());
    given("star.fct_graduate_count", "100 AS persons");
    given(
        "star.fct_destination_count",
        "stack(3, 'TC', 40, 'THPT', 50, 'UNKNOWN', 30) AS (destination_code, persons)");
  }

  @Test
  void more_counted_than_went_anywhere_is_inconsistent() throws IOException {
    define("X-ALL", text -> text.replace("IN ('SC', 'TC', 'DUAL')", "<> ''"));

    assertThat(counted(Tally.of(in(), SchemaFiles.of(folder))))
        .containsExactlyInAnyOrder(
            "PL-THCS-SCTC complete 40 100 10", "X-ALL inconsistent null 100 null");
  }

  private Inputs in() {
    return new Inputs(tables, TALLY, Slices.WHOLE);
  }

  private static List<String> counted(Dataset<Row> tally) {
    return tally
        .select("indicator_id", "tally_state", "numerator", "denominator", "unknown")
        .collectAsList()
        .stream()
        .map(row -> row.mkString(" "))
        .toList();
  }

  private void given(String table, String counts) {
    Contract contract = Contracts.bundled().of(table);
    tables.put(
        contract,
        spark
            .sql(
                """
                SELECT 2023S AS cohort_year, 'A' AS region_key, '' AS school, 'THCS' AS education_level,
                  'school' AS basis, true AS is_additive, false AS is_synthetic, %s
                """
                    .formatted(counts))
            .to(StructType.fromDDL(contract.shapeDdl())));
  }

  /** Another definition than PL-THCS-SCTC in what is changed alone. */
  private void define(String id, UnaryOperator<String> changed) throws IOException {
    String text = SchemaFiles.bundled().text(DEFINITIONS + "PL-THCS-SCTC.yml");
    Files.writeString(
        folder.resolve(DEFINITIONS + id + ".yml"),
        changed.apply(text.replace("id: PL-THCS-SCTC", "id: " + id)));
  }
}
