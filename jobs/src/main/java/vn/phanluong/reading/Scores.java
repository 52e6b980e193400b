package vn.phanluong.reading;

/**
 * Exam scores from text: points of 0 to 10 with a comma or a point, in hundredths. «.75» is how
 * databases print 0.75.
 */
final class Scores {
  /** Blank, or -1: the candidate did not take the paper. */
  static final int NOT_TAKEN = -1;

  static final int UNREADABLE = -2;
  static final int OUT_OF_RANGE = -3;

  private static final int HIGHEST = 1000;
  private static final Short[] BOXED = boxed();

  private Scores() {}

  /** Hundredths of the span of a text, without blanks around it, or one of the three states. */
  static int read(String text, int from, int to) {
    if (from == to) {
      return NOT_TAKEN;
    }
    if (text.charAt(from) == '-') {
      return negative(text, from + 1, to);
    }
    int hundredths = hundredths(text, from, to);
    return hundredths > HIGHEST ? OUT_OF_RANGE : hundredths;
  }

  static Short boxed(int hundredths) {
    return BOXED[hundredths];
  }

  /**
   * A dash alone and -1 in any number of zeros are «not taken»; what else is below zero is none.
   */
  private static int negative(String text, int from, int to) {
    if (from == to) {
      return NOT_TAKEN;
    }
    int hundredths = hundredths(text, from, to);
    if (hundredths == 100) {
      return NOT_TAKEN;
    }
    return hundredths == UNREADABLE ? UNREADABLE : OUT_OF_RANGE;
  }

  private static int hundredths(String text, int from, int to) {
    int value = 0;
    int whole = 0;
    int decimals = -1;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        boolean isBeyondHundredths = decimals >= 2;
        if ((isBeyondHundredths && c != '0') || whole > 4) {
          return UNREADABLE;
        }
        value = isBeyondHundredths ? value : value * 10 + (c - '0');
        whole += decimals < 0 ? 1 : 0;
        decimals += decimals < 0 ? 0 : 1;
      } else if ((c == '.' || (c == ',' && whole > 0)) && decimals < 0) {
        decimals = 0;
      } else {
        return UNREADABLE;
      }
    }
    if (decimals == 0) {
      return UNREADABLE;
    }
    return decimals < 0 ? value * 100 : decimals == 1 ? value * 10 : value;
  }

  private static Short[] boxed() {
    Short[] boxed = new Short[HIGHEST + 1];
    for (int i = 0; i <= HIGHEST; i++) {
      boxed[i] = (short) i;
    }
    return boxed;
  }
}
