package vn.phanluong.reading;

import org.jspecify.annotations.Nullable;

/** Exam results: the council is in the candidate number and existed; the year is the file's. */
final class ExamRules implements DatasetRules {
  private static final int UNIVERSITY = 3;

  private final int year;
  private final int candidateNumber;
  private final int councilCode;
  private final @Nullable Short period;
  private final @Nullable String council;

  ExamRules(FieldPositions positions, Scope scope) {
    year = positions.of("exam_year");
    candidateNumber = positions.of("candidate_number");
    councilCode = positions.of("council_code");
    period = scope.period() == 0 ? null : (Short) scope.period();
    council = scope.reporterCode().equals(Scope.NATION) ? null : scope.reporterCode();
  }

  @Override
  public void complete(@Nullable Object[] row, RowFindings findings) {
    if (!(row[candidateNumber] instanceof String number)) {
      return;
    }
    yearOf(row, findings);
    String code = code(number);
    if (row[year] instanceof Short examYear && !isKnown(examYear, number, code)) {
      findings.add(
          FindingCode.ROW_COUNCIL_UNKNOWN, "candidate_number", number, examYear.toString());
    }
    councilOf(row, number, code, findings);
  }

  /** Two digits, or the three letters of a university's cluster. */
  private static String code(String number) {
    return isNumber(number) ? CODES[digits(number)] : number.substring(0, UNIVERSITY);
  }

  private static boolean isKnown(short year, String number, String code) {
    return isNumber(number)
        ? ExamCouncils.bundled().has(year, digits(number))
        : ExamCouncils.bundled().has(year, code);
  }

  private static boolean isNumber(String number) {
    return number.charAt(0) <= '9';
  }

  private static int digits(String number) {
    return (number.charAt(0) - '0') * 10 + number.charAt(1) - '0';
  }

  private void yearOf(@Nullable Object[] row, RowFindings findings) {
    Object delivered = row[year];
    if (delivered == null) {
      row[year] = period;
    } else if (period != null && !period.equals(delivered)) {
      findings.add(
          FindingCode.ROW_PERIOD_DIFFERS, "exam_year", delivered.toString(), period.toString());
    }
  }

  /** A code that lost its zero, or became a float, is still the same council. */
  private void councilOf(@Nullable Object[] row, String number, String code, RowFindings findings) {
    Object delivered = row[councilCode];
    if (delivered != null && !isCouncil(delivered.toString(), code)) {
      findings.add(FindingCode.ROW_COUNCIL_DIFFERS, "council_code", delivered.toString(), code);
    }
    row[councilCode] = code;
    if (council != null && !council.equals(code)) {
      findings.add(FindingCode.ROW_COUNCIL_OTHER, "candidate_number", number, council);
    }
  }

  private static boolean isCouncil(String delivered, String code) {
    if (delivered.equals(code)) {
      return true;
    }
    String whole = delivered.endsWith(".0") ? delivered.substring(0, delivered.length() - 2) : "";
    String bare = code.startsWith("0") ? code.substring(1) : code;
    return delivered.equals(bare) || whole.equals(bare);
  }

  private static final String[] CODES = codes();

  private static String[] codes() {
    String[] codes = new String[100];
    for (int code = 0; code < codes.length; code++) {
      codes[code] = "%02d".formatted(code);
    }
    return codes;
  }
}
