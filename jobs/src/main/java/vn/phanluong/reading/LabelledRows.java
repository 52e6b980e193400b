package vn.phanluong.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.phanluong.definition.Field;

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

  @Override
  public @Nullable Field fieldOf(Cells cells, int cell) {
    int first = cells.firstFilled();
    int ahead = cell - first - section.columns().size();
    if (ahead >= 0) {
      boolean isLabel = ahead % 2 == 0;
      return isLabel ? null : labels.fieldOf(cells.text(cell - 1));
    }
    return section.columns().stream()
        .filter(column -> first + column.cell() == cell)
        .findFirst()
        .map(column -> positions.field(positions.of(column.field())))
        .orElse(null);
  }

  @Override
  public boolean knows(Cells cells, int cell) {
    boolean isLabel = (cell - cells.firstFilled() - section.columns().size()) % 2 == 0;
    return fieldOf(cells, cell) != null || (isLabel && labels.fieldOf(cells.text(cell)) != null);
  }
}
