package vn.phanluong.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.phanluong.definition.Field;

/** How the cells of a record become rows of its dataset's fields, before they are checked. */
interface RowShape {
  /** The rows of one record; what cannot be read is a finding. */
  List<@Nullable Object[]> rows(Cells cells, RowFindings findings);

  /** Field a cell is read as, or null. */
  @Nullable Field fieldOf(Cells cells, int cell);

  /** True if a cell is read, or says what another cell is. */
  default boolean knows(Cells cells, int cell) {
    return fieldOf(cells, cell) != null;
  }
}
