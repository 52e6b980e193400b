package vn.phanluong.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.phanluong.definition.Field;

/** One row a record, each cell the field its place says. */
final class HeadedRows implements RowShape {
  private final Layout.Section section;
  private final CellReader reader;
  private final Labels labels;
  private final @Nullable Object[] constants;
  private final int[] cells;
  private final int[] positions;
  private final Field[] fields;
  private final @Nullable States[] states;
  private final List<List<FieldPositions.Decided>> decided = new ArrayList<>();
  private final @Nullable Field[] fieldOfCell;

  HeadedRows(Layout.Section section, FieldPositions positions, CellReader reader, Labels labels) {
    this.section = section;
    this.reader = reader;
    this.labels = labels;
    constants = positions.constants(section.constants());
    int count = section.columns().size();
    cells = new int[count];
    this.positions = new int[count];
    fields = new Field[count];
    states = new @Nullable States[count];
    for (int i = 0; i < count; i++) {
      Layout.Column column = section.columns().get(i);
      cells[i] = column.cell();
      this.positions[i] = positions.of(column.field());
      fields[i] = positions.field(this.positions[i]);
      states[i] = fields[i].states().isEmpty() ? null : new States(fields[i], positions);
      decided.add(positions.decided(column.constants()));
    }
    fieldOfCell = new @Nullable Field[Arrays.stream(cells).max().orElse(-1) + 1];
    for (int i = 0; i < count; i++) {
      fieldOfCell[cells[i]] = fields[i];
    }
  }

  @Override
  public List<@Nullable Object[]> rows(Cells cells, RowFindings findings) {
    if (!fits(cells, findings)) {
      return List.of();
    }
    @Nullable Object[] row = constants.clone();
    for (int i = 0; i < this.cells.length; i++) {
      if (fields[i].cell() == Field.Cell.LABELS) {
        labels.putCell(row, fields[i], cells.text(this.cells[i]), findings);
        continue;
      }
      States ofField = states[i];
      if (ofField != null && !ofField.put(row, cells.text(this.cells[i]))) {
        if (cells.isBlank(this.cells[i])) {
          findings.add(FindingCode.CELL_COUNT_MISSING, fields[i].name(), null);
        }
        continue;
      }
      Object value = reader.read(cells, this.cells[i], fields[i], findings);
      if (value != null) {
        put(row, i, value, findings);
      }
    }
    return List.<@Nullable Object[]>of(row);
  }

  @Override
  public @Nullable Field fieldOf(Cells cells, int cell) {
    return cell < fieldOfCell.length ? fieldOfCell[cell] : null;
  }

  private boolean fits(Cells cells, RowFindings findings) {
    if (cells.count() < section.fewest()) {
      findings.add(
          FindingCode.ROW_TOO_FEW_CELLS,
          null,
          null,
          "%d/%d".formatted(cells.count(), section.fewest()));
      return false;
    }
    if (cells.count() > section.most() && cells.lastFilled() >= section.most()) {
      findings.add(
          FindingCode.ROW_TOO_MANY_CELLS,
          null,
          cells.text(cells.lastFilled()),
          "%d/%d".formatted(cells.lastFilled() + 1, section.most()));
      return false;
    }
    return true;
  }

  private void put(@Nullable Object[] row, int column, Object value, RowFindings findings) {
    Object before = row[positions[column]];
    // «N1» in a column of its own says once more what a mark under «Tiếng Anh» says.
    if (value.equals(before) && decided.get(column).isEmpty()) {
      return;
    }
    if (before != null) {
      findings.add(
          FindingCode.ROW_TWO_VALUES, fields[column].name(), "%s» – «%s".formatted(before, value));
      return;
    }
    row[positions[column]] = value;
    for (FieldPositions.Decided further : decided.get(column)) {
      row[further.position()] = further.value();
    }
  }
}
