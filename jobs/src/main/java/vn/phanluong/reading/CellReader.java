package vn.phanluong.reading;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.phanluong.definition.Field;

/** Reads one cell as its field says. Blank is null; what cannot be read is a finding and null. */
final class CellReader {
  private static final int CANDIDATE_DIGITS = 8;

  /** 2016: the cluster of a university, and six digits. */
  private static final Pattern OF_UNIVERSITY = Pattern.compile("[A-Z][A-Z0-9]{2}\\d{6}");

  private final List<String> missing;

  /**
   * @param missing cell texts that mean «not taken» in this file
   */
  CellReader(List<String> missing) {
    this.missing = missing;
  }

  @Nullable Object read(Cells cells, int cell, Field field, RowFindings findings) {
    if (cells.isBlank(cell)) {
      return null;
    }
    return switch (field.cell()) {
      case SCORE -> score(cells, cell, field, findings);
      case CANDIDATE_NUMBER -> candidateNumber(cells, cell, field, findings);
      default -> {
        String text = cells.text(cell);
        yield text.equals("-") ? null : Identities.read(text, field, findings);
      }
    };
  }

  /** The same for a text that stands in no cell: a constant of the layout. */
  static @Nullable Object text(String text, Field field, RowFindings findings) {
    return switch (field.cell()) {
      case LEARNER_CODE -> Identities.learnerCode(text, field, findings);
      case IDENTITY_NUMBER -> Identities.number(text, field, findings);
      default -> {
        Object value = value(text, field.cell());
        if (value == null) {
          String expected = SchoolTexts.expected(field.cell());
          findings.add(unreadable(field.cell()), field.name(), text, expected);
        }
        yield value;
      }
    };
  }

  private static @Nullable Object value(String text, Field.Cell cell) {
    return switch (cell) {
      case COUNT -> Texts.count(text);
      case YEAR -> Texts.year(text);
      case EARLIER_YEAR -> Texts.earlierYear(text);
      case DATE -> Texts.date(text);
      case PERCENT -> Texts.percent(text);
      default -> SchoolTexts.reads(cell) ? SchoolTexts.read(text, cell) : text;
    };
  }

  private static FindingCode unreadable(Field.Cell cell) {
    return switch (cell) {
      case COUNT -> FindingCode.CELL_COUNT_UNREADABLE;
      case YEAR, EARLIER_YEAR -> FindingCode.CELL_YEAR_UNREADABLE;
      case DATE -> FindingCode.CELL_DATE_UNREADABLE;
      case PERCENT -> FindingCode.CELL_PERCENT_UNREADABLE;
      default -> FindingCode.CELL_UNREADABLE;
    };
  }

  private @Nullable Short score(Cells cells, int cell, Field field, RowFindings findings) {
    int score = Scores.read(cells.text(), cells.start(cell), cells.end(cell));
    if (score >= 0) {
      return isMissing(cells, cell) ? null : Scores.boxed(score);
    }
    if (score == Scores.NOT_TAKEN) {
      return null;
    }
    findings.add(
        score == Scores.OUT_OF_RANGE
            ? FindingCode.CELL_SCORE_RANGE
            : FindingCode.CELL_SCORE_UNREADABLE,
        field.name(),
        cells.text(cell));
    return null;
  }

  private boolean isMissing(Cells cells, int cell) {
    for (int i = 0; i < missing.size(); i++) {
      if (cells.is(cell, missing.get(i))) {
        return true;
      }
    }
    return false;
  }

  /**
   * Eight digits; nine with a leading zero and seven without it are the same number. A number of a
   * university's cluster stands as it is.
   */
  private static @Nullable String candidateNumber(
      Cells cells, int cell, Field field, RowFindings findings) {
    String text = cells.text(cell);
    String digits = text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    if (isDigits(digits)) {
      if (digits.length() == CANDIDATE_DIGITS) {
        return digits;
      }
      if (digits.length() == CANDIDATE_DIGITS + 1 && digits.startsWith("0")) {
        return digits.substring(1);
      }
      if (digits.length() == CANDIDATE_DIGITS - 1) {
        findings.add(FindingCode.CELL_ZERO_RESTORED, field.name(), text, "0" + digits);
        return "0" + digits;
      }
    }
    if (OF_UNIVERSITY.matcher(text).matches()) {
      return text;
    }
    findings.add(FindingCode.CELL_CANDIDATE_NUMBER, field.name(), text);
    return null;
  }

  private static boolean isDigits(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }
}
