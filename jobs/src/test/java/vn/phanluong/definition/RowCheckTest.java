package vn.phanluong.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowCheckTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "female <= pupils | NOT_ABOVE | female, pupils",
        "pupils = pupils_6 + pupils_7 | SUM | pupils, pupils_6, pupils_7",
        "grade in 6, 7 if programme is THCS | ONE_OF | grade, programme",
        "end_date filled if status is left, completed | FILLED | end_date, status",
        "left_on blank if exit_kind is blank | BLANK | left_on, exit_kind",
        "year of decision_date is cohort_year | IN_YEAR | decision_date, cohort_year",
        "year of left_on is school_year or next | IN_YEAR_OR_NEXT | left_on, school_year",
        "age by birth_date in year is 13..99 | AGE | birth_date, year"
      })
  void a_sentence_names_its_kind_and_fields(String text, RowCheck.Kind kind, String fields) {
    RowCheck check = RowCheck.of(text);
    assertThat(check.kind()).isEqualTo(kind);
    assertThat(check.text()).isEqualTo(text);
    assertThat(String.join(", ", check.fields().toList())).isEqualTo(fields);
  }

  @Test
  void a_condition_has_codes_and_may_end() {
    assertThat(RowCheck.of("a in x, y if level is THCS, THPT before 2026").condition())
        .isEqualTo(new RowCheck.Condition("level", List.of("THCS", "THPT"), 2026));
    assertThat(RowCheck.of("a in x, y").values()).containsExactly("x", "y");
    assertThat(RowCheck.of("age by b in y is 13..99").values()).containsExactly("13", "99");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a < b", "a", "a in", "a <= b if c", "year of a", "a filled if is x"})
  void what_is_no_sentence_is_refused(String text) {
    assertThatThrownBy(() -> RowCheck.of(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(text.substring(text.length() - 1));
  }
}
