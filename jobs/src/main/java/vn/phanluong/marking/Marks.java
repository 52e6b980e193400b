package vn.phanluong.marking;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.phanluong.reading.Finding;

/**
 * The cells of a sheet that are marked, each with its severity packed into one number: a wrong
 * column of a national file has a million of them. The first so many get a comment.
 */
final class Marks {
  /**
   * POI looks through all comments of a sheet for each of them when it opens the workbook again:
   * ten thousand took minutes. Nobody reads as many; all cells are coloured, all findings listed.
   */
  static final int MOST_NOTES = 2_000;

  /** What a comment begins with, or our part of somebody else's. */
  static final String NOTE_HEAD = "[Phân Luồng]";

  private static final int LONGEST_NOTE = 2000;
  private static final int COLUMN_BITS = 14;
  private static final int MARK_BITS = 2;
  private static final int MARK = (1 << MARK_BITS) - 1;

  private long[] packed = new long[256];
  private int size;
  private boolean isSorted = true;
  private final Map<Long, StringBuilder> notes = new LinkedHashMap<>();
  private long unnoted;

  /**
   * Marks a cell and adds to its comment.
   *
   * @param row from 1
   * @param column from 0
   */
  void add(int row, int column, Finding finding) {
    put(row, column, Mark.of(finding.severity()));
    StringBuilder note = notes.get(cell(row, column));
    if (note == null) {
      if (notes.size() == MOST_NOTES) {
        unnoted++;
        return;
      }
      note = new StringBuilder(NOTE_HEAD);
      notes.put(cell(row, column), note);
    }
    if (note.length() < LONGEST_NOTE) {
      note.append('\n').append(finding.vi()).append('\n').append(finding.en());
    }
  }

  /** Takes the mark of a former delivery off a cell, unless it has a new one. */
  void clear(int row, int column) {
    put(row, column, Mark.CLEAR);
  }

  private void put(int row, int column, Mark mark) {
    if (size == packed.length) {
      packed = Arrays.copyOf(packed, size * 2);
    }
    packed[size++] = cell(row, column) << MARK_BITS | mark.gravity();
    isSorted = false;
  }

  /** Each marked cell once, by row, then column; what is in one is said by the functions below. */
  long[] cells() {
    if (!isSorted) {
      Arrays.sort(packed, 0, size);
      int kept = 0;
      for (int i = 0; i < size; i++) {
        boolean isLast = i + 1 == size || packed[i] >> MARK_BITS != packed[i + 1] >> MARK_BITS;
        if (isLast) {
          packed[kept++] = packed[i];
        }
      }
      size = kept;
      isSorted = true;
    }
    return Arrays.copyOf(packed, size);
  }

  /** Comments by cell, in the order in which their cells were met. */
  Map<Long, StringBuilder> notes() {
    return notes;
  }

  /** Findings that have no comment, since there are too many. */
  long unnoted() {
    return unnoted;
  }

  static int row(long packed) {
    return rowOfCell(packed >> MARK_BITS);
  }

  static int column(long packed) {
    return columnOfCell(packed >> MARK_BITS);
  }

  static Mark mark(long packed) {
    return Mark.ofGravity((int) packed & MARK);
  }

  /** Row of a key of {@link #notes}, from 1. */
  static int rowOfCell(long cell) {
    return (int) (cell >> COLUMN_BITS);
  }

  static int columnOfCell(long cell) {
    return (int) cell & (1 << COLUMN_BITS) - 1;
  }

  private static long cell(int row, int column) {
    return (long) row << COLUMN_BITS | column;
  }
}
