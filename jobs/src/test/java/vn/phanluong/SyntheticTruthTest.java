package vn.phanluong;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vn.phanluong.definition.Contracts;
import vn.phanluong.region.RegionHistory;
import vn.phanluong.runtime.TableStore;
import vn.phanluong.synthetic.Years;
import vn.phanluong.synthetic.ministry.Ministry;
import vn.phanluong.synthetic.ministry.Order;

/**
 * The warehouse on a ministry whose truth is known: what a whole country reported in counts,
 * faults, refused files, second files and all, gives to the last person the sums of the rows that
 * could be accepted. The expected sums are made by another engine, from the list the generator
 * kept.
 */
@ExtendWith(HomeExtension.class)
class SyntheticTruthTest {
  private static final int YEAR = 2023;

  @TempDir private Path folder = Path.of("");

  @Test
  void counts_of_a_country_are_those_of_the_truth(TableStore store) throws Exception {
    Path country = folder.resolve("country");
    Ministry.make(new Order(country, 0.001, 7, new Years(YEAR, YEAR)), 2, step -> {});
    Warehouse warehouse = new Warehouse(store);
    warehouse.load(files(country));
    warehouse.build("indicator.observation");

    // A place that told no destinations has no rate, and enters none.
    String of =
        """
        dataset = 'graduate_count' AND (province, district) IN (
          SELECT (province, district) FROM counts
          WHERE dataset = 'destination_count' AND fate = 'ACCEPTED' AND level = 'THCS')
        """;
    assertThat(figures(store, "denominator")).isEqualTo(truth(country, of));
    String went = "dataset = 'destination_count' AND destination IN ('SC', 'TC', 'DUAL')";
    Map<String, BigDecimal> numerators = figures(store, "numerator");
    Map<String, BigDecimal> expected = truth(country, went);
    // No row of counts is no report of nobody, where persons are reported one by one.
    numerators.values().removeIf(figure -> figure.signum() == 0);
    expected.values().removeIf(figure -> figure.signum() == 0);
    // A count left blank is missing, which is neither its true value nor none.
    Set<String> blanked = blanked(country);
    numerators.keySet().removeAll(blanked);
    expected.keySet().removeAll(blanked);
    assertThat(numerators).hasSizeGreaterThan(30).isEqualTo(expected);
  }

  private static List<Path> files(Path country) throws IOException {
    try (Stream<Path> files = Files.walk(country.resolve("files"))) {
      return files.filter(file -> file.toString().contains("_count_" + YEAR)).sorted().toList();
    }
  }

  /** Of provinces of the time and of the nation, by name, where something was reported. */
  private static Map<String, BigDecimal> figures(TableStore store, String column) {
    List<Row> rows =
        store
            .read(Contracts.bundled().of("indicator.observation"))
            .where("indicator_id = 'PL-THCS-SCTC' AND boundary = 'as_was' AND basis = 'school'")
            .where("level IN ('nation', 'province') AND cohort_year = " + YEAR)
            .where(column + " IS NOT NULL")
            .select("region_key", column)
            .collectAsList();
    Map<String, BigDecimal> figures = new TreeMap<>();
    for (Row row : rows) {
      String name = Objects.requireNonNull(RegionHistory.bundled().find(row.getString(0))).name();
      figures.put(name, row.getDecimal(1).stripTrailingZeros());
    }
    return figures;
  }

  /** The nation, and provinces in whose counts a cell was blanked on the way. */
  private static Set<String> blanked(Path country) throws SQLException {
    String sql =
        """
        SELECT DISTINCT reporter_key
        FROM read_csv('%1$s/truth/dirt.csv', all_varchar = true) AS dirt
        JOIN read_csv('%1$s/truth/file.csv', all_varchar = true) AS sent ON sent.path = dirt.file
        WHERE dirt.kind = 'count_blank'
        """
            .formatted(country);
    Set<String> names = new TreeSet<>(Set.of("Việt Nam"));
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        ResultSet rows = duck.createStatement().executeQuery(sql)) {
      while (rows.next()) {
        names.add(Objects.requireNonNull(RegionHistory.bundled().find(rows.getString(1))).name());
      }
    }
    return names;
  }

  private static Map<String, BigDecimal> truth(Path country, String which) throws SQLException {
    String sql =
        """
        WITH counts AS (FROM '%s')
        SELECT coalesce(province, 'Việt Nam'), sum(persons)
        FROM counts
        WHERE %s AND fate = 'ACCEPTED' AND level = 'THCS' AND subperiod = 'A1'
        GROUP BY GROUPING SETS ((province), ())
        """
            .formatted(country.resolve("truth/count.parquet"), which);
    Map<String, BigDecimal> sums = new TreeMap<>();
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        ResultSet rows = duck.createStatement().executeQuery(sql)) {
      while (rows.next()) {
        sums.put(rows.getString(1), rows.getBigDecimal(2).stripTrailingZeros());
      }
    }
    return sums;
  }
}
