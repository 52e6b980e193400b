package vn.phanluong.synthetic;

/** Numbers written with leading zeros, as codes are. */
public final class Digits {
  private static final long MILLION = 1_000_000;

  private Digits() {}

  /**
   * Six digits of a number below a million. {@code "%06d"} costs as much as a person's whole row.
   */
  public static String six(long number) {
    return Long.toString(MILLION + number).substring(1);
  }
}
