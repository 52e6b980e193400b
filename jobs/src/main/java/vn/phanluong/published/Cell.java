package vn.phanluong.published;

import java.math.BigDecimal;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * What of an observation may be told or hidden.
 *
 * @param indicator its name and version
 * @param place its boundary and unit
 * @param group its breakdown and member
 * @param unknown null where nobody asks, or where it is not published
 * @param isSmall true if it is hidden for its own sake
 */
record Cell(
    String indicator,
    String part,
    String place,
    String breakdown,
    String group,
    BigDecimal numerator,
    BigDecimal denominator,
    @Nullable BigDecimal unknown,
    boolean isSmall)
    implements Comparable<Cell> {
  private static final BigDecimal CLOSE = new BigDecimal("0.000001");

  static Cell of(Row row) {
    String breakdown = row.getAs("breakdown");
    return new Cell(
        row.getAs("indicator_id") + " " + row.getAs("version"),
        row.getAs("part"),
        place(row.getAs("boundary"), row.getAs("region_key")),
        breakdown,
        breakdown.isEmpty() ? "" : breakdown + " " + row.getAs("member"),
        row.getAs("numerator"),
        row.getAs("denominator"),
        row.getAs("unknown"),
        row.getAs("is_small"));
  }

  static String place(String boundary, String region) {
    return boundary + " " + region;
  }

  /** The series of figures it stands in, over places and groups. */
  String series() {
    return indicator + ":" + part;
  }

  /** Whom it counts, whatever is counted of them. */
  String whom() {
    return place + "|" + group;
  }

  static boolean areEqual(BigDecimal one, BigDecimal other) {
    return one.subtract(other).abs().compareTo(CLOSE) < 0;
  }

  /** Small places first, and in them small classes; but a 0 last, since it is easily guessed. */
  @Override
  public int compareTo(Cell other) {
    int order = Boolean.compare(numerator.signum() == 0, other.numerator.signum() == 0);
    order = order != 0 ? order : denominator.compareTo(other.denominator);
    order = order != 0 ? order : numerator.compareTo(other.numerator);
    order = order != 0 ? order : series().compareTo(other.series());
    return order != 0 ? order : whom().compareTo(other.whom());
  }
}
