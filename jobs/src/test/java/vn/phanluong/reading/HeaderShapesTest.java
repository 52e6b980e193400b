package vn.phanluong.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Headers of two lines, repeated ones, gaps in them, and sheets typed in a byte font. */
class HeaderShapesTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void a_header_may_have_two_lines() {
    Screened file =
        screen(
            """
            KẾT QUẢ THI,,,,
            STT,SBD,Điểm các môn,,Ghi chú
            ,,Toán,Văn,
            1,58000001,9,8,x
            2,58000002,7,6,
            """);
    assertThat(file.counts()).isEqualTo("2/0/3");
    assertThat(file.values("toan")).containsExactly((short) 900, (short) 700);
    assertThat(file.values("ngu_van")).containsExactly((short) 800, (short) 600);
    assertThat(file.file().findings()).extracting(Finding::text).containsExactly("Ghi chú");
  }

  @Test
  void a_filled_column_without_a_name_is_said_and_one_that_counts_is_not() {
    Screened file =
        screen(
            """
            ,SBD,Toán,,Văn,
            0,58000001,9,Đạt,8,
            1,58000002,7,Đạt,6,
            2,58000003,7,,6,x
            """);
    assertThat(file.counts()).isEqualTo("3/0/1");
    assertThat(file.file().findings())
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.code()).isEqualTo("column.unnamed");
              assertThat(found.cell()).isEqualTo("D1");
              assertThat(found.en()).contains("Column D");
            });
  }

  /** The two lines name a field together: neither «Số tốt nghiệp» nor «học sinh» is a header. */
  @Test
  void two_lines_may_name_a_field_together() {
    Screened file =
        screen(
            """
            Năm tốt,Tỉnh,Cấp,Số học sinh,Cơ sở
            nghiệp,,học,tốt nghiệp,tính
            2018,Long An,THCS,100,trường
            """);
    assertThat(file.values("persons")).containsExactly(100);
    assertThat(file.counts()).isEqualTo("1/0/2");
  }

  /** The number over «Tổng số» is the number; the part beside it is nobody's. */
  @Test
  void a_group_of_a_total_and_its_parts_is_read_by_its_total() {
    Screened file =
        screen(
            """
            Năm tốt nghiệp,Tỉnh,Cấp học,Nơi,Số tốt nghiệp,,Cơ sở tính
            ,,,,Nữ,Tổng số,
            2018,Long An,THCS,x,40,100,trường
            """);
    assertThat(file.values("persons")).containsExactly(100);
  }

  @Test
  void a_header_of_two_lines_may_come_again() {
    String header = "SBD,Điểm thi,\n,Toán,Văn\n";
    Screened file = screen(header + "58000001,9,8\nTrang 2,,\n" + header + "58000002,7,6\n");
    assertThat(file.counts()).isEqualTo("2/0/5");
    assertThat(file.findings()).isEmpty();
  }

  @Test
  void the_row_below_a_header_of_one_line_is_data() {
    Screened file = screen("SBD,Toán,Văn\n58000001,9,8\n58000002,7,6\n");
    assertThat(file.counts()).isEqualTo("2/0/1");
  }

  @Test
  void a_gap_in_the_header_is_passed_over() {
    Screened file = screen("SBD,,Toán,,,\n58000001,,9,x,,\n58000002,y,8,,,\n");
    assertThat(file.values("toan")).containsExactly((short) 900, (short) 800);
  }

  /** «Sè b¸o danh, To¸n, V¨n, §Þa» is how a Unicode program shows TCVN3. */
  @Test
  void a_sheet_in_a_byte_font_is_read_as_what_it_shows() throws IOException {
    Path file = folder.resolve("58_2018.xlsx");
    try (var book = new XSSFWorkbook();
        OutputStream out = Files.newOutputStream(file)) {
      Sheet sheet = book.createSheet("A");
      String[][] rows = {
        {"Sè b¸o danh", "To¸n", "Ng÷ v¨n", "§Þa lÝ", "Giíi tÝnh"},
        {"58000001", "9", "8", "7", "N÷"},
        {"58000002", "6", "5", "4", "Nam"}
      };
      for (int i = 0; i < rows.length; i++) {
        for (int j = 0; j < rows[i].length; j++) {
          (j == 0 ? sheet.createRow(i) : sheet.getRow(i)).createCell(j).setCellValue(rows[i][j]);
        }
      }
      book.write(out);
    }
    Screened screened = Screened.of(file, Declared.nothing());
    assertThat(screened.values("dia_li")).containsExactly((short) 700, (short) 400);
    assertThat(screened.values("gioi_tinh")).containsExactly("Nữ", "Nam");
    assertThat(screened.file().layout().charset()).isEqualTo("TCVN3");
    assertThat(screened.file().findings())
        .extracting(Finding::code)
        .containsExactly("file.encoding-guessed");
  }

  private Screened screen(String text) {
    return Screened.of(folder, "58_2018.csv", text);
  }
}
