package vn.phanluong.reading;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The records of a file: lines, and lines a quoted cell runs over joined. A quote that is still
 * open after {@value #LONGEST} lines is a slip of the pen, and its line stands alone.
 */
final class Records implements AutoCloseable {
  private static final int LONGEST = 50;

  /** What a quoted cell may run over besides; Excel allows a third of it in a cell. */
  private static final int MOST_CHARACTERS = 100_000;

  private LineSource lines;
  private final String delimiters;
  private final Iterator<Supplier<LineSource>> further;

  /**
   * Lines read and not given out: those that do not close a quote left open before them. That holds
   * for whichever line opened it, so that no line is looked at twice for it.
   */
  private final Deque<Line> ahead = new ArrayDeque<>();

  private int aheadCharacters;
  private int linesGiven;
  private int sheets;
  private int rowNumber;

  private record Line(String text, String lineEnd) {}

  /**
   * @param delimiters characters after which a quote opens a cell; empty if quotes mean nothing
   */
  Records(LineSource lines, String delimiters) {
    this(lines, delimiters, List.of());
  }

  /**
   * @param further opens the sheets that come after the first
   */
  private Records(LineSource lines, String delimiters, List<Supplier<LineSource>> further) {
    this.lines = lines;
    this.delimiters = delimiters;
    this.further = further.iterator();
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
        hasQuotes ? layout.delimiter() : "",
        layout.further().stream()
            .<Supplier<LineSource>>map(
                each -> () -> DeliveredLines.of(file, each.charset(), each.sheet()))
            .toList());
  }

  /** The next record, or null at the end. */
  @Nullable String next() {
    Line first = take();
    while (first == null && further.hasNext()) {
      sheets++;
      linesGiven = sheets * StackedRows.OF_A_SHEET;
      lines.close();
      lines = further.next().get();
      first = take();
    }
    if (first == null) {
      return null;
    }
    rowNumber = linesGiven + 1;
    linesGiven++;
    if (!opensQuote(first.text, delimiters)) {
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
    while (ahead.size() < LONGEST && aheadCharacters < MOST_CHARACTERS) {
      Line line = read();
      if (line == null) {
        break;
      }
      if (!isOpenAfter(line.text, delimiters, true)) {
        return together(first, line);
      }
      ahead.addLast(line);
      aheadCharacters += line.text.length();
    }
    return first.text;
  }

  private String together(Line first, Line last) {
    StringBuilder record = new StringBuilder(first.text);
    String lineEnd = first.lineEnd;
    ahead.addLast(last);
    linesGiven += ahead.size();
    for (Line line : ahead) {
      record.append(lineEnd).append(line.text);
      lineEnd = line.lineEnd;
    }
    ahead.clear();
    aheadCharacters = 0;
    return record.toString();
  }

  private @Nullable Line take() {
    Line line = ahead.pollFirst();
    if (line == null) {
      return read();
    }
    aheadCharacters -= line.text.length();
    return line;
  }

  private @Nullable Line read() {
    String text = lines.next();
    return text == null ? null : new Line(text, lines.lineEnd());
  }

  /** True if a quoted cell is still open at the record's end. */
  static boolean opensQuote(String record, String delimiters) {
    return !delimiters.isEmpty() && isOpenAfter(record, delimiters, false);
  }

  /** True if a quoted cell is open after some text, before which one was open or none. */
  private static boolean isOpenAfter(String text, String delimiters, boolean isOpenBefore) {
    if (text.indexOf('"') < 0) {
      return isOpenBefore;
    }
    boolean isOpen = isOpenBefore;
    boolean atStart = !isOpenBefore;
    boolean justClosed = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
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
