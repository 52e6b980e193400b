package vn.phanluong;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vn.phanluong.definition.Contracts;
import vn.phanluong.runtime.TableStore;

/**
 * The warehouse on a country whose rows all carry codes: every linked indicator is, to the last
 * person, what a reader counts who knows every person but has only the files. That count is made
 * from the lives by the generator's own code, and compared by another engine.
 */
@ExtendWith(HomeExtension.class)
class PathwayTruthTest {
  /**
   * Not known from registers of persons: the exam, whose scores carry no codes; employment; adults
   * in short courses, who have no code before 2026 and count once a course; what is asked of pupils
   * and trainees on one day.
   */
  private static final String NOT_OF_REGISTERS =
      "^(TN-THPT|QT-NGHE|NN-VL|NN-TS:SC|.*:(WORK|MILITARY|ABROAD|LEFT)).*";

  /**
   * By which figures are compared: what the register of schools tells of a school that is silent is
   * not known, and who lives where is no group of those counted where they live.
   */
  private static final String GROUPS = "('', 'sex', 'ethnicity_group', 'policy_group')";

  private static final Map<String, Double> CODES_COMPLETE =
      Map.ofEntries(
          Map.entry("reports_persons_by:2021", 1.0),
          Map.entry("learner_code_missing:school", 0.0),
          Map.entry("learner_code_missing:private_school", 0.0),
          Map.entry("learner_code_missing:admission", 0.0),
          Map.entry("learner_code_missing:institution", 0.0),
          Map.entry("learner_code_missing:university", 0.0),
          Map.entry("learner_code_missing:other_province", 0.0),
          Map.entry("two_codes_for_one_person", 0.0),
          Map.entry("code_of_another_person", 0.0),
          // Returners have no code before 2026; swapped digits are another's code.
          Map.entry("adults_in_continuing_education", 0.0),
          Map.entry("delivery_dirt_silent", 0.0));

  @TempDir private Path folder = Path.of("");

  @Test
  void every_linked_indicator_is_that_of_the_truth_on_both_boundaries(TableStore store)
      throws Exception {
    Path country = folder.resolve("country");
    Warehouse warehouse = new Warehouse(store);
    warehouse.load(GeneratedRegisters.make(country, 11, CODES_COMPLETE).files());
    warehouse.build("indicator.observation");

    Map<String, String> expected = truth(country);
    assertThat(expected).hasSizeGreaterThan(10_000);
    Set<String> indicators = indicators(expected);
    assertThat(indicators).hasSizeGreaterThan(25).contains("PL-THCS-SCTC", "CC-95", "BH-SAU");
    Map<String, String> figures = figures(store);
    figures.keySet().removeIf(key -> !indicators.contains(indicator(key)));
    assertThat(figures).isEqualTo(expected);
  }

  private static Set<String> indicators(Map<String, String> figures) {
    return figures.keySet().stream().map(PathwayTruthTest::indicator).collect(Collectors.toSet());
  }

  private static String indicator(String key) {
    return key.substring(0, key.indexOf(' '));
  }

  /** Numerator and denominator of every linked figure of provinces and above. */
  private static Map<String, String> figures(TableStore store) {
    Map<String, String> figures = new TreeMap<>();
    for (Row row :
        store
            .read(Contracts.bundled().of("indicator.observation"))
            .where("method = 'linked' AND denominator > 0 AND breakdown IN " + GROUPS)
            .where("level IN ('nation', 'socio_economic_region', 'province')")
            .selectExpr(
                "concat_ws(' ', concat(indicator_id, if(part = '', '', ':'), part), cohort_year,"
                    + " basis, boundary, region_key, breakdown, member)",
                "concat(CAST(numerator AS BIGINT), '/', CAST(denominator AS BIGINT))")
            .collectAsList()) {
      figures.put(row.getString(0), row.getString(1));
    }
    return figures;
  }

  /** Of the indicators that anybody counts in. */
  private static Map<String, String> truth(Path country) throws SQLException {
    String sql =
        """
        SELECT concat_ws(' ', indicator_id, cohort_year, basis, boundary, region_key, breakdown,
            member), numerator || '/' || denominator
        FROM '%1$s'
        WHERE denominator > 0 AND region_key[1] IN ('V', 'P', 'R') AND breakdown IN %2$s
          AND NOT regexp_matches(indicator_id, '%3$s')
          AND indicator_id IN (
            SELECT indicator_id FROM '%1$s' GROUP BY indicator_id HAVING sum(numerator) > 0)
        """
            .formatted(
                country.resolve("truth/indicator_of_files.parquet"), GROUPS, NOT_OF_REGISTERS);
    Map<String, String> figures = new TreeMap<>();
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        ResultSet rows = duck.createStatement().executeQuery(sql)) {
      while (rows.next()) {
        figures.put(rows.getString(1), rows.getString(2));
      }
    }
    return figures;
  }
}
