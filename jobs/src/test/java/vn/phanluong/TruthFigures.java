package vn.phanluong;

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
import vn.phanluong.definition.Contracts;
import vn.phanluong.runtime.TableStore;

/**
 * Figures of provinces and above, numerator over denominator by indicator, year, basis, boundary,
 * unit and group: those of the warehouse, and those of the truth by another engine.
 */
final class TruthFigures {
  /** Indicators of two sums, each known by one method alone. */
  static final Set<String> OF_SUMS =
      Set.of("CC-10", "HT-BK", "TS-CT10", "NN-CT", "NN-NL", "HN-BD", "HN-TL", "HN-CT", "HN-GV");

  /** The same as a list of SQL. */
  static final String SUMS =
      OF_SUMS.stream().sorted().map("'%s'"::formatted).collect(Collectors.joining(", ", "(", ")"));

  private TruthFigures() {}

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
    Map<String, String> figures = new TreeMap<>();
    for (Row row :
        store
            .read(Contracts.bundled().of("indicator.observation"))
            .where("denominator > 0 AND " + where)
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

  /**
   * What files show to who knows every person.
   *
   * @param where of {@code indicator_of_files}, whose path is {@code %1$s}
   */
  static Map<String, String> expected(Path country, String where) throws SQLException {
    String sql =
        """
        SELECT concat_ws(' ', indicator_id, cohort_year, basis, boundary, region_key, breakdown,
            member), numerator || '/' || denominator
        FROM '%1$s'
        WHERE denominator > 0 AND region_key[1] IN ('V', 'P', 'R')
          AND (\
        """
            + where
            + ")";
    Map<String, String> figures = new TreeMap<>();
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        ResultSet rows =
            duck.createStatement()
                .executeQuery(sql.formatted(country.resolve("truth/indicator_of_files.parquet")))) {
      while (rows.next()) {
        figures.put(rows.getString(1), rows.getString(2));
      }
    }
    return figures;
  }
}
