package vn.phanluong.statistics;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Whether the last change of a series is larger than its history explains: all of Newcombe's 95 %
 * interval of it is further from 0 than 3 standard deviations of the changes before, estimated by
 * 1.4826 times their median absolute value, so that one odd year before does not hide it (Leys et
 * al. 2013, J Exp Soc Psychol 49:764-766, who call 3 very conservative). A person looks at it; no
 * machine declares a break.
 *
 * @param reason in Vietnamese and English
 */
public record Jump(Verdict verdict, String reason) {
  /** Three changes of four years, and the one under test. */
  public static final int FEWEST_YEARS = 5;

  /** The standard deviation of a normal variable of mean 0 is so many median absolute values. */
  private static final double OF_MEDIAN = 1.4826;

  private static final double DEVIATIONS = 3;

  /** What the last change is. */
  public enum Verdict {
    JUMP,
    EXPLAINED,
    TOO_FEW_YEARS
  }

  /**
   * Looks at the last change of consecutive comparable years, in order.
   *
   * @throws IllegalArgumentException if the last two years are of no proportion
   */
  public static Jump of(List<Counts> years) {
    if (years.size() < FEWEST_YEARS) {
      return new Jump(
          Verdict.TOO_FEW_YEARS,
          "Chưa đủ %1$d năm so sánh được, mới có %2$d. Fewer than %1$d comparable years: %2$d."
              .formatted(FEWEST_YEARS, years.size()));
    }
    int last = years.size() - 1;
    double usual = usualChange(years.subList(0, last));
    Interval change = Newcombe.ofDifference(years.get(last), years.get(last - 1));
    boolean isBeyond = change.isBeyond(DEVIATIONS * OF_MEDIAN * usual);
    double size = years.get(last).value() - years.get(last - 1).value();
    return new Jump(
        isBeyond ? Verdict.JUMP : Verdict.EXPLAINED,
        String.format(
            Locale.ROOT,
            "Thay đổi %1$+.2f điểm, các năm trước thường %2$.2f."
                + " Change of %1$+.2f points, usually %2$.2f.",
            100 * size,
            100 * usual));
  }

  /** The median absolute change from year to year. */
  private static double usualChange(List<Counts> years) {
    double[] changes =
        IntStream.range(1, years.size())
            .mapToDouble(it -> Math.abs(years.get(it).value() - years.get(it - 1).value()))
            .sorted()
            .toArray();
    int middle = changes.length / 2;
    return changes.length % 2 == 1 ? changes[middle] : (changes[middle - 1] + changes[middle]) / 2;
  }
}
