package vn.phanluong.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScoresTest {
  @ParameterizedTest
  @MethodSource("everyScore")
  void reads_every_score_in_every_form(String text, int hundredths) {
    assertThat(read(text)).isEqualTo(hundredths);
  }

  /** 0 to 10 by quarters and fifths, as papers are marked, with point, comma, zeros around. */
  static Stream<Object[]> everyScore() {
    return IntStream.rangeClosed(0, 1000)
        .filter(score -> score % 20 == 0 || score % 25 == 0 || score % 97 == 0)
        .boxed()
        .flatMap(
            score -> {
              String twoDecimals = String.format(Locale.ROOT, "%d.%02d", score / 100, score % 100);
              String shortest = twoDecimals.replaceFirst("\\.?0+$", "");
              return Stream.of(
                      twoDecimals,
                      twoDecimals.replace('.', ','),
                      shortest.isEmpty() ? "0" : shortest,
                      "0" + twoDecimals,
                      twoDecimals.replaceFirst("^0\\.", "."),
                      twoDecimals + "0")
                  .map(text -> new Object[] {text, score});
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-", "-1", "-1.0", "-1.00", "-1,0", "-01"})
  void takes_blank_and_minus_one_for_not_taken(String text) {
    assertThat(read(text)).isEqualTo(Scores.NOT_TAKEN);
  }

  @ParameterizedTest
  @CsvSource({"10.01", "10.25", "11", "99", "100", "-0.5", "-2", "-10", "675", "1000"})
  void calls_out_of_range_what_is_a_number_and_no_score(String text) {
    assertThat(read(text)).isEqualTo(Scores.OUT_OF_RANGE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x", "7,5,0", "7.5.0", "7.", ".", ".7.", ",5", "7 5", "+7", "7.125", "1e1", "N1", "vắng",
        "--1", "-x", "7-", "7.2.", "123456", "7.2a", "٧", "7.001"
      })
  void calls_unreadable_what_is_no_number(String text) {
    assertThat(read(text)).isEqualTo(Scores.UNREADABLE);
  }

  @ParameterizedTest
  @CsvSource({"0,0", "1000,1000", "625,625"})
  void boxes_hundredths(int score, short boxed) {
    assertThat(Scores.boxed(score)).isEqualTo(boxed);
  }

  private static int read(String text) {
    return Scores.read(";" + text + ";", 1, text.length() + 1);
  }
}
