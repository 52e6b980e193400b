package vn.phanluong.reading;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import vn.phanluong.text.Spelling;

/**
 * The first records of a text or of a sheet, or all of them.
 *
 * @param charset label of the encoding; of a sheet its byte font, if it is in one
 * @param sheet name of the sheet; empty for a text
 * @param confidence how sure the encoding is, from 0 to 1
 * @param isWhole true if there are no more records
 */
record Head(
    List<Numbered> records, String charset, String sheet, double confidence, boolean isWhole) {
  /** What may stand between the cells of a delimited file. */
  static final String DELIMITERS = ",;\t|";

  /** Where the first records are as long as books, fewer of them are held. */
  private static final int MOST_CHARACTERS = 8_000_000;

  /** Within so many characters a line says what font it is typed in. */
  private static final int WORDS = 20_000;

  /** Within so many characters a line says what it is. */
  private static final int TITLE = 2000;

  /**
   * A record and its place.
   *
   * @param next line on which the following record begins
   */
  record Numbered(int rowNumber, int next, String text) {
    boolean isBlank() {
      return Spelling.isBlank(text);
    }

    /** Its text as far as a title goes, clean. */
    String title() {
      return Spelling.clean(start(TITLE));
    }

    private String start(int most) {
      return text.substring(0, Math.min(text.length(), most));
    }
  }

  /**
   * Reads at most so many records: of a text, or of each sheet that is shown.
   *
   * @throws UnreadableFile if the bytes are neither
   */
  static List<Head> all(Path file, int most) {
    if (!DeliveredFile.isWorkbook(file)) {
      DeliveredFile text = DeliveredFile.open(file);
      return List.of(of(new Lines(text), text.encoding().label(), "", text.confidence(), most));
    }
    try (Workbook workbook = Workbook.open(file)) {
      return workbook.sheets().stream()
          .map(sheet -> of(workbook.lines(sheet), "", sheet, 1, most))
          .map(Head::inItsFont)
          .toList();
    }
  }

  /** A sheet typed in a byte font, as the Vietnamese it shows. */
  private Head inItsFont() {
    String text = records.stream().map(each -> each.start(WORDS)).collect(Collectors.joining("\n"));
    return EncodingSearch.fontOf(text).map(this::in).orElse(this);
  }

  private Head in(EncodingSearch.Found found) {
    ByteFont font = Objects.requireNonNull(found.encoding().font());
    List<Numbered> read =
        records.stream()
            .map(each -> new Numbered(each.rowNumber(), each.next(), font.read(each.text())))
            .toList();
    return new Head(read, found.encoding().label(), sheet, found.confidence(), isWhole);
  }

  /** The same text or sheet once more, further. */
  Head further(Path file, int most) {
    return of(DeliveredLines.of(file, charset, sheet), charset, sheet, confidence, most);
  }

  private static Head of(
      LineSource lines, String charset, String sheet, double confidence, int most) {
    String delimiters = sheet.isEmpty() ? DELIMITERS : "\t";
    List<Numbered> numbered = new ArrayList<>();
    try (Records records = new Records(lines, delimiters)) {
      String record = records.next();
      int characters = 0;
      while (record != null && numbered.size() < most && characters < MOST_CHARACTERS) {
        characters += record.length();
        numbered.add(new Numbered(records.rowNumber(), records.nextRowNumber(), record));
        record = records.next();
      }
      return new Head(List.copyOf(numbered), charset, sheet, confidence, record == null);
    }
  }

  boolean isBlank() {
    return records.stream().allMatch(Numbered::isBlank);
  }

  /** True if a line of the head says that the figures are made up. */
  boolean isSynthetic() {
    return records.stream()
        .map(record -> record.title().toLowerCase(Locale.ROOT))
        .anyMatch(text -> text.contains("dữ liệu mô phỏng") || text.contains("synthetic data"));
  }
}
