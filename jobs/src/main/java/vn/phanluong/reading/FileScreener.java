package vn.phanluong.reading;

import java.nio.file.Path;

/** The door: says what a delivered file is, and screens its records. */
public final class FileScreener {
  private FileScreener() {}

  /**
   * Dataset, layout and scope of a file, or why nothing of it can be taken. Bad input is a result,
   * never an exception.
   *
   * @throws java.io.UncheckedIOException if the file is not there or the disk fails
   */
  public static Recognition recognise(Path file, Declared declared) {
    try {
      return new Recogniser(file, declared).recognise();
    } catch (UnreadableFile e) {
      return new Recognition.Rejected(e.finding(), false);
    }
  }

  /**
   * Every record of a recognised file, once, in order. To be closed.
   *
   * @throws UnreadableFile here or from {@code next()}, if the bytes break off
   * @throws java.io.UncheckedIOException if the file is not there or the disk fails
   */
  public static CloseableIterator<ScreenedRecord> records(
      Path file, Recognition.Recognised recognised) {
    return new Screening(file, recognised);
  }

  /**
   * The same records as they may enter the warehouse: identities as pseudonyms, text that no
   * contract knows as its shape.
   *
   * @throws UnreadableFile here or from {@code next()}, if the bytes break off
   */
  public static CloseableIterator<AdmittedRecord> admitted(
      Path file, Recognition.Recognised recognised, Pseudonyms pseudonyms) {
    return new Admission(new Screening(file, recognised), recognised.contract(), pseudonyms);
  }
}
