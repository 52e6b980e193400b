package vn.phanluong.reading;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The first records of a file, or all of them.
 *
 * @param isWhole true if there are no more
 */
record Head(List<Numbered> records, String charset, boolean isWhole) {
  /** What may stand between the cells of a delimited file. */
  static final String DELIMITERS = ",;\t|";

  /**
   * A record and its place.
   *
   * @param next line on which the following record begins
   */
  record Numbered(int rowNumber, int next, String text) {
    boolean isBlank() {
      return Spelling.isBlank(text);
    }
  }

  /**
   * Reads at most so many records.
   *
   * @throws UnreadableFile if the bytes are no text
   */
  static Head of(Path file, int most) {
    DeliveredFile text = DeliveredFile.open(file);
    List<Numbered> numbered = new ArrayList<>();
    try (Records records = new Records(new Lines(text), DELIMITERS)) {
      String record = records.next();
      while (record != null && numbered.size() < most) {
        numbered.add(new Numbered(records.rowNumber(), records.nextRowNumber(), record));
        record = records.next();
      }
      return new Head(List.copyOf(numbered), text.charset().name(), record == null);
    }
  }

  boolean isBlank() {
    return records.stream().allMatch(Numbered::isBlank);
  }

  /** True if a line of the head says that the figures are made up. */
  boolean isSynthetic() {
    return records.stream()
        .map(record -> Spelling.fold(record.text()))
        .anyMatch(text -> text.contains("dữ liệu mô phỏng") || text.contains("synthetic data"));
  }
}
