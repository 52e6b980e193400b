package vn.phanluong;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vn.phanluong.runtime.TableStore;
import vn.phanluong.synthetic.Years;
import vn.phanluong.synthetic.ministry.Ministry;
import vn.phanluong.synthetic.ministry.Order;

/**
 * Indicators whose two sums come from different years or registers, on a country of five years:
 * grade 6 of 2021, in Thừa Thiên Huế, completes in 2025, in the city of Huế.
 */
@ExtendWith(HomeExtension.class)
class SummedTruthTest {
  private static final Years YEARS = new Years(2021, 2025);

  /** All that the figures of the two cohorts are made of. */
  private static final Pattern LISTS =
      Pattern.compile(
          "[0-9-]+_(enrolment_202[12]|school_2022|graduate_2025"
              + "|vocational_(institution|enrolment)_2022)[_.].*");

  /** Cohorts of which both sides were loaded. */
  private static final String COHORTS =
      " AND cohort_year = if(indicator_id = 'HT-BK', 2025, 2022) AND breakdown = ''";

  @TempDir private Path folder = Path.of("");

  @Test
  void sums_of_several_years_and_of_schools_are_those_of_the_truth(TableStore store)
      throws Exception {
    Path country = folder.resolve("country");
    Map<String, Double> assumed = new HashMap<>(PathwayTruthTest.CODES_COMPLETE);
    // Adults have no code before 2026 and count once a course.
    assumed.put("adults_in_short_courses", 0.0);
    // Where yes is a cross, no is a blank, which may as well have been left out.
    assumed.put("delivery_trait:cross_for_yes", 0.0);
    Ministry.make(new Order(country, 0.001, 12, YEARS, assumed), 2, step -> {});
    Warehouse warehouse = new Warehouse(store);
    warehouse.load(lists(country));
    warehouse.build("indicator.observation");

    Map<String, String> expected =
        TruthFigures.expected(
            country,
            "(split_part(indicator_id, ':', 1) IN %s OR indicator_id = 'NN-TS:SC')"
                    .formatted(TruthFigures.SUMS)
                + COHORTS);
    Map<String, String> figures =
        TruthFigures.built(
            store,
            "(indicator_id IN %s OR indicator_id = 'NN-TS' AND part = 'SC')"
                    .formatted(TruthFigures.SUMS)
                + COHORTS);
    assertThat(TruthFigures.indicators(expected))
        .contains("CC-10", "HT-BK", "TS-CT10", "HN-BD", "HN-TL", "HN-CT:THPT", "HN-GV:GDTX")
        .contains("NN-CT", "NN-NL", "NN-TS:SC");
    assertThat(figures).hasSizeGreaterThan(1000).isEqualTo(expected);
  }

  private static List<Path> lists(Path country) throws IOException {
    try (Stream<Path> files = Files.walk(country.resolve("files"))) {
      return files
          .filter(file -> LISTS.matcher(String.valueOf(file.getFileName())).matches())
          .sorted()
          .toList();
    }
  }
}
