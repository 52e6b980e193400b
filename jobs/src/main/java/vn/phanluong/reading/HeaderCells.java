package vn.phanluong.reading;

import java.util.List;

/**
 * The cells of a line that may be a header. Split once for all datasets, because a damaged line may
 * have ten thousand.
 *
 * @param texts of the cells, empty ones included
 */
record HeaderCells(Head.Numbered line, char delimiter, List<String> texts) {
  static HeaderCells of(Head.Numbered line, char delimiter) {
    Cells cells = new Cells();
    cells.split(line.text(), delimiter);
    return new HeaderCells(line, delimiter, cells.texts());
  }

  /** A cell's text; empty past the last cell. */
  String text(int cell) {
    return cell < texts.size() ? texts.get(cell) : "";
  }

  boolean isBlank(int cell) {
    return text(cell).isEmpty();
  }
}
