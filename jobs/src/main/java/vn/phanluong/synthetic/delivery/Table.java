package vn.phanluong.synthetic.delivery;

import java.io.Closeable;
import java.io.IOException;

/** A file of rows as it is written, line by line. */
interface Table extends Closeable {
  /** A line with one text in its first cell; an empty one is a blank line. */
  void title(String text) throws IOException;

  /**
   * A line of cells.
   *
   * @param count how many of the cells are written
   */
  void line(String[] cells, int count) throws IOException;

  /** A line whose last cell opens a quote and never closes it; a workbook has no quotes. */
  void openQuote(String[] cells, int count) throws IOException;

  /** Goes on in a further sheet; a text has none. */
  void sheet(String name) throws IOException;

  /** Leaves rows out, so that the next one has a number. */
  void skipTo(int row) throws IOException;

  /** Number of the line written last, from 1. */
  int row();
}
