package vn.phanluong.synthetic.ministry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.phanluong.reading.CloseableIterator;
import vn.phanluong.reading.Declared;
import vn.phanluong.reading.FileScreener;
import vn.phanluong.reading.Recognition;
import vn.phanluong.reading.ScreenedRecord;

/** The laws of the truth beside the files, asked by another engine. */
class MinistryTruthTest {
  private Duck duck;

  @BeforeEach
  void open() throws IOException, SQLException {
    duck = new Duck(Ministries.whole().resolve("truth"));
  }

  @AfterEach
  void close() throws SQLException {
    duck.close();
  }

  @ParameterizedTest
  @CsvSource({"lives, THCS, SCTC", "lives, THPT, CD", "lives, GDTX, CD", "files, THCS, SCTC"})
  void classes_of_a_place_add_up_to_its_completers(String table, String level, String rate)
      throws SQLException {
    List<List<String>> places =
        duck.rows(
            """
            SELECT sum(numerator) = any_value(completers), any_value(completers)
            FROM %1$s JOIN (SELECT * EXCLUDE (indicator_id, numerator, unknown, denominator),
                denominator AS completers FROM %1$s WHERE indicator_id = 'PL-%2$s-%3$s')
              USING (cohort_year, basis, boundary, region_key, breakdown, member)
            WHERE indicator_id LIKE 'PL-%2$s-PB:%%'
            GROUP BY cohort_year, basis, boundary, region_key, breakdown, member\
            """
                .formatted(table, level, rate));
    assertThat(places).hasSizeGreaterThan(1000).allMatch(row -> row.get(0).equals("true"));
  }

  /** But for sums over sums of other years or registers, which may pass 100 %. */
  @Test
  void no_numerator_is_above_its_denominator() throws SQLException {
    String wrong =
        """
         WHERE unknown > denominator OR numerator < 0 OR numerator > denominator
           AND indicator_id NOT IN ('CC-10', 'HT-BK', 'TS-CT10', 'NN-CT', 'NN-NL', 'HN-TL')\
        """;
    assertThat(duck.rows("SELECT * FROM lives" + wrong)).isEmpty();
    assertThat(duck.rows("SELECT * FROM files" + wrong)).isEmpty();
  }

  /** Provinces, socio-economic regions, and districts or communes each make up the nation. */
  @ParameterizedTest
  @CsvSource({"lives, P, true", "lives, R, true", "lives, [DC], false", "files, P, true"})
  void units_of_a_kind_make_up_the_nation(String table, String kind, boolean inGroups)
      throws SQLException {
    List<List<String>> unequal =
        duck.rows(
            """
            WITH cell AS (SELECT * FROM %s WHERE breakdown = '' OR %s),
              parts AS (SELECT indicator_id, cohort_year, basis, boundary, breakdown, member,
                sum(numerator) AS n, sum(denominator) AS d, sum(unknown) AS u
                FROM cell WHERE regexp_matches(region_key, '^%s[0-9]') GROUP BY ALL),
              nation AS (SELECT * FROM cell WHERE region_key = 'VN')
            SELECT * FROM nation FULL JOIN parts
              USING (indicator_id, cohort_year, basis, boundary, breakdown, member)
            WHERE n IS DISTINCT FROM numerator OR d IS DISTINCT FROM denominator
              OR u IS DISTINCT FROM unknown\
            """
                .formatted(table, inGroups, kind));
    assertThat(unequal).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"lives", "files"})
  void the_nation_is_the_same_on_both_boundaries(String table) throws SQLException {
    String nation =
        "SELECT * EXCLUDE boundary FROM %s WHERE region_key = 'VN' AND boundary = '%s' ORDER BY"
            + " ALL";
    List<List<String>> then = duck.rows(nation.formatted(table, "as_was"));
    assertThat(then).isNotEmpty();
    assertThat(duck.rows(nation.formatted(table, "today"))).isEqualTo(then);
  }

  @ParameterizedTest
  @CsvSource({
    "PL-THCS-SCTC, THCS, SC TC",
    "PL-THPT-CD, THPT, CD",
    "PL-THPT-TCCD, THPT, TC CD",
    "PL-GDTX-CD, GDTX, CD"
  })
  void rates_follow_from_the_ways_of_persons(String indicator, String level, String counted)
      throws SQLException {
    String levels = "'" + counted.replace(" ", "', '") + "'";
    for (String boundary : List.of("as_was", "today")) {
      boolean isToday = boundary.equals("today");
      String expected =
          """
          SELECT cohort_year, split_part(parent_key, '@', 1) AS province,
            count(*) FILTER (vocational IN (%s)) AS n, count(*) AS d,
            count(*) FILTER (destination = 'UNKNOWN') AS u
          FROM way JOIN (SELECT * FROM region UNION ALL BY NAME SELECT * FROM commune) AS unit
            ON unit.region_key = way.%s
          WHERE way.level = '%s' GROUP BY ALL ORDER BY ALL\
          """
              .formatted(levels, isToday ? "region_key_today" : "region_key", level);
      String stated =
          """
          SELECT cohort_year, split_part(region_key, '@', 1) AS province,
            numerator, denominator, unknown
          FROM lives WHERE indicator_id = '%s' AND basis = 'school' AND boundary = '%s'
            AND breakdown = '' AND region_key LIKE 'P%%' ORDER BY ALL\
          """
              .formatted(indicator, boundary);
      List<List<String>> rows = duck.rows(expected);
      assertThat(rows).hasSizeGreaterThan(3 * (isToday ? 30 : 50));
      assertThat(duck.rows(stated)).isEqualTo(rows);
    }
  }

  /** A file may hide the first course of a person and show the second, but invents none. */
  @Test
  void files_show_no_way_that_was_not_taken() throws SQLException {
    assertThat(
            duck.rows(
                """
                SELECT * FROM way WHERE is_reported
                  AND (files_vocational <> '' AND vocational = ''
                    OR files_general <> '' AND general <> files_general)\
                """))
        .isEmpty();
    assertThat(
            duck.rows(
                """
                SELECT files.* FROM files
                  JOIN lives USING (indicator_id, cohort_year, basis, boundary, region_key,
                    breakdown, member)
                WHERE files.indicator_id LIKE 'PL-%' AND files.denominator > lives.denominator\
                """))
        .isEmpty();
    List<List<String>> national =
        duck.rows(
            """
            SELECT files.numerator <= lives.numerator, files.denominator = reported
            FROM files JOIN lives USING (indicator_id, cohort_year, basis, boundary, region_key,
                breakdown, member)
              JOIN (SELECT cohort_year, level, count(*) AS reported FROM way WHERE is_reported
                GROUP BY ALL) AS told
                ON told.cohort_year = lives.cohort_year AND indicator_id LIKE '%-' || level || '-%'
            WHERE region_key = 'VN' AND breakdown = '' AND basis = 'school'
              AND indicator_id IN ('PL-THCS-SCTC', 'PL-THPT-CD', 'PL-THPT-TCCD', 'PL-GDTX-CD')\
            """);
    assertThat(national).hasSize(4 * 3 * 2).allMatch(row -> row.equals(List.of("true", "true")));
  }

  /** Asked of every eighth file; row 0 is a row left out of it. */
  @Test
  void every_link_leads_to_the_row_of_the_person() throws IOException, SQLException {
    Map<String, List<List<String>>> links = new TreeMap<>();
    String query =
        """
        SELECT link.file, link.row, fate, strftime(birth_date, '%d/%m/%Y'),
          strftime(birth_date, '%Y-%m-%d')
        FROM link JOIN file ON file.path = link.file LEFT JOIN person USING (person)
        WHERE NOT file.refused\
        """;
    for (List<String> row : duck.rows(query)) {
      links.computeIfAbsent(row.get(0), file -> new ArrayList<>()).add(row);
    }
    assertThat(links).hasSizeGreaterThan(1000);
    List<List<String>> wrong = new ArrayList<>();
    int dated = 0;
    int alike = 0;
    int count = 0;
    for (Map.Entry<String, List<List<String>>> entry : links.entrySet()) {
      if (count++ % 8 != 0) {
        continue;
      }
      Map<Integer, ScreenedRecord> records = records(Ministries.whole().resolve(entry.getKey()));
      for (List<String> link : entry.getValue()) {
        ScreenedRecord record = records.get(Integer.parseInt(link.get(1)));
        boolean isLeftOut = link.get(1).equals("0") && link.get(2).equals("LOST");
        if (isLeftOut != (record == null)) {
          wrong.add(link);
        }
        boolean isDated = record != null && !link.get(3).equals("null");
        dated += isDated ? 1 : 0;
        alike += isDated && holds(Objects.requireNonNull(record), link) ? 1 : 0;
      }
    }
    assertThat(wrong).isEmpty();
    // Of the next person it would be one in some hundred. The rest are written in another way.
    assertThat((double) alike / dated).isGreaterThan(0.5);
  }

  private static boolean holds(ScreenedRecord record, List<String> link) {
    return record.record().contains(link.get(3)) || record.record().contains(link.get(4));
  }

  private static Map<Integer, ScreenedRecord> records(Path file) {
    Map<Integer, ScreenedRecord> records = new HashMap<>();
    if (FileScreener.recognise(file, Declared.nothing())
        instanceof Recognition.Recognised recognised) {
      try (CloseableIterator<ScreenedRecord> all = FileScreener.records(file, recognised)) {
        all.forEachRemaining(record -> records.put(record.rowNumber(), record));
      }
    }
    return records;
  }
}
