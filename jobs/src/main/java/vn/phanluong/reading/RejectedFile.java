package vn.phanluong.reading;

/** Ends the recognition of a file that cannot be taken. */
final class RejectedFile extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Finding finding;

  RejectedFile(Finding finding) {
    super(finding.en());
    this.finding = finding;
  }

  Finding finding() {
    return finding;
  }
}
