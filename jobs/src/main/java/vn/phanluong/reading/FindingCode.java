package vn.phanluong.reading;

import static vn.phanluong.reading.Severity.REJECT_FILE;
import static vn.phanluong.reading.Severity.REJECT_ROW;
import static vn.phanluong.reading.Severity.WARN;

import org.jspecify.annotations.Nullable;

/**
 * Everything the screener can find. In a message %1$s is the row, %2$s the field, %3$s the text
 * found, %4$s what is particular to the code.
 */
public enum FindingCode {
  FILE_EMPTY(
      "file.empty",
      REJECT_FILE,
      "Tệp không có dòng dữ liệu nào. Hãy gửi lại tệp có ít nhất một dòng dưới tiêu đề.",
      "The file holds no row of data. Send it again with at least one row under the header."),
  FILE_DECLARED_EMPTY(
      "file.declared-empty",
      WARN,
      "Tệp không có dòng dữ liệu và ghi «%3$s»; được nhận là báo cáo không phát sinh. Nếu không"
          + " phải, hãy gửi lại tệp có dữ liệu.",
      "The file holds no row of data and says «%3$s»; it is taken as a report that there are none."
          + " If that is wrong, send it again with its rows."),
  FILE_UNREADABLE(
      "file.unreadable",
      REJECT_FILE,
      "Không đọc được tệp: %4$s. Hãy xuất lại thành CSV mã hóa UTF-8 rồi gửi lại.",
      "The file cannot be read: %4$s. Export it again as CSV in UTF-8 and send it again."),
  FILE_ARCHIVE(
      "file.archive",
      REJECT_FILE,
      "Tệp nén không dùng được: %4$s. Hãy giải nén rồi gửi từng tệp bên trong.",
      "The archive cannot be used: %4$s. Unpack it and send each file in it."),
  FILE_OVER_LIMIT(
      "file.over-limit",
      REJECT_FILE,
      "Tệp vượt giới hạn: %4$s. Hãy xem dấu nháy, dấu xuống dòng và ô thừa, hoặc chia tệp ra, rồi"
          + " gửi lại.",
      "The file passes a limit: %4$s. Look for quotes left open, missing line ends and stray cells,"
          + " or send it in parts."),
  FILE_UNKNOWN_DATASET(
      "file.unknown-dataset",
      REJECT_FILE,
      "Không nhận ra tệp thuộc bộ dữ liệu nào. %4$s Hãy sửa dòng tiêu đề theo mẫu.",
      "No dataset has such columns. %4$s Correct the header line after the template."),
  FILE_FOREIGN_KEYS(
      "file.foreign-keys",
      REJECT_FILE,
      "Tên cột giống một bộ dữ liệu, nhưng không dòng đầu nào có khóa của bộ đó (%4$s): %2$s"
          + " «%3$s». Hãy kiểm tra có gửi nhầm tệp không.",
      "The columns look like a dataset, but none of the first rows has a key of it (%4$s): %2$s"
          + " «%3$s». See whether this is the right file."),
  FILE_SEVERAL_SHEETS(
      "file.several-sheets",
      REJECT_FILE,
      "Các trang của sổ tính không cùng một báo cáo: %3$s (%4$s). Hãy gửi mỗi báo cáo một tệp;"
          + " nhiều trang của cùng một báo cáo thì để chung được.",
      "The sheets of the workbook are not of one report: %3$s (%4$s). Send each report as a file of"
          + " its own; several sheets of one report may stay together."),
  SHEET_SUMS(
      "sheet.sums",
      WARN,
      "Trang «%3$s» được hiểu là tổng hợp của các trang khác nên không được đọc, để không tính hai"
          + " lần. Nếu không phải, hãy đổi tên trang rồi gửi lại.",
      "Sheet «%3$s» is taken for a summary of the other sheets and is not read, so that nothing is"
          + " counted twice. If it is none, rename the sheet and send it again."),
  SHEET_NOT_READ(
      "sheet.not-read",
      WARN,
      "Trang «%3$s» không có cột của bộ dữ liệu nào nên không được đọc.",
      "Sheet «%3$s» has the columns of no dataset and is not read."),
  FILE_ENCODING_GUESSED(
      "file.encoding-guessed",
      WARN,
      "Tệp không phải UTF-8; được đọc là %4$s từ là âm tiết tiếng Việt. Hãy xem lại chữ có dấu, lần"
          + " sau lưu UTF-8.",
      "The file is not UTF-8; it is read as %4$s of its words being Vietnamese syllables. Look at"
          + " letters with marks; save as UTF-8 next time."),
  FILE_NO_PERIOD(
      "file.no-period",
      REJECT_FILE,
      "Không rõ số liệu của năm nào. Hãy thêm cột năm, hoặc nạp lại với --period NĂM.",
      "Nothing says which year the file is about. Add a year column, or load with --period YEAR."),
  FILE_PERIOD_UNKNOWN(
      "file.period-unknown",
      REJECT_FILE,
      "Danh mục hội đồng thi không có năm %3$s. Hãy kiểm tra năm, hoặc bổ sung"
          + " schemas/reference/exam_council.csv.",
      "No exam council is on record for %3$s. Check the year, or add to"
          + " schemas/reference/exam_council.csv."),
  FILE_REPORTER_UNKNOWN(
      "file.reporter-unknown",
      REJECT_FILE,
      "Không có đơn vị báo cáo «%3$s». Hãy ghi mã hội đồng thi, tên tỉnh hoặc huyện, mã văn bản,"
          + " hay VN.",
      "There is no reporter «%3$s». State an exam council, a province or district, a document, or"
          + " VN."),
  FILE_SCOPE_UNCLEAR(
      "file.scope-unclear",
      REJECT_FILE,
      "Tiêu đề tệp nêu nhiều đợt hoặc nhiều kỳ: %3$s. Hãy tách mỗi đợt, mỗi kỳ một tệp, hoặc nạp"
          + " lại với %4$s.",
      "The title of the file names several rounds or parts of the year: %3$s. Send one file each,"
          + " or load with %4$s."),
  FILE_LACKS_UNITS(
      "file.lacks-units",
      WARN,
      "So với lần nộp mà tệp này thay thế, thiếu %4$s. Nếu thiếu sót, hãy nộp lại đủ đơn vị; nếu"
          + " chỉ sửa một số dòng, hãy nộp với --coverage correction.",
      "Against the submission it stands instead of, this file lacks %4$s. If left out by mistake,"
          + " send all units again; to mend some rows only, load with --coverage correction."),
  FILE_YEAR_CHANGE(
      "file.year-change",
      WARN,
      "Số dòng khác nhiều so với năm trước: %4$s. Nếu đúng như vậy thì không cần làm gì; nếu thiếu"
          + " hoặc trùng, hãy nộp lại.",
      "The number of rows is far from last year's: %4$s. If that is so, nothing is to be done; if"
          + " rows are missing or doubled, send the file again."),
  FILE_UNITS_MISSING(
      "file.units-missing",
      WARN,
      "Năm trước có, năm nay không có dòng nào: %4$s. Nếu các đơn vị ấy nộp riêng thì không cần làm"
          + " gì; nếu thiếu sót, hãy nộp lại đủ.",
      "There last year, without a row this year: %4$s. If they report apart, nothing is to be done;"
          + " if left out by mistake, send all of them again."),
  FILE_UNITS_MIXED(
      "file.units-mixed",
      REJECT_FILE,
      "Tệp ghi địa bàn của hai thời kỳ: %4$s. Mã và tên đã được dùng lại cho địa bàn khác nên không"
          + " biết dòng nào thuộc thời kỳ nào. Hãy ghi mọi dòng theo đơn vị của đúng năm báo cáo.",
      "The file names places of two times: %4$s. Codes and names were given to other territories"
          + " since, so nobody can tell which rows are of which. Name the units of the year"
          + " reported in every row."),
  FILE_NO_DOCUMENT(
      "file.no-document",
      REJECT_FILE,
      "Phụ lục không ghi kèm theo văn bản số nào, ngày nào, của cơ quan nào. Hãy giữ dòng «(Kèm"
          + " theo …)», hoặc nạp với mã văn bản.",
      "The appendix does not say which document it belongs to. Keep its line «(Kèm theo …)», or"
          + " state the document."),
  COLUMN_UNMATCHED(
      "column.unmatched",
      WARN,
      "Cột «%3$s» không thuộc bộ dữ liệu nên không được đọc; nội dung chỉ còn trong tệp gốc đã mã"
          + " hóa.",
      "Column «%3$s» is none of the dataset's and is not read; what it holds stays in the encrypted"
          + " delivered file alone."),
  COLUMN_UNNAMED(
      "column.unnamed",
      WARN,
      "Cột %4$s có dữ liệu nhưng ô tiêu đề ở dòng %1$s để trống nên không được đọc. Hãy ghi tên"
          + " cột, hoặc xóa cột.",
      "Column %4$s is filled and its header cell in row %1$s is blank, so it is not read. Name the"
          + " column, or delete it."),
  HEADER_ASSUMED(
      "header.assumed",
      WARN,
      "Tiêu đề ở dòng %1$s (%3$s) không ghi rõ nội dung cột; được hiểu là %4$s. Hãy ghi tên môn,"
          + " hoặc xác nhận cách hiểu này.",
      "The header in row %1$s (%3$s) does not say what its columns hold; they are read as %4$s."
          + " Name the subjects, or confirm this reading."),
  ROW_TOO_FEW_CELLS(
      "row.too-few-cells",
      REJECT_ROW,
      "Dòng %1$s có %4$s ô theo tiêu đề. Hãy kiểm tra dòng bị cắt.",
      "Row %1$s has %4$s cells of the header. Look for a cut line."),
  ROW_TOO_MANY_CELLS(
      "row.too-many-cells",
      REJECT_ROW,
      "Dòng %1$s có giá trị sau ô cuối cùng của tiêu đề (%4$s). Hãy đặt ô có dấu phân cách trong"
          + " dấu nháy kép.",
      "Row %1$s has a value after the last cell of the header (%4$s). Quote cells that hold the"
          + " delimiter."),
  ROW_QUOTE_OPEN(
      "row.quote-open",
      REJECT_ROW,
      "Dòng %1$s mở dấu nháy kép mà không đóng. Hãy đóng dấu nháy.",
      "Row %1$s opens a quote and never closes it. Close the quote."),
  ROW_DUPLICATE(
      "row.duplicate",
      REJECT_ROW,
      "Dòng %1$s lặp lại nguyên văn dòng %4$s; dòng đầu được nhận.",
      "Row %1$s repeats row %4$s word for word; the first one stands."),
  ROW_KEY_CONFLICT(
      "row.key-conflict",
      REJECT_ROW,
      "Dòng %1$s trùng khóa với dòng %4$s nhưng nội dung khác; dòng đầu được nhận. Hãy giữ một dòng"
          + " đúng.",
      "Row %1$s has the key of row %4$s and other content; the first one stands. Keep the right"
          + " one."),
  ROW_TWO_VALUES(
      "row.two-values",
      REJECT_ROW,
      "Dòng %1$s có hai giá trị cho %2$s («%3$s»). Hãy giữ một.",
      "Row %1$s has two values for %2$s («%3$s»). Keep one."),
  ROW_COUNCIL_UNKNOWN(
      "row.council-unknown",
      REJECT_ROW,
      "Dòng %1$s: số báo danh «%3$s» thuộc hội đồng thi không có trong năm %4$s.",
      "Row %1$s: candidate number «%3$s» is of an exam council that did not exist in %4$s."),
  ROW_COUNCIL_DIFFERS(
      "row.council-differs",
      REJECT_ROW,
      "Dòng %1$s ghi hội đồng thi «%3$s», nhưng số báo danh thuộc hội đồng %4$s.",
      "Row %1$s says council «%3$s», its candidate number says %4$s."),
  ROW_COUNCIL_OTHER(
      "row.council-other",
      WARN,
      "Dòng %1$s: số báo danh «%3$s» không thuộc hội đồng báo cáo %4$s; vẫn được nhận.",
      "Row %1$s: candidate number «%3$s» is not of the reporting council %4$s; it is accepted."),
  ROW_PERIOD_DIFFERS(
      "row.period-differs",
      REJECT_ROW,
      "Dòng %1$s ghi năm %3$s, tệp là của năm %4$s. Hãy tách mỗi năm một tệp.",
      "Row %1$s is of year %3$s, the file of %4$s. Send one file a year."),
  ROW_OUTSIDE_REPORTER(
      "row.outside-reporter",
      REJECT_ROW,
      "Dòng %1$s: «%3$s» không nằm trong đơn vị báo cáo %4$s.",
      "Row %1$s: «%3$s» does not lie in the reporting unit %4$s."),
  ROW_PLACE_UNKNOWN(
      "row.place-unknown",
      REJECT_ROW,
      "Dòng %1$s: không có đơn vị «%3$s»%4$s. Hãy ghi tên đầy đủ theo danh mục.",
      "Row %1$s: there is no unit «%3$s»%4$s. Write the full name of the list."),
  ROW_PLACE_AMBIGUOUS(
      "row.place-ambiguous",
      REJECT_ROW,
      "Dòng %1$s: «%3$s» có thể là %4$s. Hãy ghi rõ loại đơn vị và đơn vị cấp trên.",
      "Row %1$s: «%3$s» may be %4$s. Write the type of unit and the unit it lies in."),
  PLACE_GUESSED(
      "place.guessed",
      WARN,
      "Dòng %1$s: «%3$s» được hiểu là %4$s. Hãy sửa nếu không đúng.",
      "Row %1$s: «%3$s» is taken for %4$s. Correct it if that is wrong."),
  CELL_REQUIRED(
      "cell.required",
      REJECT_ROW,
      "Dòng %1$s thiếu %2$s. Hãy điền ô này.",
      "Row %1$s has no %2$s. Fill the cell."),
  CELL_CANDIDATE_NUMBER(
      "cell.candidate-number",
      REJECT_ROW,
      "Dòng %1$s: «%3$s» không phải số báo danh 8 chữ số.",
      "Row %1$s: «%3$s» is no candidate number of 8 digits."),
  CELL_ZERO_RESTORED(
      "cell.zero-restored",
      WARN,
      "Dòng %1$s: số báo danh «%3$s» mất số 0 ở đầu, được đọc là %4$s. Hãy định dạng cột là văn"
          + " bản.",
      "Row %1$s: candidate number «%3$s» lost its leading zero and is read as %4$s. Format the"
          + " column as text."),
  CELL_SCORE_UNREADABLE(
      "cell.score-unreadable",
      REJECT_ROW,
      "Dòng %1$s: %2$s «%3$s» không phải điểm. Hãy ghi số từ 0 đến 10, hoặc để trống.",
      "Row %1$s: %2$s «%3$s» is no score. Write a number from 0 to 10, or leave it blank."),
  CELL_SCORE_RANGE(
      "cell.score-range",
      REJECT_ROW,
      "Dòng %1$s: %2$s «%3$s» nằm ngoài 0 đến 10.",
      "Row %1$s: %2$s «%3$s» is outside 0 to 10."),
  CELL_LABELS_UNREADABLE(
      "cell.labels-unreadable",
      REJECT_ROW,
      "Dòng %1$s: %2$s không đúng dạng «Môn: điểm Môn: điểm», vướng ở «%3$s».",
      "Row %1$s: %2$s is not of the form «Subject: score Subject: score», because of «%3$s»."),
  CELL_COUNT_UNREADABLE(
      "cell.count-unreadable",
      REJECT_ROW,
      "Dòng %1$s: %2$s «%3$s» không phải số người. Hãy ghi số nguyên không âm.",
      "Row %1$s: %2$s «%3$s» is no count of persons. Write a whole number, zero or more."),
  CELL_COUNT_MISSING(
      "cell.count-missing",
      WARN,
      "Dòng %1$s: %2$s để trống, được ghi là thiếu. Hãy ghi 0 nếu không có ai, «..» nếu không thu"
          + " thập, «-» nếu không phát sinh.",
      "Row %1$s: %2$s is blank and recorded as missing. Write 0 if there is nobody, «..» if nobody"
          + " counted, «-» if there is nothing to count."),
  TOTAL_DIFFERS(
      "total.differs",
      WARN,
      "Dòng tổng %1$s: %2$s ghi «%3$s», các dòng cộng lại được %4$s. Hãy kiểm tra dòng tổng và các"
          + " dòng được cộng.",
      "Total in row %1$s: %2$s says «%3$s», its rows add up to %4$s. Check the total and the rows"
          + " it adds."),
  CELL_YEAR_UNREADABLE(
      "cell.year-unreadable",
      REJECT_ROW,
      "Dòng %1$s: %2$s «%3$s» không phải năm. Hãy ghi bốn chữ số, ví dụ 2024.",
      "Row %1$s: %2$s «%3$s» is no year. Write four digits, for example 2024."),
  CELL_DATE_UNREADABLE(
      "cell.date-unreadable",
      REJECT_ROW,
      "Dòng %1$s: %2$s «%3$s» không phải ngày. Hãy ghi ngày/tháng/năm, ví dụ 31/12/2024.",
      "Row %1$s: %2$s «%3$s» is no date. Write day/month/year, for example 31/12/2024."),
  CELL_PERCENT_UNREADABLE(
      "cell.percent-unreadable",
      REJECT_ROW,
      "Dòng %1$s: %2$s «%3$s» không phải tỷ lệ từ 0 đến 100.",
      "Row %1$s: %2$s «%3$s» is no percentage from 0 to 100."),
  CELL_CODE_UNKNOWN(
      "cell.code-unknown",
      REJECT_ROW,
      "Dòng %1$s: %2$s «%3$s» không có trong danh mục. Hãy dùng một trong: %4$s.",
      "Row %1$s: %2$s «%3$s» is not on the list. Use one of: %4$s."),
  CELL_UNREADABLE(
      "cell.unreadable",
      REJECT_ROW,
      "Dòng %1$s: %2$s «%3$s» không đọc được. Hãy ghi %4$s.",
      "Row %1$s: %2$s «%3$s» cannot be read. Write %4$s."),
  CELL_IDENTITY_ZERO(
      "cell.identity-zero",
      WARN,
      "Dòng %1$s: %2$s «%3$s» mất số 0 ở đầu, được đọc có số 0. Hãy định dạng cột là văn bản.",
      "Row %1$s: %2$s «%3$s» lost its leading zero and is read with it. Format the column as"
          + " text."),
  CELL_BIRTH_YEAR_ONLY(
      "cell.birth-year-only",
      WARN,
      "Dòng %1$s: %2$s chỉ có năm «%3$s»; thiếu ngày, tháng thì khó đối chiếu học sinh.",
      "Row %1$s: %2$s is the year «%3$s» alone; without day and month learners are hard to match."),
  ROW_ORDER(
      "row.order",
      REJECT_ROW,
      "Dòng %1$s: %2$s «%3$s» vượt mức cho phép (%4$s). Hãy kiểm tra hai ô.",
      "Row %1$s: %2$s «%3$s» is above what it may be (%4$s). Check both cells."),
  ROW_SUM(
      "row.sum",
      REJECT_ROW,
      "Dòng %1$s: %2$s «%3$s» không bằng tổng các phần (%4$s). Hãy kiểm tra các ô.",
      "Row %1$s: %2$s «%3$s» is not the sum of its parts (%4$s). Check the cells."),
  ROW_NOT_TOGETHER(
      "row.not-together",
      REJECT_ROW,
      "Dòng %1$s: %2$s «%3$s» không đi cùng ô khác của dòng (%4$s). Hãy sửa một trong hai.",
      "Row %1$s: %2$s «%3$s» does not go with another cell of the row (%4$s). Correct one of"
          + " them."),
  ROW_DATE_YEAR(
      "row.date-year",
      REJECT_ROW,
      "Dòng %1$s: %2$s «%3$s» không thuộc năm của dòng (%4$s). Hãy kiểm tra ngày hoặc năm.",
      "Row %1$s: %2$s «%3$s» is not in the year of the row (%4$s). Check the day or the year."),
  ROW_AGE(
      "row.age",
      REJECT_ROW,
      "Dòng %1$s: %2$s «%3$s» cho độ tuổi không hợp lý (%4$s). Hãy kiểm tra ngày sinh.",
      "Row %1$s: %2$s «%3$s» gives an age that cannot be (%4$s). Check the date of birth."),
  ROW_CODE_NOT_YET(
      "row.code-not-yet",
      REJECT_ROW,
      "Dòng %1$s: %2$s «%3$s» chỉ có từ ngày %4$s. Hãy dùng mã của thời điểm đó.",
      "Row %1$s: %2$s «%3$s» exists from %4$s only. Use the code of the time."),
  PLACE_NOT_HELD(
      "place.not-held",
      WARN,
      "Dòng %1$s: chưa có danh mục cấp huyện của %4$s; %2$s «%3$s» được tính cho cả tỉnh.",
      "Row %1$s: no districts of %4$s are on record that day; %2$s «%3$s» counts for the"
          + " province."),
  PLACE_COMMUNE_UNKNOWN(
      "place.commune-unknown",
      WARN,
      "Dòng %1$s: không xác định được %2$s «%3$s»%4$s; dòng được tính cho đơn vị cấp trên. Hãy ghi"
          + " tên đầy đủ theo danh mục.",
      "Row %1$s: no unit is known by %2$s «%3$s»%4$s; the row counts for the unit above. Write the"
          + " full name of the list."),
  DOCUMENT_UNREGISTERED(
      "document.unregistered",
      WARN,
      "Văn bản «%3$s» chưa có trong sổ văn bản; được ghi tạm là %4$s. Hãy bổ sung sổ văn bản.",
      "Document «%3$s» is not in the register and is called %4$s for now. Add it to the register.");

  /** Characters; a list of allowed codes is the longest a message has to hold. */
  private static final int MOST_SHOWN = 1000;

  private final String id;
  private final Severity severity;
  private final String vi;
  private final String en;

  FindingCode(String id, Severity severity, String vi, String en) {
    this.id = id;
    this.severity = severity;
    this.vi = vi;
    this.en = en;
  }

  /** As findings store it. */
  public String id() {
    return id;
  }

  public Severity severity() {
    return severity;
  }

  /** Of the file as a whole. */
  public Finding ofFile(@Nullable String field, @Nullable String text, String detail) {
    return ofRow(0, field, text, detail);
  }

  Finding ofRow(int rowNumber, @Nullable String field, @Nullable String text, String detail) {
    return ofRow(rowNumber, field, field, text, detail);
  }

  /**
   * Of a row.
   *
   * @param called what the sender calls the field
   */
  Finding ofRow(
      int rowNumber,
      @Nullable String field,
      @Nullable String called,
      @Nullable String text,
      String detail) {
    String shown = text == null ? null : shown(text);
    String about = shown(detail);
    return new Finding(
        id,
        severity,
        rowNumber,
        null,
        field,
        shown,
        vi(rowNumber, called, shown, about),
        en(rowNumber, called, shown, about));
  }

  /** A text as findings show it: a cell may hold a million characters, a message may not. */
  static String shown(String text) {
    return text.length() <= MOST_SHOWN ? text : text.substring(0, MOST_SHOWN) + "…";
  }

  /** The message in Vietnamese, of the four things a message may name. */
  String vi(@Nullable Object... named) {
    return filled(vi, named);
  }

  String en(@Nullable Object... named) {
    return filled(en, named);
  }

  /** {@link String#format} for {@code %1$s} alone: a file may have millions of findings. */
  private static String filled(String message, @Nullable Object... named) {
    StringBuilder filled = new StringBuilder(message.length() + 40);
    int from = 0;
    for (int at = message.indexOf('%'); at >= 0; at = message.indexOf('%', from)) {
      filled.append(message, from, at).append(named[message.charAt(at + 1) - '1']);
      from = at + "%1$s".length();
    }
    return filled.append(message, from, message.length()).toString();
  }
}
