package vn.phanluong.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workbooks as deliveries: which sheet is read, and how what is found in it is addressed. */
class WorkbookFileTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void reads_the_sheet_with_the_columns_of_a_dataset() throws IOException {
    for (String name : new String[] {"58_2021.xlsx", "58_2021.xls"}) {
      Path file = folder.resolve(name);
      try (var book = name.endsWith("x") ? new XSSFWorkbook() : new HSSFWorkbook();
          OutputStream out = Files.newOutputStream(file)) {
        row(book.createSheet("Ghi chú"), 0, "Liên hệ phòng khảo thí");
        Sheet sheet = book.createSheet("Điểm");
        row(sheet, 0, "SỞ GIÁO DỤC VÀ ĐÀO TẠO TRÀ VINH");
        row(sheet, 2, "STT", "Số báo\ndanh", "Toán", "Tên, \"lớp\"", "Văn");
        row(sheet, 3, 1.0, 58000001.0, 7.25, "a");
        row(sheet, 4, 2.0, 58000002.0, 17.5, "b\tc");
        row(sheet, 6, 3.0, 58000003.0, "6,5", "d", 9.0);
        book.createSheet("Trống");
        book.write(out);
      }
      Screened screened = Screened.of(file, Declared.nothing());
      assertThat(screened.file().layout().sheet()).isEqualTo("Điểm");
      assertThat(screened.counts()).isEqualTo("2/1/4");
      assertThat(screened.values("toan")).containsExactly((short) 725, (short) 650);
      assertThat(screened.values("candidate_number")).containsExactly("58000001", "58000003");
      assertThat(screened.file().findings())
          .extracting(Finding::code, Finding::text, Finding::cell)
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple("sheet.not-read", "Ghi chú", null),
              org.assertj.core.groups.Tuple.tuple("column.unmatched", "Tên, \"lớp\"", "D3"));
      assertThat(screened.records())
          .flatExtracting(ScreenedRecord::findings)
          .extracting(Finding::cell)
          .containsExactly("C5");
    }
  }

  @Test
  void sheets_of_one_report_are_one_file() throws IOException {
    Path file = folder.resolve("58_2021.xlsx");
    try (var book = new XSSFWorkbook();
        OutputStream out = Files.newOutputStream(file)) {
      Sheet first = book.createSheet("Bến Lức");
      row(first, 0, "SBD", "Toán");
      row(first, 1, "58000001", 7.0);
      row(first, 2, "58000002", 17.5);
      row(book.createSheet("Chưa có"), 0, "SBD", "Toán");
      Sheet last = book.createSheet("Tân An");
      row(last, 0, "Kết quả thi");
      row(last, 1, "Toán", "SBD", "Ngữ văn");
      row(last, 2, 6.5, "58000003", 5.0);
      row(last, 3, 6.5, "58000001");
      Sheet sum = book.createSheet("TỔNG HỢP");
      row(sum, 0, "SBD", "Toán");
      row(sum, 1, "58000009", 9.0);
      book.write(out);
    }
    Screened screened = Screened.of(file, Declared.nothing());
    assertThat(screened.counts()).isEqualTo("2/2/3");
    assertThat(screened.values("candidate_number")).containsExactly("58000001", "58000003");
    assertThat(screened.values("toan")).containsExactly((short) 700, (short) 650);
    Layout layout = screened.file().layout();
    assertThat(layout.sheets()).containsExactly("Bến Lức", "Tân An");
    assertThat(Layout.fromJson(layout.toJson())).isEqualTo(layout);
    assertThat(screened.file().findings())
        .extracting(Finding::code, Finding::text)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("sheet.sums", "TỔNG HỢP"));
    assertThat(screened.records())
        .flatExtracting(ScreenedRecord::findings)
        .extracting(
            finding -> layout.sheetOf(finding.rowNumber()),
            Finding::rowNumber,
            Finding::cell,
            Finding::code)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("Bến Lức", 3, "B3", "cell.score-range"),
            org.assertj.core.groups.Tuple.tuple("Tân An", 10_000_004, null, "row.key-conflict"));
    assertThat(screened.records())
        .flatExtracting(ScreenedRecord::findings)
        .extracting(Finding::vi)
        .last()
        .asString()
        .startsWith("Dòng 4 ")
        .contains("Bến Lức!2");
  }

  @Test
  void sheets_of_two_years_are_for_the_sender_to_part() throws IOException {
    Path file = folder.resolve("long_an.xlsx");
    try (var book = new XSSFWorkbook();
        OutputStream out = Files.newOutputStream(file)) {
      for (double year : new double[] {2022, 2023}) {
        Sheet sheet = book.createSheet("Năm " + (int) year);
        row(sheet, 0, "Năm tốt nghiệp", "Tỉnh", "Huyện", "Cấp học", "Số tốt nghiệp", "Cơ sở tính");
        row(sheet, 1, year, "Long An", "Bến Lức", "THCS", 120.0, "trường");
      }
      book.write(out);
    }
    Recognition recognition = FileScreener.recognise(file, Declared.nothing());
    Finding finding = ((Recognition.Rejected) recognition).finding();
    assertThat(finding.code()).isEqualTo("file.several-sheets");
    assertThat(finding.en()).contains("«Năm 2022», «Năm 2023» (2022; 2023)");
  }

  @Test
  void a_round_that_only_the_second_sheet_names_is_not_that_of_the_first() throws IOException {
    Path file = folder.resolve("ben_luc_2023.xlsx");
    try (var book = new XSSFWorkbook();
        OutputStream out = Files.newOutputStream(file)) {
      for (int i = 0; i < 2; i++) {
        Sheet sheet = book.createSheet("Trang " + i);
        row(sheet, 0, i == 0 ? "Báo cáo" : "Báo cáo đợt 2");
        row(sheet, 1, "Năm tốt nghiệp", "Tỉnh", "Huyện", "Cấp học", "Số tốt nghiệp", "Cơ sở tính");
        row(sheet, 2, 2023.0, "Long An", "Bến Lức", "THCS", 120.0 + i, "trường");
      }
      book.write(out);
    }
    Recognition recognition = FileScreener.recognise(file, Declared.nothing());
    assertThat(((Recognition.Rejected) recognition).finding().code())
        .isEqualTo("file.several-sheets");
  }

  private static void row(Sheet sheet, int number, Object... cells) {
    Row row = sheet.createRow(number);
    for (int i = 0; i < cells.length; i++) {
      if (cells[i] instanceof Double value) {
        row.createCell(i).setCellValue(value);
      } else {
        row.createCell(i).setCellValue(String.valueOf(cells[i]));
      }
    }
  }
}
