package vn.phanluong.runtime;

import org.jspecify.annotations.Nullable;

/**
 * A statement that is not answered: what is refused and what to do instead, in both languages. It
 * has a cause only where Spark itself could not make sense of the statement.
 */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String vi;
  private final String en;

  public Refusal(String vi, String en) {
    this(vi, en, null);
  }

  public Refusal(String vi, String en, @Nullable Throwable cause) {
    super(vi + "\n" + en, cause);
    this.vi = vi;
    this.en = en;
  }

  public String vi() {
    return vi;
  }

  public String en() {
    return en;
  }
}
