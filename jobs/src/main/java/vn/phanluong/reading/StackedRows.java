package vn.phanluong.reading;

/**
 * The rows of several sheets numbered as one sequence: row 17 of the third sheet is row 20,000,017.
 * A sheet has a tenth of these rows at most, so that sheet and row can be read off a number. Where
 * there is one sheet, or a text, a number is the row.
 *
 * @param sheets how many there are
 */
public record StackedRows(int sheets) {
  static final int OF_A_SHEET = 10_000_000;

  /** As many as an int can number. */
  static final int MOST_SHEETS = Integer.MAX_VALUE / OF_A_SHEET;

  /** Place of a row's sheet, from 0. */
  public int sheet(int rowNumber) {
    return sheets > 1 ? rowNumber / OF_A_SHEET : 0;
  }

  /** Number of a row in its sheet, from 1; 0 for none. */
  public int row(int rowNumber) {
    return sheets > 1 ? rowNumber % OF_A_SHEET : rowNumber;
  }
}
