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
  void two_sheets_of_data_are_for_the_sender_to_part() throws IOException {
    Path file = folder.resolve("58_2021.xlsx");
    try (var book = new XSSFWorkbook();
        OutputStream out = Files.newOutputStream(file)) {
      for (String name : new String[] {"Lần 1", "Lần 2"}) {
        Sheet sheet = book.createSheet(name);
        row(sheet, 0, "SBD", "Toán");
        row(sheet, 1, "58000001", 7.0);
      }
      book.write(out);
    }
    Recognition recognition = FileScreener.recognise(file, Declared.nothing());
    Finding finding = ((Recognition.Rejected) recognition).finding();
    assertThat(finding.code()).isEqualTo("file.several-sheets");
    assertThat(finding.en()).contains("«Lần 1», «Lần 2»");
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
