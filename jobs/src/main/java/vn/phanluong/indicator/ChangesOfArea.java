package vn.phanluong.indicator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.math3.fraction.BigFraction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;
import vn.phanluong.statistics.Counts;
import vn.phanluong.statistics.Interval;
import vn.phanluong.statistics.Jump;
import vn.phanluong.statistics.Kitagawa;
import vn.phanluong.statistics.Newcombe;

/** The changes of one series of one area, cohort by cohort, up to each break and after it. */
final class ChangesOfArea {
  /** Decimals of percentage points; components are made to add up at this many. */
  private static final int DECIMALS = 9;

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private ChangesOfArea() {}

  /**
   * One cohort.
   *
   * @param units what the area consists of, reported or not
   * @param parts figures of those that reported, complete or not
   */
  private record Year(
      int cohort, Counts counts, boolean isSynthetic, List<String> units, List<Row> parts) {

    static Year of(Row row) {
      return new Year(
          row.<Short>getAs("cohort_year"),
          counts(row),
          row.<Boolean>getAs("is_synthetic"),
          row.getList(row.fieldIndex("units")),
          row.getAs("parts") == null ? List.of() : row.getList(row.fieldIndex("parts")));
    }

    private static Counts counts(Row row) {
      return new Counts(row.<Long>getAs("numerator"), row.<Long>getAs("denominator"));
    }

    /** Incomplete parts go by another name each year, so that they are compared with nothing. */
    Map<String, Counts> countsOfParts() {
      Map<String, Counts> byPart = new TreeMap<>();
      for (Row part : parts) {
        String key = part.getAs("part_key");
        byPart.put(part.<Boolean>getAs("is_complete") ? key : key + " " + cohort, counts(part));
      }
      return byPart;
    }
  }

  /** The components of a change in percentage points, or why there are none. */
  private record Parted(
      String state,
      int compared,
      @Nullable BigDecimal coverage,
      @Nullable BigDecimal mix,
      @Nullable BigDecimal rate) {

    static Parted not(String state) {
      return new Parted(state, 0, null, null, null);
    }
  }

  /**
   * Rows of changes.
   *
   * @param series the {@code indicator_id} and its {@code years} in any order
   * @param breaks first cohorts of a new series, by indicator
   */
  static List<Row> of(Row series, Map<String, List<Integer>> breaks) {
    List<Integer> ownBreaks = breaks.getOrDefault(series.<String>getAs("indicator_id"), List.of());
    List<Year> years =
        series.<Row>getList(series.fieldIndex("years")).stream()
            .map(Year::of)
            .sorted(Comparator.comparingInt(Year::cohort))
            .toList();
    List<Row> changes = new ArrayList<>();
    int first = 0;
    for (int i = 1; i < years.size(); i++) {
      int cohort = years.get(i).cohort();
      if (cohort != years.get(i - 1).cohort() + 1 || ownBreaks.contains(cohort)) {
        first = i;
      } else {
        changes.add(change(years.subList(first, i + 1)));
      }
    }
    return changes;
  }

  /** The last change of comparable cohorts. */
  private static Row change(List<Year> years) {
    Year before = years.get(years.size() - 2);
    Year after = years.get(years.size() - 1);
    BigDecimal change = points(after.counts().minus(before.counts()));
    Parted parted = parted(before, after, change);
    boolean isProportion = before.counts().isProportion() && after.counts().isProportion();
    Interval limits = isProportion ? Newcombe.ofDifference(after.counts(), before.counts()) : null;
    Jump jump = isProportion ? Jump.of(years.stream().map(Year::counts).toList()) : null;
    return RowFactory.create(
        (short) after.cohort(),
        100 * before.counts().value(),
        100 * after.counts().value(),
        change,
        limits == null ? null : 100 * limits.lower(),
        limits == null ? null : 100 * limits.upper(),
        parted.coverage(),
        parted.mix(),
        parted.rate(),
        parted.compared(),
        parted.state(),
        jump == null ? null : jump.verdict().name().toLowerCase(Locale.ROOT),
        jump == null ? null : jump.reason(),
        before.isSynthetic() || after.isSynthetic());
  }

  private static Parted parted(Year before, Year after, BigDecimal change) {
    if (!before.units().equals(after.units())) {
      return Parted.not("units_changed");
    }
    Map<String, Counts> partsBefore = before.countsOfParts();
    Map<String, Counts> partsAfter = after.countsOfParts();
    if (!isSum(before.counts(), partsBefore) || !isSum(after.counts(), partsAfter)) {
      return Parted.not("not_from_parts");
    }
    Kitagawa kitagawa = Kitagawa.of(partsBefore, partsAfter);
    if (kitagawa.compared().isEmpty()) {
      return Parted.not("no_part_in_common");
    }
    BigDecimal coverage = points(kitagawa.coverage());
    BigDecimal rate = points(kitagawa.rate());
    // The smallest unit of rounding goes to mix, so that the printed figures add up.
    BigDecimal mix = change.subtract(coverage).subtract(rate);
    return new Parted("parted", kitagawa.compared().size(), coverage, mix, rate);
  }

  /** False where an area reported by itself, or at once by itself and by its parts. */
  private static boolean isSum(Counts area, Map<String, Counts> parts) {
    return parts.values().stream().reduce(new Counts(0, 0), Counts::plus).equals(area);
  }

  private static BigDecimal points(BigFraction fraction) {
    return new BigDecimal(fraction.getNumerator())
        .multiply(HUNDRED)
        .divide(new BigDecimal(fraction.getDenominator()), DECIMALS, RoundingMode.HALF_UP);
  }
}
