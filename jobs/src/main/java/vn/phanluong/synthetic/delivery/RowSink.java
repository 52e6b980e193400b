package vn.phanluong.synthetic.delivery;

/** Told what becomes of each delivered record in each file; the word of the last file holds. */
@FunctionalInterface
public interface RowSink {
  /**
   * A record stands in a file.
   *
   * @param file as known while it is written, its counts still 0
   * @param rowNumber from 1, counted as readers count: titles and headers included; 0 of a record
   *     that was left out
   */
  void row(MadeFile file, DeliveredRow row, int rowNumber, Fate fate);
}
