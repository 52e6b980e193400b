package vn.phanluong;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.phanluong.definition.Contracts;
import vn.phanluong.ops.Audit;
import vn.phanluong.runtime.TableStore;
import vn.phanluong.synthetic.Years;

/**
 * The warehouse on a country whose rows all carry codes, in the year of the merger and the one
 * before: every linked indicator is, to the last person, what a reader counts who knows every
 * person but has only the files. That count is made from the lives by the generator's own code, and
 * compared by another engine.
 */
@ExtendWith(HomeExtension.class)
class PathwayTruthTest {
  /**
   * Not known from these files: the exam, whose scores carry no codes; employment; what is asked of
   * pupils and trainees on one day. {@link SummedTruthTest} asks for two more: of adults in short
   * courses, who have no code before 2026 and count once a course (NN-HT too, of whose entrants
   * none but theirs are due within these years); of schools without a programme, where no is a
   * blank and yes a cross.
   */
  private static final String NOT_OF_REGISTERS =
      "^(TN-THPT|QT-NGHE|NN-VL|NN-TS:SC|NN-HT|NN-CT|NN-NL|HN-CT|.*:(WORK|MILITARY|ABROAD|LEFT)).*";

  /**
   * By which figures are compared: what the register of schools tells of a school that is silent is
   * not known, and who lives where is no group of those counted where they live.
   */
  private static final String GROUPS = "('', 'sex', 'ethnicity_group', 'policy_group')";

  static final Map<String, Double> CODES_COMPLETE =
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
    Map<String, String> expected = built(11, country, store);
    assertThat(TruthFigures.differing(figures(store, expected, "true"), expected)).isEmpty();
    communesOfToday(store, country);
    new Warehouse(store).build("indicator.flow");
    nothingStopsARelease(store);
  }

  /**
   * Files that are turned away may leave a school in a merged province without the one it stood in,
   * so that figures are missing; those that are whole are true.
   */
  @Tag("soak")
  @ParameterizedTest
  @ValueSource(longs = {12, 13})
  void what_is_whole_is_that_of_the_truth_in_other_countries(long seed, TableStore store)
      throws Exception {
    Map<String, String> expected = built(seed, folder.resolve("country"), store);
    Map<String, String> figures =
        figures(store, expected, "state = 'complete' AND comparability = 'exact'");
    assertThat(figures).hasSizeGreaterThan(expected.size() * 9 / 10);
    expected.keySet().retainAll(figures.keySet());
    assertThat(TruthFigures.differing(figures, expected)).isEmpty();
    new Warehouse(store).build("indicator.flow");
    nothingStopsARelease(store);
  }

  /** Builds a country, and gives what is true of it. */
  private static Map<String, String> built(long seed, Path country, TableStore store)
      throws Exception {
    Warehouse warehouse = new Warehouse(store);
    warehouse.load(
        GeneratedRegisters.make(country, seed, new Years(2024, 2025), CODES_COMPLETE).files());
    warehouse.build("indicator.observation");
    Map<String, String> expected = truth(country);
    assertThat(expected).hasSizeGreaterThan(10_000);
    return expected;
  }

  /** Figures of the indicators of which the truth is known. */
  private static Map<String, String> figures(
      TableStore store, Map<String, String> expected, String where) {
    Set<String> indicators = TruthFigures.indicators(expected);
    assertThat(indicators)
        .hasSizeGreaterThan(35)
        .contains("PL-THCS-SCTC", "CC-95", "BH-SAU")
        .contains("TN-THCS", "DK-NGHE", "BH-L:THCS", "NN-DT:THPT", "NN-BO1")
        .contains("TS-CT10", "HN-BD", "HN-TL", "HN-GV:THCS", "HN-GV:THPT");
    Map<String, String> figures =
        TruthFigures.built(
            store,
            "(method = 'linked' OR indicator_id IN %s) AND breakdown IN %s AND %s"
                .formatted(TruthFigures.SUMS, GROUPS, where));
    figures.keySet().removeIf(key -> !indicators.contains(TruthFigures.indicator(key)));
    return figures;
  }

  /** The year of the merger has units of before and of after. */
  private static void nothingStopsARelease(TableStore store) {
    assertThat(
            Stream.of("star", "indicator")
                .flatMap(stage -> Contracts.bundled().ofStage(stage).stream())
                .flatMap(contract -> new Audit(store).of(contract).stream())
                .filter(Audit.Result::isFailed)
                // Dimensions are not built here.
                .filter(audit -> !audit.name().endsWith("_resolves")))
        .isEmpty();
  }

  /**
   * Before 2025 rows name districts; in which commune of today they count, their schools decide.
   */
  private static void communesOfToday(TableStore store, Path country) throws SQLException {
    String where =
        "basis = 'school' AND boundary = 'today' AND cohort_year < 2025 AND breakdown = ''";
    Map<String, String> expected =
        TruthFigures.expected(
            country,
            TruthFigures.Of.COMMUNES,
            where + " AND NOT regexp_matches(indicator_id, '" + NOT_OF_REGISTERS + "')");
    Map<String, String> figures =
        TruthFigures.built(
            store,
            TruthFigures.Of.COMMUNES,
            where + " AND method = 'linked' AND comparability = 'exact'");
    Set<String> indicators = TruthFigures.indicators(expected);
    figures.keySet().removeIf(key -> !indicators.contains(TruthFigures.indicator(key)));
    assertThat(figures).hasSizeGreaterThan(expected.size() / 2);
    assertThat(expected).containsAllEntriesOf(figures);
  }

  /** Of the indicators that anybody counts in. */
  private static Map<String, String> truth(Path country) throws SQLException {
    return TruthFigures.expected(
        country,
        """
        breakdown IN %s
          AND NOT regexp_matches(indicator_id, '%s')
          AND indicator_id IN (
            SELECT indicator_id FROM '%%1$s' GROUP BY indicator_id HAVING sum(numerator) > 0)
        """
            .formatted(GROUPS, NOT_OF_REGISTERS));
  }
}
