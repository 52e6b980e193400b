package vn.phanluong.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One row a record: leading cells by place, then label and value in turn. */
final class LabelledRows implements RowShape {
  private final Layout.Section section;
  private final FieldPositions positions;
  private final Labels labels;
  private final @Nullable Object[] constants;

  LabelledRows(Layout.Section section, FieldPositions positions, Labels labels) {
    this.section = section;
    this.positions = positions;
    this.labels = labels;
    constants = positions.constants(section.constants());
  }

  @Override
  public List<@Nullable Object[]> rows(Cells cells, RowFindings findings) {
    @Nullable Object[] row = constants.clone();
    // A delimiter that slipped from the end of the line above opens the record.
    int first = cells.firstFilled();
    for (Layout.Column column : section.columns()) {
      labels.put(row, positions.of(column.field()), cells, first + column.cell(), findings);
    }
    labels.put(row, cells, first + section.columns().size(), findings);
    return List.<@Nullable Object[]>of(row);
  }
}
