package vn.phanluong.marking;

import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationConstraint.OperatorType;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.jspecify.annotations.Nullable;
import vn.phanluong.definition.Field;

/** What Excel can check of a cell while it is typed, and how it is said. */
enum CellRule {
  TEXT("@", "Văn bản.", "Text."),
  CANDIDATE_NUMBER("@", "8 chữ số, giữ số 0 ở đầu.", "8 digits, zeros at the start kept."),
  SCORE("0.00", "Số từ 0 đến 10, để trống nếu không thi.", "0 to 10, blank if not taken."),
  COUNT("0", "Số nguyên, từ 0 trở lên.", "A whole number, zero or more."),
  YEAR("0", "Năm, bốn chữ số.", "A year of four digits."),
  EARLIER_YEAR("0", "Năm, bốn chữ số, từ 1950.", "A year of four digits, from 1950."),
  DATE("dd/mm/yyyy", "Ngày/tháng/năm.", "Day/month/year."),
  PERCENT("@", "Tỷ lệ từ 0 đến 100, như in trong văn bản.", "0 to 100, as printed."),
  LABELS("@", "«Môn: điểm Môn: điểm».", "«Subject: score Subject: score»."),
  POINTS("0.00", "Tổng điểm từ 0 đến 100.", "A sum of scores, 0 to 100."),
  GRADE("0", "Lớp, từ 6 đến 12.", "A grade, 6 to 12."),
  SCHOOL_YEAR("@", "Năm học, ví dụ 2023-2024.", "A school year such as 2023-2024."),
  YES_NO("@", "có hoặc không.", "có (yes) or không (no)."),
  CODE("@", "Mã, giữ số 0 ở đầu.", "A code, zeros at the start kept."),
  LEARNER_CODE("@", "10 hoặc 12 chữ số, giữ số 0 ở đầu.", "10 or 12 digits, zeros kept."),
  IDENTITY_NUMBER("@", "12 chữ số (CMND cũ 9), giữ số 0.", "12 digits (9 of old), zeros kept."),
  LATITUDE("0.000000", "Vĩ độ, độ thập phân.", "Latitude in decimal degrees."),
  LONGITUDE("0.000000", "Kinh độ, độ thập phân.", "Longitude in decimal degrees.");

  private final String format;
  private final String vi;
  private final String en;

  CellRule(String format, String vi, String en) {
    this.format = format;
    this.vi = vi;
    this.en = en;
  }

  static CellRule of(Field field) {
    return valueOf(field.cell().name());
  }

  /** Excel's number format of its cells. */
  String format() {
    return format;
  }

  String vi() {
    return vi;
  }

  String en() {
    return en;
  }

  /** Null where any text will do; a percentage is checked when it is read, comma or point. */
  @Nullable DataValidationConstraint constraint(DataValidationHelper helper) {
    return switch (this) {
      case TEXT, PERCENT, LABELS, SCHOOL_YEAR, CODE, LEARNER_CODE, IDENTITY_NUMBER -> null;
      case YES_NO -> helper.createExplicitListConstraint(new String[] {"có", "không"});
      case GRADE -> helper.createIntegerConstraint(OperatorType.BETWEEN, "6", "12");
      case POINTS -> helper.createDecimalConstraint(OperatorType.BETWEEN, "0", "100");
      case LATITUDE -> helper.createDecimalConstraint(OperatorType.BETWEEN, "8", "24");
      case LONGITUDE -> helper.createDecimalConstraint(OperatorType.BETWEEN, "102", "118");
      case CANDIDATE_NUMBER -> helper.createTextLengthConstraint(OperatorType.EQUAL, "8", null);
      case SCORE -> helper.createDecimalConstraint(OperatorType.BETWEEN, "0", "10");
      case COUNT -> helper.createIntegerConstraint(OperatorType.GREATER_OR_EQUAL, "0", null);
      case YEAR -> helper.createIntegerConstraint(OperatorType.BETWEEN, "1990", "2100");
      case EARLIER_YEAR -> helper.createIntegerConstraint(OperatorType.BETWEEN, "1950", "2099");
      // 32874 is 1 January 1990: a date in a formula would depend on the computer's language.
      case DATE -> helper.createDateConstraint(OperatorType.GREATER_OR_EQUAL, "32874", null, null);
    };
  }
}
