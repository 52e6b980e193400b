package vn.phanluong.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.phanluong.SparkExtension;
import vn.phanluong.definition.Contract;
import vn.phanluong.definition.Contracts;

/** Parts of a table, as conditions, as JSON, and as other tables see them. */
class SlicesTest {
  private static final Contract EXAM = Contracts.bundled().of("star.fct_exam");
  private static final Contract RAW = Contracts.bundled().of("raw.exam_result");

  private static final Slices THREE =
      slices(
          Map.of("exam_year", "2021", "council_code", "46"),
          Map.of("exam_year", "2021", "council_code", "49"),
          Map.of("exam_year", "2022", "council_code", "46"));

  @Test
  void parts_of_one_year_are_one_list() {
    assertThat(THREE.condition(EXAM).split(" OR ", -1))
        .containsExactlyInAnyOrder(
            "(exam_year = 2021 AND council_code IN ('46', '49'))",
            "(exam_year = 2022 AND council_code IN ('46'))");
  }

  @Test
  void a_part_may_name_some_columns_only() {
    assertThat(slices(Map.of("exam_year", "2021"), Map.of("exam_year", "2022")).condition(EXAM))
        .isEqualTo("(exam_year IN (2021, 2022))");
  }

  @Test
  void the_whole_table_has_no_condition() {
    assertThat(Slices.WHOLE.condition(EXAM)).isEqualTo("true");
    assertThat(THREE.and(Slices.WHOLE)).isEqualTo(Slices.WHOLE);
    assertThat(Slices.WHOLE.and(THREE).isWhole()).isTrue();
  }

  @Test
  @ExtendWith(SparkExtension.class)
  void a_condition_means_what_it_says_even_of_odd_texts(SparkSession session) {
    String odd = "O'Neil \\ \"x\" % -- ' OR 1=1";
    String condition = slices(Map.of("period", "2021", "reporter_code", odd)).condition(RAW);
    assertThat(
            session
                .createDataFrame(
                    List.of(
                        RowFactory.create((short) 2021, odd),
                        RowFactory.create((short) 2021, "46")),
                    StructType.fromDDL("period smallint, reporter_code string"))
                .where(condition)
                .collectAsList())
        .singleElement()
        .returns(odd, row -> row.getString(1));
  }

  @Test
  void parts_meet_as_a_set() {
    Slices other = slices(Map.of("exam_year", "2022", "council_code", "46"));
    assertThat(THREE.and(other)).isEqualTo(THREE);
    assertThat(Slices.NONE.and(THREE)).isEqualTo(THREE);
    assertThat(Slices.NONE.isNone()).isTrue();
    assertThat(THREE.isNone()).isFalse();
  }

  @Test
  void another_table_sees_the_columns_it_shares() {
    assertThat(THREE.on(List.of("exam_year", "score")))
        .isEqualTo(slices(Map.of("exam_year", "2021"), Map.of("exam_year", "2022")));
    assertThat(THREE.on(EXAM.columnNames())).isEqualTo(THREE);
    assertThat(THREE.on(List.of("cohort_year"))).isEqualTo(Slices.WHOLE);
    assertThat(Slices.NONE.on(List.of("exam_year"))).isEqualTo(Slices.NONE);
  }

  @Test
  void json_gives_back_what_it_was_made_of() {
    for (Slices each : List.of(THREE, Slices.WHOLE, Slices.NONE)) {
      assertThat(Slices.fromJson(each.toJson())).isEqualTo(each);
    }
    assertThat(Slices.WHOLE.toJson()).isEqualTo("[{}]");
    assertThatThrownBy(() -> Slices.fromJson("{"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Not a list of slices: {");
  }

  @SafeVarargs
  @SuppressWarnings("varargs")
  private static Slices slices(Map<String, String>... parts) {
    return new Slices(Set.of(parts));
  }
}
