package vn.phanluong.synthetic.delivery;

/**
 * What dirt makes of a row.
 *
 * @param column place of the cell from 0, or -1 for the row as a whole
 * @param truth text of the cell without dirt
 * @param written text in its place
 */
record Struck(Shape shape, int column, String truth, String written) {
  /** How the row is written. */
  enum Shape {
    /** One cell says something else. */
    CELL,
    /** The row once more, word for word. */
    AGAIN,
    /** The row once more, one cell of it another. */
    AGAIN_OTHERWISE,
    /** The end of the row is missing. */
    CUT,
    /** There are cells after the last column. */
    TOO_LONG,
    /** A quote is opened and not closed. */
    OPEN_QUOTE,
    /** The row is not written. */
    LEFT_OUT
  }

  static Struck cell(int column, String truth, String written) {
    return new Struck(Shape.CELL, column, truth, written);
  }

  static Struck row(Shape shape) {
    return new Struck(shape, -1, "", "");
  }
}
