package vn.phanluong.reading;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.phanluong.definition.Field;

/** Puts values into a row by the labels they are delivered with. */
final class Labels {
  /** Remembered; a file of as many labels as cells would fill the memory. */
  private static final int MOST_LABELS = 1000;

  private final FieldPositions positions;
  private final HeaderIndex headers;
  private final CellReader reader;
  private final Map<String, Optional<Label>> known = new HashMap<>();
  private final Cells inner = new Cells();

  /** A field, and what else its label says. */
  private record Label(int position, List<FieldPositions.Decided> decided) {}

  Labels(FieldPositions positions, HeaderIndex headers, CellReader reader) {
    this.positions = positions;
    this.headers = headers;
    this.reader = reader;
  }

  /** Puts label and value in turn, from a cell on. */
  void put(@Nullable Object[] row, Cells cells, int from, RowFindings findings) {
    for (int cell = from; cell < cells.count(); cell += 2) {
      if (cells.isBlank(cell) && cells.isBlank(cell + 1)) {
        continue;
      }
      Label label = label(cells.text(cell));
      if (label == null) {
        findings.add(FindingCode.COLUMN_UNMATCHED, null, cells.text(cell));
      } else {
        put(row, label, cells, cell + 1, findings);
      }
    }
  }

  /** Puts what stands in one cell: «Toán: 6.25 Ngữ văn: 5.50». */
  void putCell(@Nullable Object[] row, Field field, String text, RowFindings findings) {
    String odd = inner.splitLabels(text);
    if (!odd.isEmpty()) {
      findings.add(FindingCode.CELL_LABELS_UNREADABLE, field.name(), odd);
      return;
    }
    put(row, inner, 0, findings);
  }

  /** What {@link #putCell} reads of a text, and of labels nobody knows the shape with theirs. */
  String known(String text) {
    inner.splitLabels(text);
    StringBuilder known = new StringBuilder();
    int at = 0;
    for (int cell = 0; cell + 1 < inner.count(); cell += 2) {
      int end = inner.end(cell + 1);
      if (label(inner.text(cell)) == null) {
        known.append(text, at, inner.start(cell));
        known.append(ShapeMask.of(text.substring(inner.start(cell), end)));
      } else {
        known.append(text, at, end);
      }
      at = end;
    }
    return known.append(text, at, text.length()).toString();
  }

  /** Puts a cell's value into the field at a place of the row, once. */
  void put(@Nullable Object[] row, int position, Cells cells, int cell, RowFindings findings) {
    put(row, new Label(position, List.of()), cells, cell, findings);
  }

  /** Field a label stands for, or null. */
  @Nullable Field fieldOf(String label) {
    Label found = label(label);
    return found == null ? null : positions.field(found.position);
  }

  private @Nullable Label label(String text) {
    Optional<Label> before = known.get(text);
    if (before != null) {
      return before.orElse(null);
    }
    Optional<Label> label = Optional.ofNullable(headers.find(text)).map(this::label);
    if (known.size() < MOST_LABELS) {
      known.put(text, label);
    }
    return label.orElse(null);
  }

  private Label label(HeaderIndex.Match match) {
    return new Label(positions.of(match.field().name()), positions.decided(match.constants()));
  }

  private void put(
      @Nullable Object[] row, Label label, Cells cells, int cell, RowFindings findings) {
    Field field = positions.field(label.position);
    Object value = reader.read(cells, cell, field, findings);
    if (value == null) {
      return;
    }
    Object before = row[label.position];
    if (before != null) {
      findings.add(FindingCode.ROW_TWO_VALUES, field.name(), "%s» – «%s".formatted(before, value));
      return;
    }
    row[label.position] = value;
    for (FieldPositions.Decided further : label.decided) {
      row[further.position()] = further.value();
    }
  }
}
