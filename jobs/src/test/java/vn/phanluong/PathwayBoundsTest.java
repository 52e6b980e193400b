package vn.phanluong;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.phanluong.definition.Contracts;
import vn.phanluong.linking.LinkScore;
import vn.phanluong.linking.Linking;
import vn.phanluong.runtime.TableStore;
import vn.phanluong.synthetic.Years;

/**
 * The warehouse on a country in which many rows carry no code: what files show to who knows every
 * person lies inside the bounds of every figure, before persons are linked by identity and after,
 * when the bounds are closer. So does what really became of them, but for those of whom files show
 * one of two ways alone. Both are counted by the generator's own code.
 */
@ExtendWith(HomeExtension.class)
class PathwayBoundsTest {
  /** All that schools and institutions have to tell is told once, and no code is another's. */
  private static final Map<String, Double> ALL_IS_TOLD =
      Map.of(
          "reports_persons_by:2021", 1.0,
          "silent_schools", 0.0,
          "silent_institutions", 0.0,
          "delivery_resent", 1.0,
          "delivery_row_corrected", 1.0,
          "delivery_dirt_silent", 0.0,
          "completion_entered_late", 0.0,
          "code_of_another_person", 0.0);

  @TempDir private Path folder = Path.of("");

  /** Bounds of a figure, and of how many persons nothing is known in it. */
  private record Bounds(long least, long most, long denominator, long unknown) {}

  /** What is so. */
  private record Count(long numerator, long denominator) {}

  /** Ten minutes long, as much as the truth of a country that {@link PathwayTruthTest} holds. */
  @Tag("soak")
  @ParameterizedTest
  @ValueSource(longs = 21)
  void what_became_of_people_lies_inside_the_bounds(long seed, TableStore store) throws Exception {
    GeneratedRegisters registers = built(seed, store);
    Map<String, Bounds> bounds = bounds(store);
    assertInside(bounds, registers.country());
    assertRight(linked(registers, store));
  }

  @Tag("soak")
  @ParameterizedTest
  @ValueSource(longs = {22, 23, 24, 25})
  void so_it_does_at_other_seeds_and_closer_once_linked(long seed, TableStore store)
      throws Exception {
    GeneratedRegisters registers = built(seed, store);
    Map<String, Bounds> before = bounds(store);
    assertInside(before, registers.country());
    LinkScore.Score score = linked(registers, store);
    assertRight(score);
    new Warehouse(store).build("indicator.observation");
    Map<String, Bounds> after = bounds(store);
    assertThat(unknown(after)).isLessThan(unknown(before) * 3 / 4);
    if (score.wrong() == 0) {
      assertInside(after, registers.country());
    }
  }

  private GeneratedRegisters built(long seed, TableStore store) throws IOException {
    GeneratedRegisters registers =
        GeneratedRegisters.make(
            folder.resolve("country"), seed, new Years(2023, 2023), ALL_IS_TOLD);
    Warehouse warehouse = new Warehouse(store);
    warehouse.load(registers.files());
    warehouse.build("indicator.observation");
    return registers;
  }

  private static LinkScore.Score linked(GeneratedRegisters registers, TableStore store) {
    new Linking(store).link();
    List<LinkScore.Score> scores = new LinkScore(store).of(registers.country(), "all");
    return scores.get(scores.size() - 1);
  }

  private static void assertRight(LinkScore.Score score) {
    assertThat(score.linkable()).isGreaterThan(100);
    assertThat(score.precision()).as(score.toString()).isGreaterThanOrEqualTo(0.99);
    assertThat(score.recall()).as(score.toString()).isGreaterThanOrEqualTo(0.9);
  }

  private static void assertInside(Map<String, Bounds> bounds, Path country) throws SQLException {
    long halfTold = halfTold(country);
    assertThat(halfTold).isLessThan(10);
    assertInside(bounds, counts(country, "files"), 0);
    assertInside(bounds, counts(country, "lives"), halfTold);
  }

  /**
   * @param slack persons by whom a count may lie outside
   */
  private static void assertInside(
      Map<String, Bounds> bounds, Map<String, Count> counts, long slack) {
    Map<String, String> outside = new TreeMap<>();
    int compared = 0;
    for (Map.Entry<String, Bounds> figure : bounds.entrySet()) {
      Bounds of = figure.getValue();
      Count is = counts.get(figure.getKey());
      if (is != null && is.denominator() == of.denominator()) {
        compared++;
        if (is.numerator() < of.least() - slack || is.numerator() > of.most() + slack) {
          outside.put(figure.getKey(), "%s: %s".formatted(of, is));
        }
      }
    }
    assertThat(outside).isEmpty();
    assertThat(compared).as("figures of the same persons").isGreaterThan(10_000);
  }

  private static long unknown(Map<String, Bounds> bounds) {
    return bounds.values().stream().mapToLong(Bounds::unknown).sum();
  }

  /** Of every linked figure of provinces and above that has bounds. */
  private static Map<String, Bounds> bounds(TableStore store) {
    Map<String, Bounds> bounds = new TreeMap<>();
    for (Row row :
        store
            .read(Contracts.bundled().of("indicator.observation"))
            .where("method = 'linked' AND denominator > 0 AND unknown IS NOT NULL")
            .where("level IN ('nation', 'socio_economic_region', 'province')")
            .where("breakdown IN ('', 'sex')")
            .selectExpr(
                "concat_ws(' ', concat(indicator_id, if(part = '', '', ':'), part), cohort_year,"
                    + " basis, boundary, region_key, breakdown, member)",
                "bigint(numerator - disputed)",
                "bigint(numerator + unknown)",
                "bigint(denominator)",
                "bigint(unknown)")
            .collectAsList()) {
      bounds.put(
          row.getString(0),
          new Bounds(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)));
    }
    return bounds;
  }

  private static Map<String, Count> counts(Path country, String of) throws SQLException {
    String sql =
        """
        SELECT concat_ws(' ', indicator_id, cohort_year, basis, boundary, region_key, breakdown,
            member), numerator, denominator
        FROM '%s/truth/indicator_of_%s.parquet'
        """
            .formatted(country, of);
    Map<String, Count> counts = new TreeMap<>();
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        ResultSet rows = duck.createStatement().executeQuery(sql)) {
      while (rows.next()) {
        counts.put(rows.getString(1), new Count(rows.getLong(2), rows.getLong(3)));
      }
    }
    return counts;
  }

  /** Completers of whom files show a way, but not the one the two of theirs make. */
  private static long halfTold(Path country) throws SQLException {
    String sql =
        "SELECT count(*) FROM '%s/truth/destination/*.parquet' WHERE files_destination NOT IN"
            + " (destination, 'UNKNOWN')";
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        ResultSet rows = duck.createStatement().executeQuery(sql.formatted(country))) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
