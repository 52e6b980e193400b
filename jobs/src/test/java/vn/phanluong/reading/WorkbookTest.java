package vn.phanluong.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a sheet's cells say as lines; each rule for both formats where both have it. */
class WorkbookTest {
  @TempDir private Path folder = Path.of("");

  /** Fills a sheet. */
  private interface Fill {
    void into(Sheet sheet);
  }

  private static org.apache.poi.ss.usermodel.Workbook empty(String format) {
    return format.equals("xls") ? new HSSFWorkbook() : new XSSFWorkbook();
  }

  private Path save(org.apache.poi.ss.usermodel.Workbook workbook) throws IOException {
    Path file = folder.resolve("book");
    try (OutputStream out = Files.newOutputStream(file)) {
      workbook.write(out);
    }
    workbook.close();
    return file;
  }

  private List<String> lines(String format, Fill fill) throws IOException {
    org.apache.poi.ss.usermodel.Workbook workbook = empty(format);
    fill.into(workbook.createSheet("Sheet"));
    return Workbooks.lines(save(workbook));
  }

  private static Cell cell(Sheet sheet, int row, int column) {
    Row its = sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row);
    return its.createCell(column);
  }

  private static CellStyle style(Sheet sheet, String format) {
    CellStyle style = sheet.getWorkbook().createCellStyle();
    style.setDataFormat(sheet.getWorkbook().createDataFormat().getFormat(format));
    return style;
  }

  @ParameterizedTest
  @ValueSource(strings = {"xlsx", "xls"})
  void a_line_for_each_row_up_to_its_last_text(String format) throws IOException {
    List<String> lines =
        lines(
            format,
            sheet -> {
              cell(sheet, 0, 0).setCellValue("SBD");
              cell(sheet, 0, 1).setCellValue("Điểm Toán");
              cell(sheet, 1, 2).setCellValue("c");
              cell(sheet, 1, 3).setCellValue("");
              cell(sheet, 1, 4).setBlank();
              cell(sheet, 4, 1).setCellValue("b");
              sheet.createRow(5);
            });
    assertThat(lines).containsExactly("SBD\tĐiểm Toán", "\t\tc", "", "", "\tb", "");
  }

  @ParameterizedTest
  @ValueSource(strings = {"xlsx", "xls"})
  void quotes_what_would_part_cells_or_lines(String format) throws IOException {
    List<String> lines =
        lines(
            format,
            sheet -> {
              cell(sheet, 0, 0).setCellValue("a\tb");
              cell(sheet, 0, 1).setCellValue("a\nb");
              cell(sheet, 0, 2).setCellValue("nói \"có\"");
              cell(sheet, 0, 3).setCellValue("a,b;c|d 'e'");
            });
    assertThat(lines).containsExactly("\"a\tb\"\t\"a\nb\"\t\"nói \"\"có\"\"\"\ta,b;c|d 'e'");
  }

  @ParameterizedTest
  @CsvSource({
    "7000013, 7000013",
    "8.2, 8.2",
    "8.1999999999999993, 8.2",
    "0.30000000000000004, 0.30000000000000004",
    "-0.5, -0.5",
    "0, 0",
    "-0.0, 0",
    "1e21, 1000000000000000000000",
    "0.000001, 0.000001",
    "58000016, 58000016",
    "123456789012345680, 123456789012345680",
    "2.0E-3, 0.002",
    // Java 17 writes these as 5.971340000000001E20 and 2.8421709430404007E-14.
    "5.97134E20, 597134000000000000000",
    "2.842170943040401E-14, 0.00000000000002842170943040401",
    "9007199254740993, 9007199254740992"
  })
  void writes_numbers_short_and_without_exponent(double number, String expected)
      throws IOException {
    for (String format : List.of("xlsx", "xls")) {
      List<String> lines = lines(format, sheet -> cell(sheet, 0, 0).setCellValue(number));
      assertThat(lines).as(format).containsExactly(expected);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "45474, dd/mm/yyyy, 01/07/2024",
    "45474, m/d/yy, 01/07/2024",
    "45474.520833333336, d/m/yyyy h:mm, 01/07/2024 12:30:00",
    "45474.999999, yyyy-mm-dd, 02/07/2024",
    "45474, '[$-42A]dd mmmm yyyy;@', 01/07/2024",
    "45474, 'MM/YYYY', 01/07/2024",
    "1, d/m/yyyy, 01/01/1900",
    "59, d/m/yyyy, 28/02/1900",
    "61, d/m/yyyy, 01/03/1900",
    "0.75, h:mm, 18:00:00",
    "1.25, '[h]:mm', 01/01/1900 06:00:00",
    "-3, d/m/yyyy, -3",
    "0.2836, 0.00%, 28.36%",
    "0.07, 0%, 7%",
    "0.28360000000000002, '0.0##%', 28.36%",
    "1, '#,##0%', 100%",
    "45474, '#,##0 \"thí sinh\"', 45474",
    "45474, '0\\d', 45474",
    "45474, '[Red]0.00', 45474",
    "45474, '0.00E+00', 45474",
    "45474, '@', 45474",
    "45474, '0;[Red]\"d\"0', 45474",
    "45474, '0_d', 45474"
  })
  void a_format_makes_a_number_a_date_or_a_percentage(double number, String format, String expected)
      throws IOException {
    for (String kind : List.of("xlsx", "xls")) {
      List<String> lines =
          lines(
              kind,
              sheet -> {
                Cell cell = cell(sheet, 0, 0);
                cell.setCellValue(number);
                cell.setCellStyle(style(sheet, format));
              });
      assertThat(lines).as(kind).containsExactly(expected);
    }
  }

  @Test
  void counts_days_from_1904_where_the_workbook_does() throws IOException {
    for (String flag : List.of("1", "true")) {
      Map<String, String> parts =
          Workbooks.parts("<row r=\"1\"><c r=\"A1\" s=\"0\"><v>44012.25</v></c></row>");
      parts.computeIfPresent(
          "xl/workbook.xml",
          (name, xml) -> xml.replace("<workbookPr/>", "<workbookPr date1904=\"" + flag + "\"/>"));
      parts.computeIfPresent(
          "xl/styles.xml", (name, xml) -> xml.replace("<xf/>", "<xf numFmtId=\"14\"/>"));
      Path file = Workbooks.write(folder.resolve("1904.xlsx"), Workbooks.zip(parts));
      assertThat(Workbooks.lines(file)).containsExactly("01/07/2024 06:00:00");
    }
    HSSFWorkbook legacy = new HSSFWorkbook();
    Sheet sheet = legacy.createSheet();
    legacy.getInternalWorkbook().getRecords().stream()
        .filter(org.apache.poi.hssf.record.DateWindow1904Record.class::isInstance)
        .forEach(
            it -> ((org.apache.poi.hssf.record.DateWindow1904Record) it).setWindowing((short) 1));
    cell(sheet, 0, 0).setCellValue(44012);
    sheet.getRow(0).getCell(0).setCellStyle(style(sheet, "dd/mm/yyyy"));
    assertThat(Workbooks.lines(save(legacy))).containsExactly("01/07/2024");
  }

  @ParameterizedTest
  @ValueSource(strings = {"xlsx", "xls"})
  void gives_what_formulas_came_to(String format) throws IOException {
    List<String> lines =
        lines(
            format,
            sheet -> {
              cell(sheet, 0, 0).setCellValue(true);
              cell(sheet, 0, 1).setCellValue(false);
              cell(sheet, 0, 2).setCellErrorValue(FormulaError.NA.getCode());
              cell(sheet, 1, 0).setCellFormula("1/4");
              cell(sheet, 1, 1).setCellFormula("\"a\"&\"b\"");
              cell(sheet, 1, 2).setCellFormula("1=1");
              cell(sheet, 1, 3).setCellFormula("1/0");
              cell(sheet, 1, 4).setCellFormula("\"\"");
              cell(sheet, 1, 5).setCellValue("end");
              sheet.getWorkbook().getCreationHelper().createFormulaEvaluator().evaluateAll();
            });
    assertThat(lines).containsExactly("TRUE\tFALSE\t#N/A", "0.25\tab\tTRUE\t#DIV/0!\t\tend");
  }

  @ParameterizedTest
  @ValueSource(strings = {"xlsx", "xls"})
  void only_the_first_of_merged_cells_has_text(String format) throws IOException {
    List<String> lines =
        lines(
            format,
            sheet -> {
              cell(sheet, 0, 0).setCellValue("title");
              cell(sheet, 0, 3).setCellValue("d");
              cell(sheet, 1, 1).setCellValue("x");
              sheet.addMergedRegion(new CellRangeAddress(0, 1, 0, 0));
              sheet.addMergedRegion(new CellRangeAddress(0, 0, 1, 2));
            });
    assertThat(lines).containsExactly("title\t\t\td", "\tx");
  }

  @ParameterizedTest
  @ValueSource(strings = {"xlsx", "xls"})
  void names_the_sheets_one_sees(String format) throws IOException {
    org.apache.poi.ss.usermodel.Workbook workbook = empty(format);
    for (String name : List.of("Điểm thi", "hidden", "very", "Last")) {
      cell(workbook.createSheet(name), 0, 0).setCellValue("of " + name);
    }
    workbook.setSheetVisibility(1, SheetVisibility.HIDDEN);
    workbook.setSheetVisibility(2, SheetVisibility.VERY_HIDDEN);
    workbook.setSheetOrder("Last", 0);
    workbook.setActiveSheet(0);
    try (Workbook read = Workbook.open(save(workbook))) {
      assertThat(read.sheets()).containsExactly("Last", "Điểm thi");
      assertThat(Workbooks.lines(read, "Điểm thi")).containsExactly("of Điểm thi");
      assertThat(Workbooks.lines(read, "Last")).containsExactly("of Last");
      assertThatThrownBy(() -> read.lines("hidden")).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void joins_the_runs_of_a_rich_text() throws IOException {
    XSSFWorkbook workbook = new XSSFWorkbook();
    XSSFRichTextString text = new XSSFRichTextString("Nguyễn Văn A");
    XSSFFont bold = workbook.createFont();
    bold.setBold(true);
    text.applyFont(3, 8, bold);
    cell(workbook.createSheet(), 0, 0).setCellValue(text);
    assertThat(Workbooks.lines(save(workbook))).containsExactly("Nguyễn Văn A");
  }

  @ParameterizedTest
  @CsvSource({
    "<c t=\"inlineStr\"><is><r><t>a</t></r><rPh sb=\"0\" eb=\"1\"><t>no</t></rPh><r><rPr><b/></rPr>"
        + "<t xml:space=\"preserve\"> b</t></r><phoneticPr/></is></c>, a b",
    "<c t=\"s\"><v>0</v></c><c t=\"s\"/><c t=\"s\"><v/></c>, shared",
    "<c t=\"str\"><f>X</f><v>a_x0009_b_x005F_x0041_</v></c>, \"a\tb_x0041_\"",
    "<c t=\"d\"><v>2024-07-01</v></c><c t=\"d\"><v>2024-07-01T06:00:00Z</v></c>,"
        + " 01/07/2024\t01/07/2024 06:00:00",
    "<c t=\"n\"><v>5.8000016E7</v></c>, 58000016",
    "<c><v>007</v></c><c><v> 7.50 </v></c>, 7\t7.5",
    "<c><v>8.25</v></c><c><v>0.5</v></c><c><v>7.0</v></c><c><v>.5</v></c><c><v>00.5</v></c>"
        + "<c><v>5.</v></c><c><v>-0.25</v></c>, 8.25\t0.5\t7\t0.5\t0.5\t5\t-0.25",
    "<c r=\"C1\"><v>1</v></c><c><v>2</v></c><c r=\"A1\"><v>3</v></c>, 3\t\t1\t2",
    "<c t=\"inlineStr\"><is><t>a<![CDATA[<&>]]>&amp;</t></is></c>, a<&>&",
    "<c s=\"99\"><v>5</v></c>, 5"
  })
  void reads_what_other_programs_write(String cells, String expected) {
    byte[] bytes = Workbooks.zip(Workbooks.parts("<row>" + cells + "</row><row r=\"3\"/>"));
    assertThat(Workbooks.lines(Workbooks.write(folder.resolve("other.xlsx"), bytes)))
        .containsExactly(expected, "", "");
  }

  @Test
  void needs_neither_styles_nor_shared_texts() {
    Map<String, String> parts = Workbooks.parts("<row><c><v>1</v></c></row>");
    parts.remove("xl/styles.xml");
    parts.remove("xl/texts.xml");
    parts.computeIfPresent(
        "xl/_rels/workbook.xml.rels",
        (name, xml) -> xml.replaceAll("<Relationship Id=\"r[12]\"[^>]*>", ""));
    Path file = Workbooks.write(folder.resolve("bare.xlsx"), Workbooks.zip(parts));
    assertThat(Workbooks.lines(file)).containsExactly("1");
  }
}
