package vn.phanluong.reading;

/**
 * A file that proves unfit only while it is read: broken compression, no text in its encoding,
 * units of two days. Bad input, not a bug: the caller turns it into a rejected submission.
 */
public final class UnreadableFile extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Finding finding;

  UnreadableFile(Finding finding) {
    super(finding.en());
    this.finding = finding;
  }

  /** A file that cannot be read, and why: the end of a sentence, in both languages. */
  static UnreadableFile of(String vi, String en) {
    return of(FindingCode.FILE_UNREADABLE, vi, en);
  }

  /** An archive of which no one file can be taken, and why. */
  static UnreadableFile archive(String vi, String en) {
    return of(FindingCode.FILE_ARCHIVE, vi, en);
  }

  /** A file larger, in some way, than any that is meant to be read; said the same way. */
  static UnreadableFile overLimit(String vi, String en) {
    return of(FindingCode.FILE_OVER_LIMIT, vi, en);
  }

  private static UnreadableFile of(FindingCode code, String vi, String en) {
    return new UnreadableFile(
        code.ofFile(null, null, vi)
            .worded(code.vi(null, null, null, vi), code.en(null, null, null, en)));
  }

  /** The rejection of the file. */
  public Finding finding() {
    return finding;
  }
}
