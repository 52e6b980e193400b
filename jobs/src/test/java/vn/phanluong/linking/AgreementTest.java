package vn.phanluong.linking;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Levels of agreement, read off by hand. */
class AgreementTest {
  private static final Agreement AGREEMENT = new Agreement(0.92);

  private static Identity named(String name) {
    return identity(name, null, null);
  }

  private static Identity identity(
      String name, @Nullable BirthDate birth, Identity.@Nullable Home home) {
    return new Identity(name, birth, null, home, null, null, null, null);
  }

  private static String level(Comparison which, Identity one, Identity other) {
    int level = Model.level(AGREEMENT.pattern(one, other), which);
    return level < 0 ? "unknown" : which.levels().get(level);
  }

  @ParameterizedTest
  @CsvSource({
    "nguyễn văn hòa, nguyễn văn hoà, exact",
    "nguyễn văn hòa, nguyen van hoa, bare",
    "nguyễn văn hòa, nguyễn văn hoa, bare",
    "nguyễn văn hòa, nguyễn vân hòa, bare",
    "nguyễn văn hòa, nguyễn vă hòa, similar",
    "huỳnh ngọc dụ, hùynh ngoc du, bare",
    "hồ văn sinh anh, hồ văn sinh em, different",
    "hồ văn an, hồ văn anh, different",
    "nguyễn văn hòa, trần thị hòa, different",
    "nguyễn văn hòa, '', unknown"
  })
  void names(String one, String other, String expected) {
    assertThat(level(Comparison.NAME, named(one), named(other))).isEqualTo(expected);
    assertThat(level(Comparison.NAME, named(other), named(one))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "19/03/2008, 2008-03-19, exact",
    "ngày 5 tháng 3 năm 2008, 5.3.2008, exact",
    "05/03/2008, 03/05/2008, swapped",
    "05/03/2008, 06/03/2008, part",
    "05/03/2008, 05/04/2008, part",
    "05/03/2008, 05/03/2009, part",
    "05/03/2008, 2008, year",
    "2008, 2008, year",
    "05/03/2008, 2009, different",
    "05/03/2008, 06/04/2008, different",
    "05/03/2008, 03/05/2009, different",
    "05/03/2008, không rõ, unknown"
  })
  void birth_dates(String one, String other, String expected) {
    Identity first = identity("a", BirthDate.of(one), null);
    Identity second = identity("a", BirthDate.of(other), null);
    assertThat(level(Comparison.BIRTH, first, second)).isEqualTo(expected);
    assertThat(level(Comparison.BIRTH, second, first)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "P80/794/tanan, P80/794/tanan, commune",
    "P80//tanan, P80/794/tanan, commune",
    "P80/794/phuong1, P80/795/phuong1, province",
    "P80/794/phuong1, P80/794/phuong2, district",
    "P80/794/, P80/794/, district",
    "P80//, P80/794/, province",
    "P80/794/tanan, P70/794/tanan, different"
  })
  void residences(String home, String otherHome, String expected) {
    Identity one = identity("a", null, home(home));
    assertThat(level(Comparison.HOME, one, identity("a", null, home(otherHome))))
        .isEqualTo(expected);
    assertThat(level(Comparison.HOME, one, named("a"))).isEqualTo("unknown");
  }

  private static Identity.Home home(String text) {
    String[] units = text.split("/", -1);
    return new Identity.Home(
        units[0], units[1].isEmpty() ? null : units[1], units[2].isEmpty() ? null : units[2]);
  }

  @Test
  void codes_that_are_both_there_and_differ_are_told() {
    Identity none = named("a");
    Identity one = new Identity("a", null, "Nam", null, 2023, "S1", "k1.a", null);
    Identity other = new Identity("a", null, "Nữ", null, 2022, "S1", "k1.b", "k1.n");
    assertThat(AGREEMENT.pattern(one, other)).isEqualTo("0-1-101");
    assertThat(AGREEMENT.pattern(one, none)).isEqualTo("0-----0");
    Identity numbered = new Identity("a", null, null, null, null, null, "k1.c", "k1.m");
    assertThat(level(Comparison.CODE, other, numbered)).isEqualTo("number");
  }

  @Test
  void records_meet_under_day_and_given_name_or_name_and_part_of_the_date() {
    Identity identity = identity("hồ văn sinh", BirthDate.of("20/04/2008"), null);
    assertThat(identity.blocks())
        .containsExactlyInAnyOrder(
            "name-year|hovansinh|2008", "day-given|2008-4-20|sinh", "name-day|hovansinh|4-20");
    assertThat(identity("hồ văn sinh", BirthDate.of("2008"), null).blocks())
        .containsExactly("name-year|hovansinh|2008");
    assertThat(named("hồ văn sinh").blocks()).isEmpty();
  }

  @Test
  void a_residence_lies_in_a_province_of_today() {
    // Long An is in Tây Ninh since 1/7/2025 (Resolution 202/2025/QH15); Tân An was its district.
    assertThat(Provinces.today("P80@2017-01-01")).isEqualTo(Provinces.today("P72@2017-01-01"));
    assertThat(Provinces.today("P70@2017-01-01")).isNotEqualTo(Provinces.today("P80@2017-01-01"));
    assertThat(Provinces.district("D794@2017-01-01")).isEqualTo("794");
    assertThat(Provinces.district("P80@2017-01-01")).isNull();
    assertThat(Provinces.today(null)).isNull();
  }
}
