package vn.phanluong.definition;

import java.util.List;

/**
 * A shape of delivered file that has no header to map.
 *
 * @param name what people call it, for messages
 * @param kind how a record splits into cells
 * @param signature regular expression a record of this shape matches
 * @param fields field of each cell in order, {@code -} for a cell that is kept but not read; of
 *     labelled kinds only the cells before the first label
 * @param missing cell texts that mean «not taken» in this shape only
 */
public record FileLayout(
    String name, Kind kind, String signature, List<String> fields, List<String> missing) {

  /** How a record splits into cells. */
  public enum Kind {
    /** Cells apart by a delimiter, as under a header; the signature sees a tab between them. */
    DELIMITED,
    /** Cells apart by a run of blanks at fixed positions. */
    FIXED_WIDTH,
    /** {@code 58000001|Toán:6.20;Văn:5.50;}. */
    LABEL_VALUE,
    /** {@code 58000001,Toán,6.20,Ngữ văn,5.50}. */
    PAIRS
  }
}
