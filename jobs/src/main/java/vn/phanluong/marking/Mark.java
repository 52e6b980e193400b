package vn.phanluong.marking;

import java.util.List;
import org.apache.poi.ss.usermodel.IndexedColors;
import vn.phanluong.reading.Severity;

/** How a cell is marked; of several marks of a cell the gravest stands. */
enum Mark {
  /** Marked the time before, and good now. */
  CLEAR(0, IndexedColors.AUTOMATIC),
  WARN(1, IndexedColors.LIGHT_YELLOW),
  REJECT_ROW(2, IndexedColors.ROSE),
  REJECT_FILE(3, IndexedColors.CORAL);

  private static final List<Mark> BY_GRAVITY = List.of(CLEAR, WARN, REJECT_ROW, REJECT_FILE);

  private final int gravity;
  private final IndexedColors colour;

  Mark(int gravity, IndexedColors colour) {
    this.gravity = gravity;
    this.colour = colour;
  }

  static Mark of(Severity severity) {
    return switch (severity) {
      case WARN -> WARN;
      case REJECT_ROW -> REJECT_ROW;
      case REJECT_FILE -> REJECT_FILE;
    };
  }

  /** From 0 to 3, higher for the graver. */
  int gravity() {
    return gravity;
  }

  static Mark ofGravity(int gravity) {
    return BY_GRAVITY.get(gravity);
  }

  /** Place in the palette that both formats of a workbook have. */
  short colour() {
    return colour.getIndex();
  }
}
