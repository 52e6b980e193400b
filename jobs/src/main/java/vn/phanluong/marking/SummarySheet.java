package vn.phanluong.marking;

import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import vn.phanluong.reading.FileReport;
import vn.phanluong.reading.OwnSheets;

/** One page about a file: what it was taken for, how much of it is good, what to do next. */
final class SummarySheet {
  private static final int[] WIDTHS = {34, 22, 14, 60};

  private final Sheet sheet;
  private final Styles styles;
  private final CellStyle bold;
  private final CellStyle wrapped;
  private final CellStyle title;
  private int next;

  SummarySheet(Workbook workbook, String name) {
    sheet = workbook.createSheet(name);
    styles = new Styles(workbook);
    bold = styles.bold();
    wrapped = styles.wrapped();
    title = styles.title();
    for (int i = 0; i < WIDTHS.length; i++) {
      sheet.setColumnWidth(i, WIDTHS[i] * 256);
    }
    sheet.setFitToPage(true);
    PrintSetup print = sheet.getPrintSetup();
    print.setPaperSize(PrintSetup.A4_PAPERSIZE);
    print.setFitWidth((short) 1);
    print.setFitHeight((short) 1);
  }

  void write(Job job) {
    FileReport report = job.report();
    Reports.put(
        sheet.createRow(next++), 0, OwnSheets.TITLE + "Tóm tắt kiểm tra tệp. Summary.", title);
    next++;
    line("Tệp (file)", report.fileName());
    line("Bộ dữ liệu (dataset)", report.dataset());
    if (!report.isRejected()) {
      line("Kỳ (period)", Short.toString(report.scope().period()));
      line("Đơn vị báo cáo (reporter)", report.scope().reporterCode());
    }
    line("Số dòng đọc (rows read)", Long.toString(report.read()));
    line("Nhận được (accepted)", Long.toString(report.accepted()));
    line("Trả lại (rejected)", Long.toString(report.rejected()));
    line("Số phát hiện (findings)", Long.toString(report.findingCount()));
    next++;
    counts(job);
    heading("Việc cần làm tiếp (what to do next)");
    Note step = nextStep(report);
    line("", step.vi());
    line("", step.en());
    for (Note note : job.notes()) {
      line("Lưu ý", note.vi());
      line("Note", note.en());
    }
    legend();
  }

  private void counts(Job job) {
    if (job.found().counts().isEmpty()) {
      return;
    }
    heading("Phát hiện theo mã (findings by code)");
    for (Found.Count count : job.found().counts()) {
      Row row = sheet.createRow(next++);
      Reports.put(row, 0, count.code(), wrapped);
      Reports.put(
          row, 1, ErrorSheet.name(count.severity()), styles.wrapped(Mark.of(count.severity())));
      Reports.put(row, 2, Long.toString(count.findings()), wrapped);
    }
    next++;
  }

  private void legend() {
    next++;
    heading("Màu (colours)");
    for (Mark mark : new Mark[] {Mark.REJECT_ROW, Mark.WARN}) {
      Row row = sheet.createRow(next++);
      Reports.put(row, 0, "", styles.wrapped(mark));
      boolean isRow = mark == Mark.REJECT_ROW;
      Reports.put(
          row,
          1,
          isRow
              ? "Dòng bị trả lại vì ô này (the row is rejected)"
              : "Được nhận; hãy xem lại (accepted; please look)",
          wrapped);
      merge(row);
    }
  }

  private static Note nextStep(FileReport report) {
    if (report.isRejected()) {
      return new Note(
          "Tệp không được nhận. Hãy làm theo trang «Lỗi», rồi gửi lại cả tệp.",
          "Nothing of the file is taken. Do as sheet «Lỗi» says, then send the whole file again.");
    }
    if (report.rejected() > 0) {
      return new Note(
          "Hãy sửa các ô tô hồng ngay trong sổ tính này, lưu lại, kiểm tra lần nữa rồi gửi. Không"
              + " cần xóa chú thích, màu hay hai trang «Lỗi», «Tóm tắt».",
          "Correct the pink cells in this very workbook, save it, check it again and send it."
              + " Comments, colours and the two sheets «Lỗi» and «Tóm tắt» may stay.");
    }
    if (report.findingCount() > 0) {
      return new Note(
          "Mọi dòng đều nhận được. Hãy xem các ô tô vàng; nếu đúng thì gửi như hiện có.",
          "Every row can be taken. Look at the yellow cells; if they are right, send it as it is.");
    }
    return new Note(
        "Không phải sửa gì. Hãy gửi tệp.", "There is nothing to correct. Send the file.");
  }

  private void heading(String text) {
    Reports.put(sheet.createRow(next++), 0, text, bold);
  }

  private void line(String label, String value) {
    Row row = sheet.createRow(next++);
    Reports.put(row, 0, label, bold);
    Reports.put(row, 1, value, wrapped);
    merge(row);
    // A merged cell does not make its row as high as its text.
    int lines = 1 + value.length() / (WIDTHS[1] + WIDTHS[2] + WIDTHS[3]);
    row.setHeightInPoints(15f * lines);
  }

  private void merge(Row row) {
    sheet.addMergedRegion(new CellRangeAddress(row.getRowNum(), row.getRowNum(), 1, 3));
  }
}
