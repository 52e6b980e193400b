package vn.phanluong.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the cells of a record become rows of its dataset's fields, before they are checked. */
interface RowShape {
  /** The rows of one record; what cannot be read is a finding. */
  List<@Nullable Object[]> rows(Cells cells, RowFindings findings);
}
