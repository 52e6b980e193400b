package vn.phanluong.reading;

import java.util.ArrayList;
import java.util.List;

/**
 * Columns that are filled in most of the first rows and have no name, so that nobody reads them. A
 * column that counts the rows is none: spreadsheets and programs write it without a name.
 */
final class UnnamedColumns {
  private UnnamedColumns() {}

  /** One finding a column, at its place in the header. */
  static List<Finding> under(HeaderLine header, Head head) {
    if (header.unnamed().isEmpty()) {
      return List.of();
    }
    List<List<String>> rows = rows(header, head);
    List<Finding> findings = new ArrayList<>();
    for (int place : header.unnamed()) {
      List<String> texts =
          rows.stream()
              .filter(row -> place < row.size() && !row.get(place).isEmpty())
              .map(row -> row.get(place))
              .toList();
      if (texts.size() * 2 > rows.size() && !isCounting(texts)) {
        int line = header.line().rowNumber();
        Finding found = FindingCode.COLUMN_UNNAMED.ofRow(line, null, null, "").in(place);
        String column = String.valueOf(found.cell()).replaceAll("\\d", "");
        findings.add(FindingCode.COLUMN_UNNAMED.ofRow(line, null, null, column).in(place));
      }
    }
    return findings;
  }

  private static List<List<String>> rows(HeaderLine header, Head head) {
    Cells cells = new Cells();
    List<List<String>> rows = new ArrayList<>();
    for (Head.Numbered record : head.records()) {
      if (record.rowNumber() >= header.line().next() && !record.isBlank()) {
        cells.split(record.text(), header.delimiter());
        rows.add(cells.texts());
      }
    }
    return rows;
  }

  private static boolean isCounting(List<String> texts) {
    Integer first = Texts.count(texts.get(0));
    for (int i = 0; first != null && i < texts.size(); i++) {
      if (!texts.get(i).equals(Integer.toString(first + i))) {
        return false;
      }
    }
    return first != null;
  }
}
