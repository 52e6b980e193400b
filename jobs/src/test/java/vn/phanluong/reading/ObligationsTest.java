package vn.phanluong.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The day by which a delivery is in time, as the circulars and plans state it. */
class ObligationsTest {
  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        // Circular 24/2018, in force 14/11/2018: figures of 30/9 by 30/10, of 31/5 by 30/6.
        "school, P80@2017-01-01, 2017, S1, none",
        "school, P80@2017-01-01, 2018, S1, none",
        "school, P80@2017-01-01, 2018, S2, 2019-06-30",
        "school, P80@2017-01-01, 2024, S1, 2024-10-30",
        // Circular 25/2024, in force 9/2/2025: 31 October; its form for the end of year is unknown.
        "school, P80@2025-07-01, 2025, S1, 2025-10-31",
        "school, P80@2025-07-01, 2025, S2, none",
        // Cần Thơ's plan: before 30 May of the year after; of districts, and only its own.
        "destination_count, D916@2017-01-01, 2022, A1, 2023-05-29",
        "destination_count, D800@2017-01-01, 2022, A1, none",
        "destination_count, P92@2017-01-01, 2022, A1, none",
        // Once a district was abolished nothing is owed by it.
        "destination_count, D916@2017-01-01, 2025, A1, none",
        "exam_result, 49, 2025, A1, 2025-07-16",
        "exam_result, VN, 2025, A1, none",
        "graduate_count, P80@2017-01-01, 2023, A1, none",
      })
  void a_scope_is_due(String dataset, String reporter, short period, String part, LocalDate due) {
    assertThat(Obligations.bundled().due(dataset, scope(reporter, period, part, 1))).isEqualTo(due);
  }

  @Test
  void corrections_and_later_rounds_are_not_owed() {
    Scope full = scope("D916@2017-01-01", 2022, "A1", 1);
    Part part = full.part();
    Part correction =
        new Part("A1", (short) 1, Part.Coverage.CORRECTION, part.accumulation(), part.knownBy());
    assertThat(Obligations.bundled().due("destination_count", full.with(correction))).isNull();
    assertThat(
            Obligations.bundled().due("destination_count", scope("D916@2017-01-01", 2022, "A1", 2)))
        .isNull();
  }

  private static Scope scope(String reporter, int period, String subperiod, int round) {
    Part whole = Part.WHOLE;
    return Scope.of(reporter, (short) period)
        .with(
            new Part(
                subperiod, (short) round, whole.coverage(), whole.accumulation(), whole.knownBy()));
  }
}
