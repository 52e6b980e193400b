package vn.phanluong.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommunesTest {
  private static final RegionHistory HISTORY = RegionHistory.bundled();

  /** One unit each: the name, the number of a ward, the type that tells two of a name apart. */
  @ParameterizedTest
  @CsvSource({
    "Xã Yên Viên, D018@2017-01-01, 2023-05-31, Xã Yên Viên",
    "TT. Yên Viên, D018@2017-01-01, 2023-05-31, Thị trấn Yên Viên",
    "x. yên viên, D018@2017-01-01, 2023-05-31, Xã Yên Viên",
    "Yên Viên, D018@2017-01-01, 2023-05-31, ambiguous 2",
    "Phường 03, D794@2017-01-01, 2023-05-31, Phường 3",
    "Phường 04, D773@2017-01-01, 2023-05-31, Phường 04",
    "P.4, D773@2017-01-01, 2023-05-31, Phường 04",
    "Phường 04, D773@2017-01-01, 2025-05-31, Phường 4",
    "3, D794@2017-01-01, 2023-05-31, Phường 3",
    "Phường 3, D794@2017-01-01, 2025-07-01, unknown",
    "Thuỷ Đông, D800@2017-01-01, 2023-05-31, Xã Thủy Đông",
    "thuy dong, D800@2017-01-01, 2023-05-31, Xã Thủy Đông (guessed)",
    "Tân Ninh, P80@2025-07-01, 2025-09-30, Phường Tân Ninh",
    "Tân Ninh, P80@2017-01-01, 2025-09-30, unknown"
  })
  void a_name_stands_for_a_commune_of_its_day(
      String name, String parent, LocalDate day, String found) {
    PlaceResult result = Communes.bundled().resolve(name, parent, day);
    String text =
        result instanceof PlaceResult.Found one
            ? one.unit().name() + (one.guessed() ? " (guessed)" : "")
            : result instanceof PlaceResult.Ambiguous several
                ? "ambiguous " + several.candidates().size()
                : "unknown";
    assertThat(text).isEqualTo(found);
  }

  /** The days around reforms: none lost below a district that was renamed or made a town. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "2017-01-01",
        "2020-01-01",
        "2022-04-10",
        "2025-02-01",
        "2025-06-30",
        "2026-09-20"
      })
  void every_commune_is_found_under_the_one_unit_it_lies_in(LocalDate day) {
    List<String> standing =
        HISTORY
            .standingOn(day)
            .filter(unit -> unit.level().equals(Places.COMMUNE))
            .map(Region::regionKey)
            .sorted()
            .toList();
    List<String> held =
        HISTORY
            .standingOn(day)
            .flatMap(above -> Communes.bundled().inside(above.regionKey(), day).stream())
            .map(Region::regionKey)
            .sorted()
            .toList();
    assertThat(held).isEqualTo(standing);
  }

  @Test
  void a_town_made_of_a_district_keeps_its_communes() {
    LocalDate before = LocalDate.of(2019, 12, 31);
    assertThat(names("D088@2017-01-01", before)).contains("Xã Tả Van");
    assertThat(names("D088@2020-01-01", before.plusDays(1))).contains("Xã Tả Van");
    assertThat(names("D088@2017-01-01", before.plusDays(1))).isEmpty();
  }

  private static Set<String> names(String parent, LocalDate day) {
    return Communes.bundled().inside(parent, day).stream()
        .map(Region::name)
        .collect(Collectors.toSet());
  }
}
