package vn.phanluong.reading;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.phanluong.definition.Field;

/** One row a record: leading cells by place, then label and value in turn. */
final class LabelledRows implements RowShape {
  private final Layout.Section section;
  private final FieldPositions positions;
  private final HeaderIndex headers;
  private final CellReader reader;
  private final @Nullable Object[] constants;
  private final Map<String, Integer> labels = new HashMap<>();

  private static final int UNKNOWN = -1;

  /** Remembered; a file of as many labels as cells would fill the memory. */
  private static final int MOST_LABELS = 1000;

  LabelledRows(
      Layout.Section section, FieldPositions positions, HeaderIndex headers, CellReader reader) {
    this.section = section;
    this.positions = positions;
    this.headers = headers;
    this.reader = reader;
    constants = positions.constants(section.constants());
  }

  @Override
  public List<@Nullable Object[]> rows(Cells cells, RowFindings findings) {
    @Nullable Object[] row = constants.clone();
    // A delimiter that slipped from the end of the line above opens the record.
    int first = cells.firstFilled();
    int leading = first + section.columns().size();
    for (Layout.Column column : section.columns()) {
      put(row, positions.of(column.field()), cells, first + column.cell(), findings);
    }
    for (int cell = leading; cell < cells.count(); cell += 2) {
      if (cells.isBlank(cell) && cells.isBlank(cell + 1)) {
        continue;
      }
      int position = positionOf(cells.text(cell));
      if (position == UNKNOWN) {
        findings.add(FindingCode.COLUMN_UNMATCHED, null, cells.text(cell));
      } else {
        put(row, position, cells, cell + 1, findings);
      }
    }
    return List.<@Nullable Object[]>of(row);
  }

  private int positionOf(String label) {
    Integer known = labels.get(label);
    if (known != null) {
      return known;
    }
    HeaderIndex.Match match = headers.find(label);
    int position = match == null ? UNKNOWN : positions.of(match.field().name());
    if (labels.size() < MOST_LABELS) {
      labels.put(label, position);
    }
    return position;
  }

  private void put(
      @Nullable Object[] row, int position, Cells cells, int cell, RowFindings findings) {
    Field field = positions.field(position);
    Object value = reader.read(cells, cell, field, findings);
    if (value == null) {
      return;
    }
    Object before = row[position];
    if (before != null) {
      findings.add(FindingCode.ROW_TWO_VALUES, field.name(), before.toString(), value.toString());
      return;
    }
    row[position] = value;
  }
}
