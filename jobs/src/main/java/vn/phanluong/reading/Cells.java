package vn.phanluong.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vn.phanluong.text.Spelling;

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

  private final StringBuilder unquoted = new StringBuilder();
  private int[] marks = new int[32];
  private int spans;

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

  /**
   * The cells one after the other in a text of their own, so that all cells are spans. A quote
   * opens a cell at its start alone, two are one, and what follows a closing one belongs to the
   * cell.
   */
  private void splitQuoted(String record, char delimiter) {
    unquoted.setLength(0);
    spans = 0;
    int at = 0;
    while (at <= record.length()) {
      at = takeCell(record, at, delimiter) + 1;
      mark(unquoted.length());
    }
    start(unquoted.toString());
    for (int i = 0, from = 0; i < spans; i++) {
      add(from, marks[i]);
      from = marks[i];
    }
  }

  /** Takes the cell that begins at a place; gives that of the delimiter after it, or the end. */
  private int takeCell(String record, int from, char delimiter) {
    int at = from;
    if (at < record.length() && record.charAt(at) == '"') {
      at = takeQuoted(record, at + 1);
    }
    int end = record.indexOf(delimiter, at);
    end = end < 0 ? record.length() : end;
    unquoted.append(record, at, end);
    return end;
  }

  private int takeQuoted(String record, int from) {
    int at = from;
    while (true) {
      int quote = record.indexOf('"', at);
      if (quote < 0) {
        unquoted.append(record, at, record.length());
        return record.length();
      }
      unquoted.append(record, at, quote);
      at = quote + 1;
      if (at == record.length() || record.charAt(at) != '"') {
        return at;
      }
      unquoted.append('"');
      at++;
    }
  }

  private void mark(int end) {
    if (spans == marks.length) {
      marks = Arrays.copyOf(marks, spans * 2);
    }
    marks[spans] = end;
    spans++;
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
