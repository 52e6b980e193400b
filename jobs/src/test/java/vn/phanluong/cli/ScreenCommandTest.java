package vn.phanluong.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An officer checks her files: no warehouse, no Spark. */
class ScreenCommandTest {
  @TempDir private Path folder = Path.of("");

  private final PrintStream out = System.out;
  private final PrintStream err = System.err;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final ByteArrayOutputStream told = new ByteArrayOutputStream();

  @BeforeEach
  void takes_what_is_printed() {
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(told, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void gives_it_back() {
    System.setOut(out);
    System.setErr(err);
  }

  @Test
  void a_good_file_says_how_much_and_exits_with_0() throws IOException {
    write("58_2024.csv", "SBD;Toán\n58000001;7\n58000002;8,5\n");
    assertThat(PhanLuong.run("screen", folder.toString())).isZero();
    assertThat(told.toString(StandardCharsets.UTF_8))
        .contains("58_2024.csv  exam_result 2024: đọc 2 dòng, nhận được 2, trả lại 0");
    assertThat(printed.size()).isZero();
  }

  @Test
  void a_wrong_cell_is_named_for_machines_too() throws IOException {
    write("58_2024.csv", "SBD;Toán\n58000001;17\n58000002;8,5\n");
    assertThat(PhanLuong.run("screen", folder.toString(), "--format", "csv")).isEqualTo(1);
    assertThat(printed.toString(StandardCharsets.UTF_8)).contains("58_2024.csv,cell.score-range");
    printed.reset();
    write("la.csv", "a;b\n1;2\n");
    assertThat(PhanLuong.run("--lang", "en", "screen", folder.toString(), "--format", "json"))
        .isEqualTo(1);
    JsonNode findings = new ObjectMapper().readTree(printed.toByteArray());
    assertThat(findings).hasSize(2);
    assertThat(findings.get(0).path("cell").asText()).isEqualTo("B2");
    assertThat(findings.get(0).path("code").asText()).isEqualTo("cell.score-range");
    assertThat(findings.get(0).path("message").asText()).contains("outside 0 to 10");
    assertThat(findings.get(1).path("severity").asText()).isEqualTo("reject_file");
    assertThat(told.toString(StandardCharsets.UTF_8))
        .contains("2 rows read, 1 acceptable, 1 rejected", "la.csv  rejected");
  }

  @Test
  void files_are_told_of_in_their_order_however_long_each_takes() throws IOException {
    StringBuilder rows = new StringBuilder("SBD;Toán\n");
    IntStream.range(0, 50_000).forEach(row -> rows.append("58%06d;7\n".formatted(row)));
    write("a_2024.csv", rows.toString());
    write("b_2024.csv", "SBD;Toán\n58000001;17\n");
    write("c_2024.csv", "SBD;Toán\n58000001;7\n58000001;7\n");
    assertThat(PhanLuong.run("screen", folder.toString(), "--format", "csv")).isEqualTo(1);
    assertThat(told.toString(StandardCharsets.UTF_8).lines().map(line -> line.substring(0, 1)))
        .containsExactly("a", "b", "c");
    assertThat(printed.toString(StandardCharsets.UTF_8).lines().skip(1))
        .extracting(line -> line.split(",", 3)[1])
        .containsExactly("cell.score-range", "row.duplicate");
  }

  @Test
  void a_missing_file_is_wrong_use() {
    assertThat(PhanLuong.run("screen", folder.resolve("x.csv").toString())).isEqualTo(2);
    assertThat(told.toString(StandardCharsets.UTF_8)).contains("x.csv", "Kiểm tra lại đường dẫn");
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }
}
