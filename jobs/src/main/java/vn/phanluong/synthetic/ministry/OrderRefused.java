package vn.phanluong.synthetic.ministry;

/** An order that cannot be carried out as it is given; says what to do, in both languages. */
public final class OrderRefused extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String vietnamese;
  private final String english;

  OrderRefused(String vietnamese, String english) {
    super(english);
    this.vietnamese = vietnamese;
    this.english = english;
  }

  /** The message in Vietnamese. */
  public String vietnamese() {
    return vietnamese;
  }

  /** The message in English. */
  public String english() {
    return english;
  }
}
