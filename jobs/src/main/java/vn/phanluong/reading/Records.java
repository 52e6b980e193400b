package vn.phanluong.reading;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * The records of a file: lines, and lines a quoted cell runs over joined. A quote that is still
 * open after {@value #LONGEST} lines is a slip of the pen, and its line stands alone.
 */
final class Records implements AutoCloseable {
  private static final int LONGEST = 50;

  private final LineSource lines;
  private final String delimiters;
  private final Deque<Line> ahead = new ArrayDeque<>();
  private int linesGiven;
  private int rowNumber;

  private record Line(String text, String lineEnd) {}

  /**
   * @param delimiters characters after which a quote opens a cell; empty if quotes mean nothing
   */
  Records(LineSource lines, String delimiters) {
    this.lines = lines;
    this.delimiters = delimiters;
  }

  /**
   * The records of a file of known layout.
   *
   * @throws UnreadableFile if the file is no text
   */
  static Records of(java.nio.file.Path file, Layout layout) {
    boolean hasQuotes =
        layout.kind() == Layout.Kind.DELIMITED || layout.kind() == Layout.Kind.APPENDIX;
    return new Records(
        DeliveredLines.of(file, layout.charset(), layout.sheet()),
        hasQuotes ? layout.delimiter() : "");
  }

  /** The next record, or null at the end. */
  @Nullable String next() {
    Line first = take();
    if (first == null) {
      return null;
    }
    rowNumber = linesGiven + 1;
    linesGiven++;
    if (!opensQuote(first.text)) {
      return first.text;
    }
    return joined(first);
  }

  /** Line on which the last record began, from 1. */
  int rowNumber() {
    return rowNumber;
  }

  /** Line on which the next record begins. */
  int nextRowNumber() {
    return linesGiven + 1;
  }

  private String joined(Line first) {
    StringBuilder record = new StringBuilder(first.text);
    Deque<Line> taken = new ArrayDeque<>();
    String lineEnd = first.lineEnd;
    while (taken.size() < LONGEST) {
      Line line = take();
      if (line == null) {
        break;
      }
      taken.add(line);
      record.append(lineEnd).append(line.text);
      lineEnd = line.lineEnd;
      if (line.text.indexOf('"') >= 0 && !opensQuote(record)) {
        linesGiven += taken.size();
        return record.toString();
      }
    }
    while (!taken.isEmpty()) {
      ahead.addFirst(taken.removeLast());
    }
    return first.text;
  }

  private @Nullable Line take() {
    if (!ahead.isEmpty()) {
      return ahead.removeFirst();
    }
    String text = lines.next();
    return text == null ? null : new Line(text, lines.lineEnd());
  }

  private boolean opensQuote(CharSequence record) {
    return opensQuote(record, delimiters);
  }

  /** True if a quoted cell is still open at the record's end. */
  static boolean opensQuote(CharSequence record, String delimiters) {
    if (delimiters.isEmpty() || record.toString().indexOf('"') < 0) {
      return false;
    }
    boolean isOpen = false;
    boolean atStart = true;
    boolean justClosed = false;
    for (int i = 0; i < record.length(); i++) {
      char c = record.charAt(i);
      boolean isQuote = c == '"';
      boolean wasOpen = isOpen;
      if (isOpen) {
        isOpen = !isQuote;
      } else {
        // A doubled quote inside a cell closes and opens again.
        isOpen = isQuote && (atStart || justClosed);
        atStart = delimiters.indexOf(c) >= 0;
      }
      justClosed = wasOpen && isQuote;
    }
    return isOpen;
  }

  @Override
  public void close() {
    lines.close();
  }
}
