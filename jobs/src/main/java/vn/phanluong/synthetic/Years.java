package vn.phanluong.synthetic;

/** Years of reporting, both included; none out of order or outside what the country knows. */
public record Years(int from, int to) {
  /** The first with units of the region reference, and the last with schools. */
  public static final int FIRST = 2017;

  public static final int LAST = 2030;

  public Years {
    if (from > to || from < FIRST || to > LAST) {
      throw new IllegalArgumentException("%d-%d".formatted(from, to));
    }
  }

  /** How many. */
  public int count() {
    return to - from + 1;
  }
}
