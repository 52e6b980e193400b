package vn.phanluong.reading;

import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.phanluong.definition.Field;
import vn.phanluong.definition.Pseudonym;
import vn.phanluong.text.Spelling;

/**
 * Identities, as delivered and as they stand in {@code raw} afterwards: a token for a number, a
 * year for a day of birth, a shape for a name. Both readings give the same kind of value.
 *
 * <p>No finding here tells a number a second time: what enters the warehouse masks the text found,
 * and knows of no other.
 */
final class Identities {
  /** Stands for a text that was there and does not enter. */
  static final String WITHHELD = "withheld";

  private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");
  private static final int FIRST_YEAR = 1900;

  private Identities() {}

  /** Reads a cell of which not all may enter. */
  static @Nullable Object read(String text, Field field, RowFindings findings) {
    return switch (field.door()) {
      case KEEP -> CellReader.text(text, field, findings);
      case PSEUDONYM ->
          Pseudonym.FORM.matcher(text).matches() ? text : CellReader.text(text, field, findings);
      case YEAR -> year(text, field, findings);
      case WITHHOLD -> text.codePoints().anyMatch(Character::isLetterOrDigit) ? WITHHELD : null;
    };
  }

  private static @Nullable Short year(String text, Field field, RowFindings findings) {
    if (YEAR.matcher(text).matches()) {
      findings.add(FindingCode.CELL_BIRTH_YEAR_ONLY, field.name(), text);
      return Short.valueOf(text);
    }
    LocalDate day = Texts.date(text);
    if (day == null || day.getYear() < FIRST_YEAR || day.getYear() > FIRST_YEAR + 199) {
      findings.add(FindingCode.CELL_DATE_UNREADABLE, field.name(), text);
      return null;
    }
    return (short) day.getYear();
  }

  /**
   * Ten digits of the sector's database (Circular 42/2021), or the national number that takes its
   * place (Decree 88/2026).
   */
  static @Nullable String learnerCode(String text, Field field, RowFindings findings) {
    String digits = digits(text);
    return switch (digits.length()) {
      case 10, 12 -> digits;
      case 9, 11 -> restored("0" + digits, text, field, findings);
      default -> refused(text, field, findings, "10 hoặc 12 chữ số (10 or 12 digits)");
    };
  }

  /** Twelve digits, the first of them zero; nine on identity cards until 2024. */
  static @Nullable String number(String text, Field field, RowFindings findings) {
    String digits = digits(text);
    return switch (digits.length()) {
      case 9, 12 -> digits;
      case 8, 11 -> restored("0" + digits, text, field, findings);
      case 10 -> restored("00" + digits, text, field, findings);
      default -> refused(text, field, findings, "12 hoặc 9 chữ số (12 or 9 digits)");
    };
  }

  /** The digits of a number, grouped or made a float by a spreadsheet; empty if it is no number. */
  private static String digits(String text) {
    String whole = text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    StringBuilder digits = new StringBuilder(whole.length());
    for (int i = 0; i < whole.length(); i++) {
      char c = whole.charAt(i);
      if (c >= '0' && c <= '9') {
        digits.append(c);
      } else if (!Spelling.isBlank(c)) {
        return "";
      }
    }
    return digits.toString();
  }

  private static String restored(String digits, String text, Field field, RowFindings findings) {
    findings.add(FindingCode.CELL_IDENTITY_ZERO, field.name(), text);
    return digits;
  }

  private static @Nullable String refused(
      String text, Field field, RowFindings findings, String form) {
    findings.add(FindingCode.CELL_UNREADABLE, field.name(), text, form);
    return null;
  }
}
