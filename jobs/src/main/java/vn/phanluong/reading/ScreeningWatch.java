package vn.phanluong.reading;

/** Is told what screening meets, while it meets it. */
public interface ScreeningWatch {
  /** The file is one that can be read row by row. */
  void recognised(Recognition.Recognised file);

  /** The next record of it. */
  void screened(ScreenedRecord record);
}
