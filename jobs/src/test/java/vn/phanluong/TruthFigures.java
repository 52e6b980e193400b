package vn.phanluong;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import vn.phanluong.definition.Contracts;
import vn.phanluong.definition.IndicatorDefinitions;
import vn.phanluong.definition.SchemaFiles;
import vn.phanluong.runtime.TableStore;

/**
 * Figures, numerator over denominator by indicator, year, basis, boundary, unit and group: those of
 * the warehouse, and those of the truth by another engine.
 */
final class TruthFigures {
  /** Indicators of two sums, each known by one method alone. */
  static final Set<String> OF_SUMS =
      Set.of("CC-10", "HT-BK", "TS-CT10", "NN-CT", "NN-NL", "HN-BD", "HN-TL", "HN-CT", "HN-GV");

  /** The same as a list of SQL. */
  static final String SUMS =
      OF_SUMS.stream().sorted().map("'%s'"::formatted).collect(Collectors.joining(", ", "(", ")"));

  /** The truth counts whatever the year; a definition holds for some cohorts. */
  private static final String VALID =
      IndicatorDefinitions.of(SchemaFiles.bundled()).values().stream()
          .filter(each -> each.validTo() != null)
          .map(each -> "(%s, %d)".formatted("'" + each.id() + "'", each.validTo()))
          .collect(
              Collectors.joining(
                  ", ",
                  "NOT EXISTS (FROM (VALUES ",
                  ") AS ended (id, last) WHERE split_part(indicator_id, ':', 1) = id"
                      + " AND cohort_year > last)"));

  /** Where figures are of: how each side names the level of its unit. */
  enum Of {
    PROVINCES_AND_ABOVE("level IN ('nation', 'socio_economic_region', 'province')", "V, P, R"),
    DISTRICTS("level = 'district'", "D"),
    COMMUNES("level = 'commune'", "C");

    private final String level;
    private final String letters;

    Of(String level, String letters) {
      this.level = level;
      this.letters = letters;
    }
  }

  private TruthFigures() {}

  /** Figures that are not as expected, with both; a whole map would say too little of itself. */
  static Map<String, String> differing(Map<String, String> figures, Map<String, String> expected) {
    Map<String, String> differing = new TreeMap<>();
    Stream.concat(figures.keySet().stream(), expected.keySet().stream())
        .filter(key -> !Objects.equals(figures.get(key), expected.get(key)))
        .forEach(
            key ->
                differing.put(
                    key, "%s, expected %s".formatted(figures.get(key), expected.get(key))));
    return differing;
  }

  /** Indicators of figures, parts and levels after a colon. */
  static Set<String> indicators(Map<String, String> figures) {
    return figures.keySet().stream().map(TruthFigures::indicator).collect(Collectors.toSet());
  }

  static String indicator(String key) {
    return key.substring(0, key.indexOf(' '));
  }

  /**
   * What the warehouse says.
   *
   * @param where of {@code indicator.observation}
   */
  static Map<String, String> built(TableStore store, String where) {
    return built(store, Of.PROVINCES_AND_ABOVE, where);
  }

  static Map<String, String> built(TableStore store, Of of, String where) {
    Map<String, String> figures = new TreeMap<>();
    for (Row row :
        store
            .read(Contracts.bundled().of("indicator.observation"))
            .where("denominator > 0 AND " + where)
            .where(of.level)
            .selectExpr(
                "concat_ws(' ', concat(indicator_id, if(part = '', '', ':'), part), cohort_year,"
                    + " basis, boundary, region_key, breakdown, member)",
                "concat(CAST(numerator AS BIGINT), '/', CAST(denominator AS BIGINT))")
            .collectAsList()) {
      figures.put(row.getString(0), row.getString(1));
    }
    return figures;
  }

  /**
   * What files show to who knows every person.
   *
   * @param where of {@code indicator_of_files}, whose path is {@code %1$s}
   */
  static Map<String, String> expected(Path country, String where) throws SQLException {
    return expected(country, Of.PROVINCES_AND_ABOVE, where);
  }

  static Map<String, String> expected(Path country, Of of, String where) throws SQLException {
    String sql =
        """
        SELECT concat_ws(' ', indicator_id, cohort_year, basis, boundary, region_key, breakdown,
            member), numerator || '/' || denominator
        FROM '%1$s'
        WHERE %3$s AND denominator > 0 AND contains('%2$s', region_key[1])
          AND (\
        """
            + where
            + ")";
    Map<String, String> figures = new TreeMap<>();
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        ResultSet rows =
            duck.createStatement()
                .executeQuery(
                    sql.formatted(
                        country.resolve("truth/indicator_of_files.parquet"), of.letters, VALID))) {
      while (rows.next()) {
        figures.put(rows.getString(1), rows.getString(2));
      }
    }
    return figures;
  }
}
