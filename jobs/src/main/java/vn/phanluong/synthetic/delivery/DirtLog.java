package vn.phanluong.synthetic.delivery;

import java.util.List;

/** What was made dirty in one file, as lines of {@code truth/dirt.csv}. */
final class DirtLog {
  static final String HEADER =
      "file,sheet,row,column,header,field,kind,finding,found_at,class,true,written";

  private final String path;
  private final String sheet;
  private final List<Form.Column> columns;
  private final StringBuilder lines = new StringBuilder();

  DirtLog(String path, String sheet, List<Form.Column> columns) {
    this.path = path;
    this.sheet = sheet;
    this.columns = columns;
  }

  /**
   * A cell, or of column -1 a row.
   *
   * @param row from 1; 0 for the file as a whole
   */
  void add(DirtKind kind, int row, Struck struck) {
    Form.Column column = struck.column() < 0 ? null : columns.get(struck.column());
    TruthLog.line(
        lines,
        path,
        sheet,
        row,
        column == null ? "" : letters(struck.column()),
        column == null ? "" : column.header(),
        column == null || column.field() == null ? "" : column.field().name(),
        kind.name(),
        kind.finding(),
        kind.at(),
        kind.strength().text(),
        struck.truth(),
        struck.written());
  }

  /** Something about the file as a whole. */
  void add(DirtKind kind, int row, String truth, String written) {
    add(kind, row, Struck.cell(-1, truth, written));
  }

  CharSequence lines() {
    return lines;
  }

  /** A to Z, then AA. */
  private static String letters(int place) {
    String last = String.valueOf((char) ('A' + place % 26));
    return place < 26 ? last : letters(place / 26 - 1) + last;
  }
}
