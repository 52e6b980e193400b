package vn.phanluong.marking;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.phanluong.Checkout;
import vn.phanluong.definition.Contract;
import vn.phanluong.definition.Field;
import vn.phanluong.definition.SchemaFiles;
import vn.phanluong.reading.Declared;
import vn.phanluong.reading.FileReport;
import vn.phanluong.reading.Finding;

/** A template is what the screener asks for. */
class TemplateTest {
  private static final int ROWS = 40;

  /** Texts that no list gives: valid ones, a row's number where rows must differ. */
  private static final Map<String, String> TEXTS =
      Map.ofEntries(
          Map.entry("council_code", "58"),
          Map.entry("province", "Long An"),
          Map.entry("district", "Huyện Thạnh Hóa"),
          Map.entry("commune", "Thị trấn Thạnh Hóa"),
          Map.entry("school", "Trường %d"),
          Map.entry("document_id", "can-tho-2018-2025"),
          Map.entry("document.document_id", "vb-%d"),
          Map.entry("number", "%d/KH-UBND"),
          Map.entry("place", "Thành phố Cần Thơ"),
          Map.entry("place_level", "province"),
          Map.entry("parent_place", "Việt Nam"),
          Map.entry("section", "II.%d"),
          Map.entry("scope", "whole"));

  @TempDir private Path folder = Path.of("");

  static Stream<String> datasets() {
    return Template.datasets().stream().map(Contract::table);
  }

  @ParameterizedTest
  @MethodSource("datasets")
  void an_empty_one_is_known_and_empty(String dataset) throws IOException {
    for (boolean isVietnamese : new boolean[] {true, false}) {
      Path file = template(dataset, isVietnamese);
      FileReport report = FileReport.of(file, Declared.nothing(), 10);
      assertThat(report.findings()).extracting(Finding::code).containsExactly("file.empty");
      try (Workbook book = WorkbookFactory.create(file.toFile(), null, true)) {
        Row header = book.getSheetAt(0).getRow(0);
        assertThat(header.getLastCellNum())
            .isEqualTo((short) Template.fields(contract(dataset)).size());
        for (Cell cell : header) {
          assertThat(cell.getStringCellValue()).isNotEqualTo("region_key");
          assertThat(cell.getCellComment().getString().getString())
              .containsAnyOf("Bắt buộc", "Không bắt buộc");
        }
      }
    }
  }

  static Stream<String> registers() {
    return datasets().filter(TemplateTest::isRegister);
  }

  static Stream<String> others() {
    return datasets().filter(dataset -> !isRegister(dataset));
  }

  /** Random rows would break what its contract asks of a row. */
  private static boolean isRegister(String dataset) {
    return !contract(dataset).rows().checks().isEmpty();
  }

  @ParameterizedTest
  @MethodSource("registers")
  void one_filled_with_the_rows_of_the_example_is_accepted(String dataset) throws IOException {
    List<CsvRecord> records = example(dataset);
    List<String> header = records.get(1).getFields();
    List<Field> fields = Template.fields(contract(dataset));
    Path filled = folder.resolve(dataset + "_2023.xlsx");
    try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(template(dataset, true)));
        OutputStream out = Files.newOutputStream(filled)) {
      for (int r = 2; r < records.size(); r++) {
        Row row = book.getSheetAt(0).createRow(r - 1);
        for (int i = 0; i < header.size(); i++) {
          String title = header.get(i);
          int column =
              IntStream.range(0, fields.size())
                  .filter(at -> fields.get(at).aliases().contains(title))
                  .findFirst()
                  .orElse(-1);
          if (column >= 0) {
            row.createCell(column).setCellValue(records.get(r).getField(i));
          }
        }
      }
      book.write(out);
    }
    FileReport report = FileReport.of(filled, new Declared(dataset, "Long An", null), 10);
    assertThat(report.findings()).isEmpty();
    assertThat(report.accepted()).isEqualTo(records.size() - 2L);
  }

  private static List<CsvRecord> example(String dataset) throws IOException {
    try (Stream<Path> files = Files.list(Checkout.path("examples/" + dataset))) {
      String text = Files.readString(files.findFirst().orElseThrow());
      char delimiter = text.lines().skip(1).findFirst().orElseThrow().contains(";") ? ';' : ',';
      return CsvReader.builder()
          .fieldSeparator(delimiter)
          .allowMissingFields(true)
          .allowExtraFields(true)
          .ofCsvRecord(text)
          .stream()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("others")
  void a_filled_one_is_accepted_row_for_row(String dataset) throws IOException {
    for (int seed = 0; seed < 6; seed++) {
      Path empty = template(dataset, seed % 2 == 0);
      Path filled = folder.resolve(dataset + "_2021.xlsx");
      try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(empty));
          OutputStream out = Files.newOutputStream(filled)) {
        fill(book.getSheetAt(0), contract(dataset), new Random(seed));
        book.write(out);
      }
      FileReport report = FileReport.of(filled, Declared.nothing(), 10);
      assertThat(report.findings()).as(dataset).isEmpty();
      assertThat(report.dataset()).isEqualTo(dataset);
      assertThat(report.accepted()).isEqualTo(ROWS);
    }
  }

  @Test
  void checks_what_is_typed() throws IOException {
    try (Workbook book =
        WorkbookFactory.create(template("destination_count", true).toFile(), null, true)) {
      Sheet sheet = book.getSheetAt(0);
      List<String> rules = new ArrayList<>();
      for (DataValidation each : sheet.getDataValidations()) {
        String column =
            new CellAddress(0, each.getRegions().getCellRangeAddress(0).getFirstColumn())
                .formatAsString();
        rules.add(column + " " + each.getValidationConstraint().getFormula1());
      }
      assertThat(rules)
          .containsExactly(
              "A1 1990",
              "F1 'Danh mục'!$F$2:$F$4",
              "G1 'Danh mục'!$G$2:$G$14",
              "H1 0",
              "I1 'Danh mục'!$I$2:$I$3",
              "J1 32874");
      assertThat(sheet.getColumnStyle(1).getDataFormatString()).isEqualTo("@");
      assertThat(sheet.getColumnStyle(9).getDataFormatString()).isEqualTo("dd/mm/yyyy");
      assertThat(sheet.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 1);
      assertThat(book.isSheetHidden(book.getSheetIndex("Danh mục"))).isTrue();
      assertThat(sheet.getRow(0).getCell(0).getCellStyle().getFillForegroundColor())
          .isNotEqualTo(sheet.getRow(0).getCell(2).getCellStyle().getFillForegroundColor());
    }
  }

  private static void fill(Sheet sheet, Contract dataset, Random random) {
    List<Field> fields = Template.fields(dataset);
    for (int r = 1; r <= ROWS; r++) {
      Row row = sheet.createRow(r);
      for (int i = 0; i < fields.size(); i++) {
        Cell cell = row.createCell(i);
        cell.setCellStyle(sheet.getColumnStyle(i));
        put(cell, dataset.table(), fields.get(i), r, random);
      }
    }
  }

  private static void put(Cell cell, String dataset, Field field, int number, Random random) {
    List<String> codes = Choices.of(field, SchemaFiles.bundled()).codes();
    String text = TEXTS.getOrDefault(dataset + "." + field.name(), TEXTS.get(field.name()));
    if (text != null) {
      cell.setCellValue(text.formatted(number));
    } else if (!codes.isEmpty()) {
      cell.setCellValue(codes.get(random.nextInt(codes.size())));
    } else {
      switch (field.cell()) {
        case TEXT -> cell.setCellValue("chữ " + random.nextInt(100));
        case CANDIDATE_NUMBER -> cell.setCellValue("58%06d".formatted(number));
        case SCORE -> cell.setCellValue(random.nextInt(41) / 4.0);
        case COUNT -> cell.setCellValue(random.nextInt(5000));
        case YEAR -> cell.setCellValue(2021);
        case DATE -> cell.setCellValue(LocalDate.of(2021, 9, 1 + random.nextInt(30)));
        case PERCENT -> cell.setCellValue("27,9" + random.nextInt(10));
        default -> cell.setBlank();
      }
    }
  }

  private Path template(String dataset, boolean isVietnamese) throws IOException {
    Path file = folder.resolve(dataset + ".xlsx");
    try (OutputStream out = Files.newOutputStream(file)) {
      Template.write(contract(dataset), isVietnamese, out);
    }
    return file;
  }

  private static Contract contract(String dataset) {
    return Template.datasets().stream()
        .filter(each -> each.table().equals(dataset))
        .findFirst()
        .orElseThrow();
  }
}
