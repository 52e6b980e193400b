package vn.phanluong.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "0;0",
        "7;7",
        "0123;123",
        "1234;1234",
        "1.234;1234",
        "12.345.678;12345678",
        "1,234;1234",
        "1 234;1234",
        "12.0;12",
        "12,00;12",
        "3.359,00;3359",
        "8,718,000.0;8718000",
        "999999999;999999999",
        "999.999;999999"
      })
  void reads_counts_as_people_write_them(String text, int count) {
    assertThat(Texts.count(text)).isEqualTo(count);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-1",
        "1.5",
        "1,5",
        "12.34",
        "1.2345",
        "1234.567",
        "3.359,80",
        "3.359.00",
        "x",
        "12 học sinh",
        "1e3"
      })
  void takes_nothing_else_for_a_count(String text) {
    assertThat(Texts.count(text)).isNull();
  }

  @ParameterizedTest
  @CsvSource({"2017,2017", "2024,2024", "2024.0,2024", "2099,2099"})
  void reads_years(String text, short year) {
    assertThat(Texts.year(text)).isEqualTo(year);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "24", "1999", "2100", "20244", "2023-2024", "năm 2024", "2024.5"})
  void takes_nothing_else_for_a_year(String text) {
    assertThat(Texts.year(text)).isNull();
  }

  @ParameterizedTest
  @CsvSource({"1950,1950", "1987,1987", "1987.0,1987", "2024,2024", "2099,2099"})
  void reads_years_of_an_earlier_completion(String text, short year) {
    assertThat(Texts.earlierYear(text)).isEqualTo(year);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "87", "1949", "2100", "19877", "1987-1988", "năm 1987", "19O7"})
  void takes_nothing_else_for_a_year_of_an_earlier_completion(String text) {
    assertThat(Texts.earlierYear(text)).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "31/12/2023;2023-12-31",
        "7/3/2023;2023-03-07",
        "07/3/2023;2023-03-07",
        "1-2-2024;2024-02-01",
        "14.5.2018;2018-05-14",
        "2024-02-29;2024-02-29",
        "14 tháng 5 năm 2018;2018-05-14",
        "ngày 09 tháng 02 năm 2021;2021-02-09",
        "14  Tháng 5 Năm  2018;2018-05-14"
      })
  void reads_days_in_all_forms(String text, String day) {
    assertThat(Texts.date(text)).hasToString(day);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "31/2/2024", "32/1/2024", "1/13/2024", "2024", "12/2024", "1/2/24"})
  void takes_nothing_else_for_a_day(String text) {
    assertThat(Texts.date(text)).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "100", "100,00", "35,09", "35.09", "20,00", "55%", "7 %", "99,9999"})
  void keeps_percentages_as_printed(String text) {
    assertThat(Texts.percent(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "100,01", "101", "-1", "trên 50", "35,", "50-60", ",5"})
  void takes_nothing_else_for_a_percentage(String text) {
    assertThat(Texts.percent(text)).isNull();
  }
}
