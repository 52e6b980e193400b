package vn.phanluong.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Orders that make no sense are refused in both languages, and nothing is made. */
class GenerateCommandTest {
  @TempDir private Path temporary = Path.of("");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--scale|0|hãy ghi một số từ 0.0001 đến 2|give a number from 0.0001 to 2",
        "--scale|-1|hãy ghi một số từ|give a number from",
        "--scale|3|hãy ghi một số từ|give a number from",
        "--scale|NaN|hãy ghi một số từ|give a number from",
        "--scale|0,5|dấu thập phân là dấu chấm|with a decimal point",
        "--scale|lớn|hãy ghi một số từ|give a number from",
        "--seed|x|hãy ghi một số nguyên|give a whole number",
        "--years|2026-2017|hãy ghi năm đầu-năm cuối|give first-last",
        "--years|2016|từ 2017 đến 2030|from 2017 to 2030",
        "--threads|0|phải từ 1|from 1"
      })
  void a_senseless_order_is_refused(String option, String value, String vi, String en) {
    assertThat(refusal("vi", option, value)).contains(option + " " + value, vi);
    assertThat(refusal("en", option, value)).contains(option + " " + value, en);
    assertThat(temporary).isEmptyDirectory();
  }

  private String refusal(String language, String option, String value) {
    PrintStream err = System.err;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
    try {
      String folder = temporary.resolve("ministry").toString();
      assertThat(PhanLuong.run("--lang", language, "generate", folder, option, value)).isEqualTo(2);
    } finally {
      System.setErr(err);
    }
    return said.toString(StandardCharsets.UTF_8);
  }
}
