package vn.phanluong;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.phanluong.definition.Contract;
import vn.phanluong.definition.Contracts;

/**
 * Figures that changed make the changes of their places, and of what those lie in, anew. A figure
 * of a part changes while those of its areas stay, which real sums would not.
 */
@ExtendWith(SparkExtension.class)
class ChangeRevisionTest {
  private static final Contract OBSERVATION = Contracts.bundled().of("indicator.observation");
  private static final Contract BOUNDARY = Contracts.bundled().of("star.bridge_region_boundary");
  private static final Contract CHANGE = Contracts.bundled().of("indicator.change");

  /** Unit, its level, and the areas it lies in. */
  private static final List<List<String>> UNITS =
      List.of(
          List.of("C1", "commune", "D1", "P1", "N"),
          List.of("C2", "commune", "D1", "P1", "N"),
          List.of("C3", "commune", "D2", "P1", "N"),
          List.of("C4", "commune", "P2", "N"),
          List.of("C5", "commune", "P2", "N"),
          List.of("D1", "district", "P1", "N"),
          List.of("D2", "district", "P1", "N"),
          List.of("P1", "province", "N"),
          List.of("P2", "province", "N"),
          List.of("N", "nation"));

  private final SparkSession spark;

  ChangeRevisionTest(SparkSession spark) {
    this.spark = spark;
  }

  @Test
  void changed_figures_decide_their_areas_changes() {
    Random random = new Random(2026);
    List<String> figures = new ArrayList<>();
    for (List<String> unit : UNITS) {
      for (String indicator : List.of("PL-THCS-SCTC", "TN-THCS")) {
        for (int cohort = 2021; cohort <= 2024; cohort++) {
          figures.add(sum(indicator, cohort, unit));
        }
      }
    }
    GivenTables before = given(figures);
    before.put(CHANGE, RevisionLaw.whole(before, CHANGE));
    assertThat(before.read(CHANGE).isEmpty()).isFalse();
    for (int step = 0; step < UNITS.size(); step++) {
      // Each unit once: one figure other, one gone.
      int at = step * 8;
      List<String> changed = new ArrayList<>(figures);
      changed.set(at + 1, figure(random, "PL-THCS-SCTC", 2022, UNITS.get(step)));
      changed.remove(at + 6);
      GivenTables now = given(changed);
      now.put(CHANGE, RevisionLaw.whole(now, CHANGE));
      assertThat(RevisionLaw.holds(before, now, CHANGE, "unit " + UNITS.get(step))).isTrue();
    }
  }

  private GivenTables given(List<String> figures) {
    GivenTables tables = new GivenTables(spark);
    tables.put(
        OBSERVATION,
        rows(
            OBSERVATION,
            "VALUES %s AS t(indicator_id, cohort_year, region_key, level, numerator, denominator)"
                .formatted(String.join(", ", figures)),
            "*, '1.0.0' AS version, '' AS part, 'linked' AS method, 'school' AS basis,"
                + " 'as_was' AS boundary, '' AS breakdown, '' AS member, 'complete' AS state,"
                + " 1 AS units_reported, 1 AS units_expected, 'exact' AS comparability,"
                + " false AS is_synthetic"));
    tables.put(
        BOUNDARY,
        rows(
            BOUNDARY,
            "VALUES %s AS t(region_key, unit_level, area_key, level)"
                .formatted(
                    UNITS.stream()
                        .flatMap(
                            unit ->
                                UNITS.stream()
                                    .filter(area -> unit.contains(area.get(0)))
                                    .map(area -> text(unit, area)))
                        .collect(Collectors.joining(", "))),
            "*, 2017 AS cohort_from, 2030 AS cohort_to, 'as_was' AS boundary, 1 AS share,"
                + " 'exact' AS comparability"));
    return tables;
  }

  private static String text(List<String> unit, List<String> area) {
    return "('%s', '%s', '%s', '%s')".formatted(unit.get(0), unit.get(1), area.get(0), area.get(1));
  }

  /** At first a place is the sum of its parts, so that its changes are told by theirs. */
  private static String sum(String indicator, int cohort, List<String> unit) {
    long communes =
        UNITS.stream()
            .filter(it -> it.get(1).equals("commune") && it.contains(unit.get(0)))
            .count();
    return "('%s', %d, '%s', '%s', %d, %d)"
        .formatted(
            indicator, cohort, unit.get(0), unit.get(1), communes * (cohort % 7), communes * 60);
  }

  private static String figure(Random random, String indicator, int cohort, List<String> unit) {
    int all = 50 + random.nextInt(50);
    return "('%s', %d, '%s', '%s', %d, %d)"
        .formatted(indicator, cohort, unit.get(0), unit.get(1), random.nextInt(all), all);
  }

  private Dataset<Row> rows(Contract contract, String values, String columns) {
    StructType shape = StructType.fromDDL(contract.shapeDdl());
    Dataset<Row> told = spark.sql("SELECT %s FROM %s".formatted(columns, values));
    List<String> typed = new ArrayList<>();
    for (var field : shape.fields()) {
      String value = List.of(told.columns()).contains(field.name()) ? field.name() : "NULL";
      typed.add("CAST(%s AS %s) AS %s".formatted(value, field.dataType().sql(), field.name()));
    }
    return told.selectExpr(typed.toArray(String[]::new)).localCheckpoint();
  }
}
