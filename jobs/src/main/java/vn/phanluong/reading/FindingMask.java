package vn.phanluong.reading;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.phanluong.definition.Field;

/** Takes from a finding the delivered text that is not known to be harmless; its shape stays. */
final class FindingMask {
  /** Figures up to this length tell a mark, a count or a year, and no person. */
  private static final int SHORT = 6;

  /** Rows turned away although every cell could be read. */
  private static final Set<String> REPEATS =
      Set.of(FindingCode.ROW_DUPLICATE.id(), FindingCode.ROW_KEY_CONFLICT.id());

  /** Findings whose text is the name of a sheet, or several. */
  private static final Set<String> SHEETS =
      Set.of(
          FindingCode.SHEET_NOT_READ.id(),
          FindingCode.SHEET_SUMS.id(),
          FindingCode.FILE_SEVERAL_SHEETS.id());

  private FindingMask() {}

  /**
   * The finding as the warehouse may keep it.
   *
   * @param field the field it is about, null if no contract knows the text
   */
  static Finding of(Finding finding, @Nullable Field field) {
    String text = finding.text();
    if (text != null && SHEETS.contains(finding.code())) {
      return finding.saying(NameMask.of(text));
    }
    if (text == null || isHarmless(finding, field, text)) {
      return finding;
    }
    return finding.saying(ShapeMask.of(text));
  }

  private static boolean isHarmless(Finding finding, @Nullable Field field, String text) {
    if (finding.code().equals(FindingCode.COLUMN_UNMATCHED.id())) {
      // The sender is told which column nobody asked for, and a header is no person's name.
      return text.chars().filter(Character::isDigit).count() <= SHORT;
    }
    if (field == null) {
      return isShortFigure(text);
    }
    return field.door() == Field.Door.KEEP
        && (finding.severity() == Severity.WARN
            || REPEATS.contains(finding.code())
            || isFigure(field, text));
  }

  /** True if a cell of numbers holds a short one, whatever became of its row. */
  static boolean isFigure(Field field, String text) {
    boolean isNumeric =
        switch (field.cell()) {
          case SCORE, COUNT, YEAR, EARLIER_YEAR, PERCENT -> true;
          default -> false;
        };
    return isNumeric && isShortFigure(text);
  }

  private static boolean isShortFigure(String text) {
    return text.length() <= SHORT && text.chars().noneMatch(Character::isLetter);
  }
}
