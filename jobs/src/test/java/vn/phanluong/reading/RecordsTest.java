package vn.phanluong.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordsTest {
  @TempDir private Path folder = Path.of("");

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void gives_every_line_once_with_its_number(String lineEnd) {
    assertThat(records(String.join(lineEnd, "a,b", "", "c,d", "e")))
        .containsExactly("1:a,b", "2:", "3:c,d", "4:e");
    assertThat(records("a" + lineEnd)).containsExactly("1:a");
    assertThat(records("")).isEmpty();
  }

  @Test
  void joins_the_lines_a_quoted_cell_runs_over() {
    assertThat(records("h\na,\"x\r\ny \"\"z\"\"\",b\nc"))
        .containsExactly("1:h", "2:a,\"x\r\ny \"\"z\"\"\",b", "4:c");
  }

  @Test
  void takes_a_quote_inside_a_cell_for_a_character() {
    assertThat(records("5\" x,b\nc")).containsExactly("1:5\" x,b", "2:c");
    assertThat(records("a,\"\",b\nc")).containsExactly("1:a,\"\",b", "2:c");
  }

  @Test
  void leaves_a_quote_that_never_closes_on_its_line() {
    String lines = "x\n".repeat(120);
    List<String> records = records("a,\"b\n" + lines);
    assertThat(records).hasSize(121).startsWith("1:a,\"b", "2:x").endsWith("121:x");
    assertThat(records("a,\"b\n" + lines + "x\",y")).hasSize(122);
    assertThat(records("a,\"b\nc")).containsExactly("1:a,\"b", "2:c");
  }

  @Test
  void reads_lines_longer_than_any_buffer() {
    String longest = "x".repeat(200_000);
    assertThat(records("a\r\n" + longest + "\r\nb")).containsExactly("1:a", "2:" + longest, "3:b");
  }

  private List<String> records(String text) {
    Path file = Screened.write(folder, "f.csv", text.getBytes(StandardCharsets.UTF_8));
    List<String> found = new ArrayList<>();
    try (Records records = new Records(new Lines(DeliveredFile.open(file)), ",")) {
      for (String record = records.next(); record != null; record = records.next()) {
        found.add(records.rowNumber() + ":" + record);
      }
    }
    return found;
  }
}
