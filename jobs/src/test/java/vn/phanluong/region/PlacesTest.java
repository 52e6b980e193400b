package vn.phanluong.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlacesTest {
  private static final LocalDate MAY_2023 = LocalDate.of(2023, 5, 31);
  private static final String LONG_AN = "P80@2017-01-01";

  @ParameterizedTest
  @CsvSource({
    "Tỉnh Long An",
    "Long An",
    "long an",
    "LONG AN",
    "Long-An",
    "long_an",
    "' Long  An '",
    "T. Long An"
  })
  void finds_a_province_however_it_is_written(String name) {
    assertThat(resolve(name, null, null)).isEqualTo("P80@2017-01-01");
  }

  @ParameterizedTest
  @CsvSource({
    "Tân An,Thành phố Tân An",
    "TP Tân An,Thành phố Tân An",
    "Thành phố Tân An,Thành phố Tân An",
    "Kiến Tường,Thị xã Kiến Tường",
    "TX. Kiến Tường,Thị xã Kiến Tường",
    "Châu Thành,Huyện Châu Thành",
    "Đức Hoà,Huyện Đức Hòa",
    "duc hoa,Huyện Đức Hòa (guessed)",
    "Huyện Kiến Tường,Thị xã Kiến Tường (guessed)",
    "Thanh Hóa,Huyện Thạnh Hóa (guessed)",
    "Thạnh Hoá,Huyện Thạnh Hóa"
  })
  void finds_a_district_inside_its_province(String name, String found) {
    PlaceResult result = Places.bundled().resolve(name, LONG_AN, null, MAY_2023);
    assertThat(result).isInstanceOf(PlaceResult.Found.class);
    PlaceResult.Found unit = (PlaceResult.Found) result;
    assertThat(unit.unit().name() + (unit.guessed() ? " (guessed)" : "")).isEqualTo(found);
    assertThat(unit.unit().parentKey()).isEqualTo(LONG_AN);
  }

  /** Old and new tone marks, and the three spellings of Đắk. */
  @ParameterizedTest
  @CsvSource({
    "Thanh Hoá,P38@2017-01-01",
    "Thanh Hóa,P38@2017-01-01",
    "Tỉnh Hòa Bình,P17@2017-01-01",
    "Hoà Bình,P17@2017-01-01",
    "Đắk Lắk,P66@2017-01-01",
    "Đăk Lăk,P66@2017-01-01",
    "Đắc Lắc,P66@2017-01-01",
    "Đắc Nông,P67@2017-01-01",
    "Tỉnh Đăk Nông,P67@2017-01-01"
  })
  void finds_a_province_with_its_marks_anywhere(String name, String regionKey) {
    assertThat(resolve(name, null, null)).isEqualTo(regionKey);
  }

  @Test
  void never_leaves_the_parent() {
    assertThat(resolve("Ba Đình", LONG_AN, null)).startsWith("unknown");
    assertThat(resolve("Long An", LONG_AN, null)).startsWith("unknown");
  }

  @Test
  void never_takes_a_unit_of_another_day() {
    LocalDate today = LocalDate.of(2026, 1, 1);
    assertThat(resolve("Tân An", null, null)).startsWith("D794");
    assertThat(text(Places.bundled().resolve("Tân An", null, null, today))).startsWith("unknown");
    assertThat(text(Places.bundled().resolve("Long An", null, null, today))).startsWith("unknown");
    assertThat(text(Places.bundled().resolve("Đồng Xoài", null, null, LocalDate.of(2018, 11, 30))))
        .isEqualTo("D689@2017-01-01");
    assertThat(text(Places.bundled().resolve("Đồng Xoài", null, null, LocalDate.of(2018, 12, 1))))
        .isEqualTo("D689@2018-12-01");
  }

  @Test
  void says_which_units_share_a_name() {
    assertThat(resolve("Châu Thành", null, null)).startsWith("ambiguous");
  }

  @Test
  void takes_the_province_before_the_district_of_its_name() {
    assertThat(resolve("Trà Vinh", null, null)).startsWith("P84");
    assertThat(resolve("Trà Vinh", null, Places.DISTRICT)).startsWith("D842");
    assertThat(resolve("Tra Vinh", null, null)).isEqualTo("ambiguous 2");
    assertThat(resolve("Việt Nam", null, null)).isEqualTo("VN");
  }

  @Test
  void proposes_what_a_misspelt_name_may_mean() {
    assertThat(resolve("Bến Lứt", LONG_AN, null)).isEqualTo("unknown, near Huyện Bến Lức");
    assertThat(resolve("xyzxyzxyz", LONG_AN, null)).isEqualTo("unknown, near ");
  }

  @Test
  void asks_for_the_level() {
    assertThat(resolve("Long An", null, Places.DISTRICT)).startsWith("unknown");
    assertThat(resolve("Long An", null, Places.PROVINCE)).isEqualTo(LONG_AN);
  }

  @Test
  void knows_what_a_unit_lies_in() {
    assertThat(Places.bundled().lineage("D001@2017-01-01"))
        .containsExactly("D001@2017-01-01", "P01@2017-01-01", "VN");
    assertThat(Places.bundled().lineage("P80")).isEmpty();
    // Phú Lộc stood on when its province became a city.
    assertThat(Places.bundled().lineage("D482@2017-01-01"))
        .contains("P46@2017-01-01", "P46@2025-01-01", "VN")
        .doesNotContain("P80@2025-07-01");
    assertThat(Places.bundled().lineage("D794@2017-01-01")).doesNotContain("P80@2025-07-01");
  }

  @ParameterizedTest
  @CsvSource({
    "2017-01-01, 2017-01-01",
    "2018-11-30, 2018-11-01",
    "2018-12-01, 2018-12-01",
    "2023-05-31, 2023-04-10",
    "2025-06-30, 2025-03-01",
    "2025-07-01, 2025-07-01",
    "2026-09-05, 2026-09-01"
  })
  void units_are_the_same_until_one_changes(LocalDate day, LocalDate first) {
    assertThat(Places.bundled().firstDayOfUnits(day)).isEqualTo(first);
  }

  private static String resolve(String name, @Nullable String parent, @Nullable String level) {
    return text(Places.bundled().resolve(name, parent, level, MAY_2023));
  }

  private static String text(PlaceResult result) {
    if (result instanceof PlaceResult.Found found) {
      return found.unit().regionKey();
    }
    if (result instanceof PlaceResult.Ambiguous ambiguous) {
      return "ambiguous " + ambiguous.candidates().size();
    }
    return "unknown, near "
        + String.join(
            ", ", ((PlaceResult.Unknown) result).nearest().stream().map(Region::name).toList());
  }
}
