package vn.phanluong.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Seven codes and seven names stand for other provinces since 1 July 2025. */
class VintageTest {
  private static final LocalDate OLD = LocalDate.of(2025, 6, 30);
  private static final LocalDate NEW = LocalDate.of(2025, 7, 1);
  private static final Vintage VINTAGE = new Vintage(Places.bundled());

  private static String resolve(String cell, LocalDate day) {
    PlaceResult result = Places.bundled().resolve(cell, null, Places.PROVINCE, day);
    return result instanceof PlaceResult.Found found
        ? found.unit().regionKey()
        : result.getClass().getSimpleName();
  }

  /** Code, its name until June 2025, its name since; domain facts B3. */
  @ParameterizedTest
  @CsvSource({
    "15, Yên Bái, Lào Cai, P15@2017-01-01, P15@2025-07-01",
    "24, Bắc Giang, Bắc Ninh, P24@2017-01-01, P24@2025-07-01",
    "44, Quảng Bình, Quảng Trị, P44@2017-01-01, P44@2025-07-01",
    "52, Bình Định, Gia Lai, P52@2017-01-01, P52@2025-07-01",
    "80, Long An, Tây Ninh, P80@2017-01-01, P80@2025-07-01",
    "82, Tiền Giang, Đồng Tháp, P82@2017-01-01, P82@2025-07-01",
    "91, Kiên Giang, An Giang, P91@2017-01-01, P91@2025-07-01"
  })
  void a_recycled_code_is_that_of_the_day_and_never_of_the_other_name(
      String code, String before, String since, String oldKey, String newKey) {
    assertThat(resolve(code, OLD)).isEqualTo(oldKey);
    assertThat(resolve(code + ".0", NEW)).isEqualTo(newKey);
    assertThat(resolve(code + " - " + before, OLD)).isEqualTo(oldKey);
    assertThat(resolve(since + " (" + code + ")", NEW)).isEqualTo(newKey);
    assertThat(resolve(code + " - " + since, OLD)).isEqualTo("Ambiguous");
    assertThat(resolve(code + " - " + before, NEW)).isNotEqualTo(newKey);
    String stripped = vn.phanluong.text.Spelling.strip(before);
    assertThat(resolve(stripped, NEW)).isEqualTo("Unknown");
    // The new name beside the old one: which of two provinces the new one is, nobody knows.
    assertThat(VINTAGE.of(List.of(newKey), List.of(stripped))).isNotNull();
  }

  static Stream<Region> merged() {
    return RegionHistory.bundled()
        .regions()
        .filter(unit -> unit.level().equals(Places.PROVINCE) && OLD.equals(unit.validTo()));
  }

  @ParameterizedTest
  @MethodSource("merged")
  void a_province_that_merged_beside_one_it_merged_into_is_seen(Region old) {
    String heir =
        Objects.requireNonNull(RegionHistory.bundled().after(old.regionKey()).get(0).successor());
    boolean isKnownToday =
        Places.bundled().resolve(old.name(), null, Places.PROVINCE, NEW)
            instanceof PlaceResult.Found;
    if (!isKnownToday) {
      assertThat(VINTAGE.of(List.of(heir), List.of(old.name()))).isNotNull();
    }
  }

  @Test
  void a_stray_name_among_provinces_that_never_changed_is_a_slip_of_its_row() {
    assertThat(VINTAGE.of(List.of("P01@2017-01-01", "P40@2017-01-01"), List.of("Long An")))
        .isNull();
    assertThat(VINTAGE.of(List.of("P80@2025-07-01"), List.of("Xứ Xa"))).isNull();
    assertThat(VINTAGE.of(List.of("P80@2025-07-01"), List.of())).isNull();
  }

  @Test
  void a_zero_lost_is_put_back_and_a_numbered_name_is_a_name() {
    assertThat(resolve("1", OLD)).isEqualTo("P01@2017-01-01");
    assertThat(resolve("4", NEW)).isEqualTo("P04@2017-01-01");
    assertThat(Places.bundled().resolve("Quận 3", "P79@2017-01-01", Places.DISTRICT, OLD))
        .isInstanceOf(PlaceResult.Found.class);
    assertThat(resolve("99", OLD)).isEqualTo("Unknown");
  }
}
