package vn.phanluong.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import vn.phanluong.definition.Reference;
import vn.phanluong.definition.SchemaFiles;

/** What is held of units, and what was held of them before. */
class RegionHistoryTest {
  private static final LocalDate BEFORE = LocalDate.of(2025, 6, 30);
  private static final LocalDate SINCE = LocalDate.of(2025, 7, 1);

  private static long count(String level, LocalDate day) {
    return RegionHistory.bundled()
        .standingOn(day)
        .filter(unit -> unit.level().equals(level))
        .count();
  }

  @Test
  void the_country_before_and_since_july_2025() {
    assertThat(count(Places.PROVINCE, BEFORE)).isEqualTo(63);
    assertThat(count(Places.DISTRICT, BEFORE)).isEqualTo(696);
    assertThat(count(Places.COMMUNE, BEFORE)).isEqualTo(10_035);
    assertThat(count(Places.SOCIO_ECONOMIC_REGION, BEFORE)).isEqualTo(6);
    assertThat(count(Places.PROVINCE, SINCE)).isEqualTo(34);
    assertThat(count(Places.DISTRICT, SINCE)).isZero();
    assertThat(count(Places.COMMUNE, SINCE)).isEqualTo(3_321);
    assertThat(count(Places.SOCIO_ECONOMIC_REGION, SINCE)).isEqualTo(6);
  }

  @Test
  void every_unit_of_the_old_boundary_is_exact_in_provinces_of_today() {
    Crosswalk walk =
        new Crosswalk(RegionHistory.bundled(), BEFORE, SINCE, 2025, Crosswalk.Weights.NONE);
    RegionHistory.bundled()
        .standingOn(BEFORE)
        .filter(
            unit ->
                List.of(Places.PROVINCE, Places.DISTRICT, Places.COMMUNE).contains(unit.level()))
        .forEach(
            unit -> {
              Spread spread = walk.of(unit.regionKey(), Places.PROVINCE);
              assertThat(spread.isWhole()).as(unit.regionKey()).isTrue();
              assertThat(spread.units()).allMatch(key -> key.startsWith("P"));
            });
  }

  @Test
  void a_divided_commune_is_unsettled_among_communes_of_one_province() {
    Crosswalk walk =
        new Crosswalk(RegionHistory.bundled(), BEFORE, SINCE, 2025, Crosswalk.Weights.NONE);
    List<Spread> divided =
        RegionHistory.bundled()
            .standingOn(BEFORE)
            .filter(unit -> unit.level().equals(Places.COMMUNE))
            .map(unit -> walk.of(unit.regionKey()))
            .filter(spread -> !spread.isWhole())
            .toList();
    assertThat(divided).hasSize(454);
    assertThat(divided).allMatch(spread -> spread.settled().isEmpty());
    Areas areas = new Areas(RegionHistory.bundled(), 2025, SINCE, Crosswalk.Weights.NONE);
    // Kiêu Kỵ: one source names one commune, another contradicts it. Its people are in Hà Nội.
    assertThat(areas.of(Objects.requireNonNull(RegionHistory.bundled().find("C00580@2017-01-01"))))
        .contains(
            new Areas.Part(Places.COMMUNE, "C00565@2025-07-01", null),
            new Areas.Part(Places.PROVINCE, "P01@2017-01-01", new BigDecimal("1.000000000000")))
        .noneMatch(part -> part.level().equals(Places.DISTRICT));
  }

  @Test
  void a_change_of_status_or_name_keeps_the_territory_and_a_merger_makes_a_new_one() {
    RegionHistory history = RegionHistory.bundled();
    assertThat(history.territory("P46@2025-01-01")).isEqualTo("P46@2017-01-01");
    assertThat(history.territory("D382@2017-04-19")).isEqualTo("D382@2017-01-01");
    // Đồng Nai took in Bình Phước in 2025 and became a city in 2026.
    assertThat(history.territory("P75@2026-04-30")).isEqualTo("P75@2025-07-01");
    assertThat(history.territory("P75@2025-07-01")).isEqualTo("P75@2025-07-01");
    assertThat(history.territory("P80@2025-07-01")).isEqualTo("P80@2025-07-01");
    assertThat(history.sameTerritory("P46@2025-01-01").map(Region::regionKey))
        .containsExactly("P46@2017-01-01", "P46@2025-01-01");
  }

  @Test
  void a_province_is_taken_apart_again_by_pupils() {
    Spread back =
        new Crosswalk(
                RegionHistory.bundled(),
                LocalDate.of(2026, 5, 31),
                LocalDate.of(2023, 1, 1),
                2026,
                RegionWeights.bundled())
            .of("P80@2025-07-01");
    // Lower secondary pupils of 30/9/2016 in Long An and Tây Ninh, from the statistics office.
    Map<String, BigDecimal> pupils =
        Map.of(
            "P80@2017-01-01", pupils("P80@2017-01-01"), "P72@2017-01-01", pupils("P72@2017-01-01"));
    BigDecimal both = pupils("P80@2017-01-01").add(pupils("P72@2017-01-01"));
    assertThat(back.unsettled()).isEmpty();
    assertThat(back.settled()).containsOnlyKeys(pupils.keySet());
    pupils.forEach(
        (key, persons) ->
            assertThat(
                    back.settled()
                        .getOrDefault(key, BigDecimal.ZERO)
                        .multiply(both)
                        .subtract(persons)
                        .abs())
                .isLessThan(new BigDecimal("0.000001")));
    assertThat(back.total()).isEqualByComparingTo(BigDecimal.ONE);
  }

  private static BigDecimal pupils(String key) {
    return Reference.rows(SchemaFiles.bundled(), "region_weight").stream()
        .filter(row -> key.equals(row.get("region_key")))
        .map(row -> new BigDecimal(String.valueOf(row.get("persons"))))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void shares_may_change_by_cohort() {
    Region whole = RandomHistory.unit("A@1", Places.PROVINCE, "VN", LocalDate.MIN, BEFORE);
    List<Succession> lines = new ArrayList<>();
    for (Cohorts cohorts : List.of(Cohorts.of("", "2022"), Cohorts.of("2023", ""))) {
      String share = cohorts.first() == 2023 ? "0.4" : "0.3";
      for (String part : List.of("B@1", "C@1")) {
        BigDecimal one = new BigDecimal(share);
        lines.add(
            new Succession(
                "split",
                SINCE,
                "split",
                "A@1",
                part,
                part.equals("B@1") ? one : BigDecimal.ONE.subtract(one),
                "pupils",
                cohorts));
      }
    }
    RegionHistory history =
        new RegionHistory(
            List.of(
                RandomHistory.unit("VN", Places.NATION, null, LocalDate.MIN, null),
                whole,
                RandomHistory.unit("B@1", Places.PROVINCE, "VN", SINCE, null),
                RandomHistory.unit("C@1", Places.PROVINCE, "VN", SINCE, null)),
            lines);
    assertThat(HistoryCheck.of(history)).isEmpty();
    assertThat(share(history, 2022)).isEqualByComparingTo("0.3");
    assertThat(share(history, 2023)).isEqualByComparingTo("0.4");
  }

  private static BigDecimal share(RegionHistory history, int cohort) {
    return new Crosswalk(history, BEFORE, SINCE, cohort, Crosswalk.Weights.NONE)
        .of("A@1")
        .settled()
        .getOrDefault("B@1", BigDecimal.ZERO);
  }

  @Test
  void what_was_known_before_can_be_asked_for() {
    Map<String, String> row = Reference.rows(SchemaFiles.bundled(), "region").get(1);
    Map<String, String> wrong = new java.util.HashMap<>(row);
    wrong.put("name", "Sai");
    wrong.put("known_from", "2026-01-01");
    wrong.put("known_to", "2026-06-30");
    Map<String, String> right = new java.util.HashMap<>(row);
    right.put("known_from", "2026-07-01");
    List<Map<String, String>> rows = List.of(wrong, right);
    String key = String.valueOf(row.get("region_key"));
    assertThat(name(rows, key, "2026-05-01")).isEqualTo("Sai");
    assertThat(name(rows, key, "2026-07-01")).isEqualTo(row.get("name"));
    assertThat(name(rows, key, "2025-12-31")).isEqualTo("null");
  }

  private static String name(List<Map<String, String>> rows, String key, String day) {
    Region unit =
        RegionHistory.of(list -> list.equals("region") ? rows : List.of(), LocalDate.parse(day))
            .find(key);
    return unit == null ? "null" : unit.name();
  }
}
