package vn.phanluong.reading;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

/**
 * The cells of one record, as spans of its text, trimmed. Reused from record to record, because a
 * national file has millions.
 */
final class Cells {
  private String record = "";
  private String text = "";
  private int[] starts = new int[32];
  private int[] ends = new int[32];
  private int count;

  /** Cells apart by a delimiter, quoted or not. */
  void split(String record, char delimiter) {
    this.record = record;
    if (record.indexOf('"') >= 0) {
      splitQuoted(record, delimiter);
      return;
    }
    start(record);
    int from = 0;
    for (int at = record.indexOf(delimiter); at >= 0; at = record.indexOf(delimiter, from)) {
      add(from, at);
      from = at + 1;
    }
    add(from, record.length());
  }

  /** Cells apart by any of several delimiters; a label and its value are two cells. */
  void splitAny(String record, String delimiters) {
    this.record = record;
    start(record);
    int from = 0;
    for (int at = 0; at < record.length(); at++) {
      if (delimiters.indexOf(record.charAt(at)) >= 0) {
        add(from, at);
        from = at + 1;
      }
    }
    add(from, record.length());
  }

  /** Cells apart by runs of blanks. */
  void splitBlanks(String record) {
    this.record = record;
    start(record);
    int at = 0;
    while (at < record.length()) {
      while (at < record.length() && Spelling.isBlank(record.charAt(at))) {
        at++;
      }
      int from = at;
      while (at < record.length() && !Spelling.isBlank(record.charAt(at))) {
        at++;
      }
      if (at > from) {
        add(from, at);
      }
    }
  }

  /**
   * The record with other texts in its cells; what stands between them stays, quotes are set anew.
   *
   * @param delimiter of a delimited record
   */
  String rewritten(char delimiter, IntFunction<String> texts) {
    boolean isQuoted = !text.equals(record);
    StringBuilder result = new StringBuilder(record.length());
    int from = 0;
    for (int cell = 0; cell < count; cell++) {
      String other = texts.apply(cell);
      if (isQuoted) {
        result.append(cell == 0 ? "" : delimiter).append(quoted(other, delimiter));
      } else {
        result.append(text, from, starts[cell]).append(other);
        from = ends[cell];
      }
    }
    return isQuoted ? result.toString() : result.append(text.substring(from)).toString();
  }

  private static String quoted(String text, char delimiter) {
    boolean needsQuotes =
        text.indexOf(delimiter) >= 0 || text.indexOf('"') >= 0 || text.indexOf('\n') >= 0;
    return needsQuotes ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }

  /**
   * Labels and their values in turn, out of «Toán: 6.25 Ngữ văn: 5.50 Vật lí:».
   *
   * @return what of the text is neither, or empty
   */
  String splitLabels(String text) {
    record = text;
    start(text);
    int from = afterSeparators(text, 0);
    while (from < text.length()) {
      int colon = text.indexOf(':', from);
      if (colon < 0 || isNumberPart(text.charAt(from))) {
        return text.substring(from);
      }
      add(from, colon);
      int value = afterSeparators(text, colon + 1);
      int end = value;
      while (end < text.length() && isNumberPart(text.charAt(end))) {
        end++;
      }
      if (end < text.length() && end > value && !isSeparator(text.charAt(end))) {
        return text.substring(value);
      }
      // A comma that ends a number parts it from the next label.
      add(value, end > value && text.charAt(end - 1) == ',' ? end - 1 : end);
      from = afterSeparators(text, end);
    }
    return "";
  }

  private static int afterSeparators(String text, int from) {
    int at = from;
    while (at < text.length() && isSeparator(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isSeparator(char c) {
    return c == ';' || c == '|' || c == ',' || Spelling.isBlank(c);
  }

  private static boolean isNumberPart(char c) {
    return (c >= '0' && c <= '9') || c == '.' || c == ',' || c == '-';
  }

  /** Adds empty cells at the end, up to so many in all. */
  void widen(int cells) {
    while (count < cells) {
      add(text.length(), text.length());
    }
  }

  /** The cells one after the other in a text of their own, so that all cells are spans. */
  private void splitQuoted(String record, char delimiter) {
    List<String> fields = quotedFields(record, delimiter);
    start(String.join("", fields));
    int from = 0;
    for (String field : fields) {
      add(from, from + field.length());
      from += field.length();
    }
  }

  private static List<String> quotedFields(String record, char delimiter) {
    List<String> fields = new ArrayList<>();
    try (var reader =
        CsvReader.builder()
            .fieldSeparator(delimiter)
            .allowExtraCharsAfterClosingQuote(true)
            .allowMissingFields(true)
            .allowExtraFields(true)
            .skipEmptyLines(false)
            .ofCsvRecord(record)) {
      reader.forEach(each -> fields.addAll(each.getFields()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return fields;
  }

  private void start(String record) {
    text = record;
    count = 0;
  }

  private void add(int start, int end) {
    int from = start;
    int to = end;
    while (from < to && Spelling.isBlank(text.charAt(from))) {
      from++;
    }
    while (to > from && Spelling.isBlank(text.charAt(to - 1))) {
      to--;
    }
    if (count == starts.length) {
      starts = Arrays.copyOf(starts, count * 2);
      ends = Arrays.copyOf(ends, count * 2);
    }
    starts[count] = from;
    ends[count] = to;
    count++;
  }

  int count() {
    return count;
  }

  /** The record as delivered. */
  String record() {
    return record;
  }

  /** The text the spans are of; not the record where that is quoted. */
  String text() {
    return text;
  }

  int start(int cell) {
    return starts[cell];
  }

  int end(int cell) {
    return ends[cell];
  }

  boolean isBlank(int cell) {
    return cell >= count || starts[cell] == ends[cell];
  }

  /** A cell's text; empty past the last cell. */
  String text(int cell) {
    return cell >= count ? "" : text.substring(starts[cell], ends[cell]);
  }

  boolean is(int cell, String token) {
    int length = ends[cell] - starts[cell];
    return length == token.length() && text.startsWith(token, starts[cell]);
  }

  /** Cells that hold anything. */
  int filled() {
    int filled = 0;
    for (int cell = 0; cell < count; cell++) {
      filled += isBlank(cell) ? 0 : 1;
    }
    return filled;
  }

  /** The first cell that holds anything, or the count. */
  int firstFilled() {
    int cell = 0;
    while (cell < count && isBlank(cell)) {
      cell++;
    }
    return cell;
  }

  /** The last cell that holds anything, or -1. */
  int lastFilled() {
    int cell = count - 1;
    while (cell >= 0 && isBlank(cell)) {
      cell--;
    }
    return cell;
  }

  List<String> texts() {
    List<String> texts = new ArrayList<>(count);
    for (int cell = 0; cell < count; cell++) {
      texts.add(text(cell));
    }
    return texts;
  }
}
