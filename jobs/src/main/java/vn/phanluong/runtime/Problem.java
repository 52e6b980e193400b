package vn.phanluong.runtime;

/** An expected failure, told in Vietnamese and English: what, where, what to do. */
public final class Problem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The kind decides the exit code, and with it whether a scheduler tries again. */
  public enum Kind {
    /** Data was rejected or a check failed. */
    DATA(1),
    /** Wrong use of a command. */
    USE(2),
    /** Another run holds the warehouse. */
    HELD(3),
    /** Something outside is missing or broken. */
    ENVIRONMENT(4);

    private final int exitCode;

    Kind(int exitCode) {
      this.exitCode = exitCode;
    }

    public int exitCode() {
      return exitCode;
    }
  }

  private final Kind kind;
  private final String vi;
  private final String en;

  public Problem(Kind kind, String vi, String en) {
    super(vi + "\n" + en);
    this.kind = kind;
    this.vi = vi;
    this.en = en;
  }

  public Kind kind() {
    return kind;
  }

  public String vi() {
    return vi;
  }

  public String en() {
    return en;
  }
}
