package vn.phanluong.region;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.phanluong.region.RandomHistory.unit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A flaw in the reference is named with its rows. */
class HistoryCheckTest {
  private static final LocalDate START = LocalDate.of(2017, 1, 1);
  private static final LocalDate DAY = LocalDate.of(2025, 7, 1);
  private static final Region NATION = unit("VN", Places.NATION, null, START, null);
  private static final Region OLD = province("P80@2017-01-01", START, DAY.minusDays(1));
  private static final Region NEW = province("P81@2025-07-01", DAY, null);

  private static Region province(String key, LocalDate from, @Nullable LocalDate to) {
    return unit(key, Places.PROVINCE, "VN", from, to);
  }

  private static Succession line(
      @Nullable String before, @Nullable String after, @Nullable String share) {
    return new Succession(
        "NQ202",
        DAY,
        "merge",
        before,
        after,
        share == null ? null : new BigDecimal(share),
        "whole",
        Cohorts.ALL);
  }

  private static List<String> flaws(List<Region> units, Succession... lines) {
    return HistoryCheck.of(new RegionHistory(units, List.of(lines))).stream()
        .map(flaw -> flaw.rows() + ": " + flaw.en())
        .toList();
  }

  private static List<Region> country(Region... units) {
    return Stream.concat(Stream.of(NATION), Stream.of(units)).toList();
  }

  @Test
  void a_merger_is_right() {
    assertThat(flaws(country(OLD, NEW), line(OLD.regionKey(), NEW.regionKey(), "1"))).isEmpty();
  }

  @Test
  void shares_sum_to_one() {
    assertThat(flaws(country(OLD, NEW), line(OLD.regionKey(), NEW.regionKey(), "0.9")))
        .containsExactly(
            "NQ202 (P80@2017-01-01 → P81@2025-07-01): the shares sum to 0.9, not to 1");
  }

  @Test
  void a_successor_stands() {
    Region late = province("P81@2025-07-02", DAY.plusDays(1), null);
    assertThat(flaws(country(OLD, late), line(OLD.regionKey(), late.regionKey(), "1")))
        .containsExactly(
            "NQ202 (P80@2017-01-01 → P81@2025-07-02): the successor does not stand on 2025-07-01",
            "P81@2025-07-02: it begins on 2025-07-02 without an event");
  }

  @Test
  void a_predecessor_stood() {
    assertThat(flaws(country(NEW), line("P80@2017-01-01", NEW.regionKey(), "1")))
        .containsExactly(
            "NQ202 (P80@2017-01-01 → P81@2025-07-01): the predecessor does not stand on"
                + " 2025-06-30");
  }

  @Test
  void a_unit_that_ends_goes_somewhere() {
    assertThat(flaws(country(OLD)))
        .containsExactly("P80@2017-01-01: it ends on 2025-06-30 without an event");
    assertThat(flaws(country(OLD), line(OLD.regionKey(), null, null))).isEmpty();
  }

  @Test
  void a_code_stands_for_one_unit_a_day() {
    Region early = province("P80@2025-06-30", DAY.minusDays(1), null);
    assertThat(flaws(country(OLD, early), line(OLD.regionKey(), early.regionKey(), "1")))
        .contains("P80@2017-01-01, P80@2025-06-30: two units have one code on one day");
  }

  @Test
  void a_parent_stands_for_as_long() {
    Region district = unit("D794@2017-01-01", Places.DISTRICT, OLD.regionKey(), START, null);
    assertThat(flaws(country(OLD, district), line(OLD.regionKey(), null, null)))
        .containsExactly("D794@2017-01-01: it has no parent on 2025-07-01 any more");
    Region orphan = unit("D794@2017-01-01", Places.DISTRICT, "P99@2017-01-01", START, null);
    assertThat(flaws(country(orphan)))
        .containsExactly("D794@2017-01-01: its parent P99@2017-01-01 does not stand on 2017-01-01");
  }

  @Test
  void a_parent_renamed_meanwhile_is_still_the_parent() {
    Region district = unit("D794@2017-01-01", Places.DISTRICT, OLD.regionKey(), START, null);
    assertThat(flaws(country(OLD, NEW, district), line(OLD.regionKey(), NEW.regionKey(), "1")))
        .isEmpty();
  }

  @Test
  void no_unit_lies_in_itself() {
    Region one = unit("D001@2017-01-01", Places.DISTRICT, "D002@2017-01-01", START, null);
    Region other = unit("D002@2017-01-01", Places.DISTRICT, "D001@2017-01-01", START, null);
    assertThat(flaws(country(one, other)))
        .contains("D001@2017-01-01: it lies in itself", "D002@2017-01-01: it lies in itself");
  }

  @Test
  void a_unit_that_gave_all_away_has_ended() {
    Region open = province(OLD.regionKey(), START, null);
    assertThat(flaws(country(open, NEW), line(open.regionKey(), NEW.regionKey(), "1")))
        .containsExactly(
            "NQ202 (P80@2017-01-01 → P81@2025-07-01): the predecessor gave all away and still"
                + " stands on 2025-07-01; state its valid_to");
    Region other = province("P82@2017-01-01", START, null);
    assertThat(
            flaws(
                country(open, other),
                line(open.regionKey(), other.regionKey(), "1"),
                line(other.regionKey(), open.regionKey(), "1")))
        .as("A circle of two that take each other over")
        .hasSize(2);
  }

  @Test
  void a_unit_that_begins_comes_from_somewhere() {
    assertThat(flaws(country(province("P79@2017-01-01", START, null), NEW)))
        .containsExactly("P81@2025-07-01: it begins on 2025-07-01 without an event");
    assertThat(
            flaws(
                country(province("P79@2017-01-01", START, null), NEW),
                line(null, NEW.regionKey(), "1")))
        .isEmpty();
  }

  @Test
  void a_unit_lies_in_one_of_a_higher_level() {
    Region district = unit("D794@2017-01-01", Places.DISTRICT, "VN", START, null);
    Region commune = unit("C27694@2017-01-01", Places.COMMUNE, "C27691@2017-01-01", START, null);
    Region twin = unit("C27691@2017-01-01", Places.COMMUNE, "D794@2017-01-01", START, null);
    assertThat(flaws(country(district, commune, twin)))
        .containsExactly(
            "C27694@2017-01-01: a commune does not lie in a commune (C27691@2017-01-01)");
  }

  @Test
  void a_province_is_in_one_socio_economic_region_every_day() {
    Region north = unit("R1@2017-01-01", Places.SOCIO_ECONOMIC_REGION, "VN", START, null);
    Region south = unit("R2@2017-01-01", Places.SOCIO_ECONOMIC_REGION, "VN", START, null);
    Region one = province("P01@2017-01-01", START, null);
    LocalDate eve = DAY.minusDays(1);
    assertThat(memberships(north, south, one, member(north, START, eve), member(south, DAY, null)))
        .isEmpty();
    assertThat(memberships(north, south, one, member(north, START, null), member(south, DAY, null)))
        .containsExactly(
            "P01@2017-01-01: on 2025-07-01 it is in 2 socio-economic regions, not in 1");
    assertThat(memberships(north, south, one, member(north, START, eve)))
        .containsExactly(
            "P01@2017-01-01: on 2025-07-01 it is in 0 socio-economic regions, not in 1");
    Membership odd = new Membership("P01@2017-01-01", "P01@2017-01-01", START, null);
    assertThat(memberships(north, south, one, odd))
        .containsExactly(
            "P01@2017-01-01 ∈ P01@2017-01-01: no socio-economic region P01@2017-01-01 stands on"
                + " 2017-01-01");
  }

  private static Membership member(Region region, LocalDate from, @Nullable LocalDate to) {
    return new Membership("P01@2017-01-01", region.regionKey(), from, to);
  }

  private static List<String> memberships(
      Region north, Region south, Region province, Membership... memberships) {
    return HistoryCheck.of(
            new RegionHistory(country(north, south, province), List.of(), List.of(memberships)))
        .stream()
        .map(flaw -> flaw.rows() + ": " + flaw.en())
        .toList();
  }

  @Test
  void kinds_and_bases_are_from_the_list() {
    Succession odd =
        new Succession(
            "NQ202",
            DAY,
            "moved",
            OLD.regionKey(),
            NEW.regionKey(),
            BigDecimal.ONE,
            "area",
            Cohorts.ALL);
    assertThat(flaws(country(OLD, NEW), odd))
        .containsExactly(
            "NQ202 (P80@2017-01-01 → P81@2025-07-01): unknown kind of event moved",
            "NQ202 (P80@2017-01-01 → P81@2025-07-01): unknown basis of a share area");
  }

  @Test
  void shares_are_there_for_every_cohort() {
    Succession some =
        new Succession(
            "NQ202",
            DAY,
            "split",
            OLD.regionKey(),
            NEW.regionKey(),
            BigDecimal.ONE,
            "pupils",
            new Cohorts(2017, 2020));
    assertThat(flaws(country(OLD, NEW), some))
        .contains("NQ202 (P80@2017-01-01 → P81@2025-07-01): cohort 2021 has no share");
  }

  @Test
  void the_reference_in_force_has_no_flaw() {
    assertThat(HistoryCheck.of(RegionHistory.bundled())).isEmpty();
  }
}
