package vn.phanluong.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.phanluong.RealData;

/** The workbooks of docs/sources/exam_result.md as they were delivered. */
class RealWorkbooksTest {
  private static Path exam = Path.of("");

  @BeforeAll
  static void findData() {
    exam = RealData.folder().resolve("exam");
  }

  @ParameterizedTest
  @ValueSource(strings = {"raw/2021-xlsx", "raw/2025-ct2006-xlsx", "layouts"})
  void opens_every_one(String name) throws IOException {
    try (Stream<Path> files = Files.list(exam.resolve(name))) {
      List<Path> workbooks =
          files.filter(file -> file.toString().endsWith(".xlsx")).sorted().toList();
      assertThat(workbooks).isNotEmpty();
      for (Path file : workbooks) {
        assertThat(Workbooks.lines(file)).as(file.toString()).isNotEmpty();
      }
    }
  }

  /** Numbers by their value: the text has 9.0 for 9, and no zero before a candidate number. */
  private static List<Object> values(String line, String delimiter) {
    List<Object> values = new ArrayList<>();
    for (String cell : line.split(delimiter, -1)) {
      boolean isNumber = cell.matches("[0-9.]+");
      values.add(isNumber ? new BigDecimal(cell).stripTrailingZeros() : cell);
    }
    while (values.get(values.size() - 1).equals("")) {
      values.remove(values.size() - 1);
    }
    return values;
  }

  /** Counted as {@code <row} in the zipped XML; the workbook of 29 is a header alone. */
  @ParameterizedTest
  @CsvSource({"07, 3567", "11, 2899", "29, 1", "49, 16376", "58, 8813"})
  void a_line_for_every_row(String council, int rows) {
    List<String> lines = Workbooks.lines(exam.resolve("raw/2021-xlsx/" + council + ".xlsx"));
    assertThat(lines).hasSize(rows);
  }

  @Test
  void reads_the_lines_of_one() {
    List<String> lines = Workbooks.lines(exam.resolve("raw/2021-xlsx/58.xlsx"));
    assertThat(lines.get(0)).startsWith("SBD\tTên\tNgày Sinh\t");
    assertThat(lines.get(1)).startsWith("58000016\t\t\t\t8.6");
  }

  /** The same results were delivered as text beside the workbook, made by another program. */
  @Test
  void equals_the_text_delivered_beside_it() throws IOException {
    Path folder = exam.resolve("raw/2025-ct2006-xlsx");
    List<String> text = Files.readAllLines(folder.resolve("20250715-ketquathi-ct2006.csv"));
    List<String> lines = Workbooks.lines(folder.resolve("20250715-ketquathi-ct2006.xlsx"));
    assertThat(lines).hasSameSizeAs(text);
    for (int i = 1; i < lines.size(); i++) {
      assertThat(values(lines.get(i), "\t")).isEqualTo(values(text.get(i), ","));
    }
  }
}
