package vn.phanluong.reading;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** What holds of every workbook, whole or damaged. */
class WorkbookLawsTest {
  private static Path folder = Path.of("");

  @BeforeContainer
  static void makeFolder() throws IOException {
    folder = Files.createTempDirectory("workbook-laws");
  }

  @AfterContainer
  static void removeFolder() throws IOException {
    Files.deleteIfExists(folder.resolve("book"));
    Files.deleteIfExists(folder);
  }

  /** Rows whose last cell holds a text, so that they come back as long as they were. */
  @Provide
  Arbitrary<List<List<String>>> tables() {
    Arbitrary<String> plain = Arbitraries.strings().withChars("aàđế0.5 _x;,|<&>'").ofMaxLength(8);
    Arbitrary<String> odd = Arbitraries.strings().withChars("a\t\n\"\u00a0 ").ofMaxLength(6);
    Arbitrary<String> cell = Arbitraries.frequencyOf(Tuple.of(3, plain), Tuple.of(1, odd));
    Arbitrary<String> last = cell.filter(text -> !text.isEmpty());
    Arbitrary<List<String>> row =
        cell.list()
            .ofMaxSize(7)
            .flatMap(
                cells ->
                    last.map(
                        text -> {
                          List<String> all = new ArrayList<>(cells);
                          all.add(text);
                          return all;
                        }));
    return row.list().ofMinSize(1).ofMaxSize(12);
  }

  @Property(tries = 150)
  void a_table_comes_back_from_its_lines(@ForAll("tables") List<List<String>> table)
      throws IOException {
    for (boolean isLegacy : new boolean[] {false, true}) {
      List<String> lines = lines(workbook(table, isLegacy));
      assertThat(lines).hasSameSizeAs(table);
      List<List<String>> back = new ArrayList<>();
      for (String line : lines) {
        List<List<String>> records = new ArrayList<>();
        try (CsvReader<CsvRecord> csv =
            CsvReader.builder().fieldSeparator('\t').skipEmptyLines(false).ofCsvRecord(line)) {
          csv.forEach(record -> records.add(record.getFields()));
        }
        assertThat(records).hasSize(1);
        back.addAll(records);
      }
      assertThat(back).isEqualTo(table);
    }
  }

  @Example
  void a_cut_or_changed_workbook_is_read_or_refused() throws IOException {
    Random random = new Random(20_260_101);
    List<List<String>> table = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      table.add(List.of("5800%04d".formatted(i), "Nguyễn Văn " + i, "7.5", "\"x\"\t" + i));
    }
    for (boolean isLegacy : new boolean[] {false, true}) {
      byte[] whole = workbook(table, isLegacy);
      List<String> expected = lines(whole);
      int refused = 0;
      int differing = 0;
      for (int i = 0; i < 400; i++) {
        byte[] damaged = i % 4 == 0 ? cut(whole, random) : flipped(whole, random, i % 4);
        try {
          List<String> lines = lines(damaged);
          differing += lines.equals(expected) ? 0 : 1;
        } catch (UnreadableFile e) {
          assertThat(e.finding().vi()).matches("(Không đọc được tệp|Tệp vượt giới hạn): .*");
          refused++;
        }
      }
      assertThat(refused).isGreaterThan(100);
      // The zip has checksums, so what is read of it is what was written.
      assertThat(differing).isBetween(0, isLegacy ? 300 : 0);
    }
  }

  private static byte[] cut(byte[] whole, Random random) {
    return Arrays.copyOf(whole, 8 + random.nextInt(whole.length - 8));
  }

  private static byte[] flipped(byte[] whole, Random random, int count) {
    byte[] bytes = whole.clone();
    for (int i = 0; i < count; i++) {
      bytes[8 + random.nextInt(bytes.length - 8)] ^= (byte) (1 + random.nextInt(255));
    }
    return bytes;
  }

  private static List<String> lines(byte[] bytes) {
    return Workbooks.lines(Workbooks.write(folder.resolve("book"), bytes));
  }

  private static byte[] workbook(List<List<String>> table, boolean isLegacy) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (org.apache.poi.ss.usermodel.Workbook workbook =
        isLegacy ? new HSSFWorkbook() : new XSSFWorkbook()) {
      Sheet sheet = workbook.createSheet();
      for (int i = 0; i < table.size(); i++) {
        var row = sheet.createRow(i);
        for (int j = 0; j < table.get(i).size(); j++) {
          row.createCell(j).setCellValue(table.get(i).get(j));
        }
      }
      workbook.write(bytes);
    }
    return bytes.toByteArray();
  }
}
