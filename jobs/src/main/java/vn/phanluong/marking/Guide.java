package vn.phanluong.marking;

import java.util.List;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import vn.phanluong.definition.Contract;
import vn.phanluong.definition.Field;
import vn.phanluong.definition.SchemaFiles;
import vn.phanluong.reading.OwnSheets;

/** The sheet of a template that says how it is filled. */
final class Guide {
  private static final int[] WIDTHS = {30, 24, 14, 60, 44, 60};
  private static final List<String> HEADERS =
      List.of(
          "Cột (column)",
          "Trường (field)",
          "Bắt buộc (required)",
          "Ý nghĩa (meaning)",
          "Cách ghi (how it is written)",
          "Chọn trong (one of)");
  private static final List<String> STEPS =
      List.of(
          "1. Điền từ dòng 2 của trang đầu. Không đổi dòng tiêu đề. Fill the first sheet from row 2"
              + " on; keep the header.",
          "2. Cột tiêu đề đỏ là bắt buộc; ô trống là không có số liệu, số 0 là không có người nào."
              + " Red headers are required; blank is not known, 0 is nobody.",
          "3. Ghi năm vào tên tệp nếu không có cột năm, ví dụ 58_2025.xlsx. Put the year into the"
              + " file's name where no column has it.",
          "4. Kiểm tra trước khi gửi: ./phanluong screen --mark DIR FILE. Check it before you send"
              + " it.");

  private final Sheet sheet;
  private final Contract dataset;
  private final boolean isVietnamese;
  private final Styles styles;
  private int next;

  Guide(Workbook workbook, Contract dataset, boolean isVietnamese) {
    this.dataset = dataset;
    this.isVietnamese = isVietnamese;
    sheet = workbook.createSheet(OwnSheets.GUIDE);
    styles = new Styles(workbook);
    for (int i = 0; i < WIDTHS.length; i++) {
      sheet.setColumnWidth(i, WIDTHS[i] * 256);
    }
  }

  void write(List<Field> fields) {
    String title = "%sMẫu %s. Template.".formatted(OwnSheets.TITLE, dataset.table());
    Reports.put(sheet.createRow(next++), 0, title, styles.title());
    CellStyle plain = styles.text();
    Reports.put(sheet.createRow(next++), 0, dataset.purpose(), plain);
    for (String step : STEPS) {
      Reports.put(sheet.createRow(next++), 0, step, plain);
    }
    next++;
    Row header = sheet.createRow(next++);
    CellStyle ofHeader = styles.header();
    for (int i = 0; i < HEADERS.size(); i++) {
      Reports.put(header, i, HEADERS.get(i), ofHeader);
    }
    CellStyle wrapped = styles.wrapped();
    fields.forEach(field -> line(field, wrapped));
    sheet.getPrintSetup().setLandscape(true);
    sheet.setFitToPage(true);
    sheet.getPrintSetup().setFitHeight((short) 0);
  }

  private void line(Field field, CellStyle style) {
    Row row = sheet.createRow(next++);
    CellRule rule = CellRule.of(field);
    Choices choices = Choices.of(field, SchemaFiles.bundled());
    Reports.put(row, 0, Template.header(field, isVietnamese), style);
    Reports.put(row, 1, field.name(), style);
    Reports.put(row, 2, field.required() ? "có (yes)" : "không (no)", style);
    Reports.put(row, 3, field.description(), style);
    Reports.put(row, 4, choices.isEmpty() ? rule.vi() + " " + rule.en() : "", style);
    Reports.put(row, 5, String.join("\n", choices.meanings()), style);
  }
}
