package vn.phanluong.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assertj.core.data.Offset;

/** Statistics from a histogram are those of the scores themselves. */
class HistogramStatisticsTest {
  private static final Offset<Double> CLOSE = within(1e-9);

  @Provide
  Arbitrary<Map<Integer, Long>> histograms() {
    Arbitrary<Integer> scores =
        Arbitraries.oneOf(
            Arbitraries.of(-1, 0, 499, 500, 501, 1000), Arbitraries.integers().between(0, 1000));
    return Arbitraries.maps(scores, Arbitraries.longs().between(1, 40)).ofMaxSize(25);
  }

  @Property(tries = 500)
  void equals_what_the_list_of_all_scores_gives(@ForAll("histograms") Map<Integer, Long> counts) {
    List<BigDecimal> points = expanded(counts);
    HistogramStatistics statistics = HistogramStatistics.of(counts);
    assertThat(statistics.n()).isEqualTo(points.size());
    assertThat(statistics.zeros()).isEqualTo(count(points, "0"));
    assertThat(statistics.tens()).isEqualTo(count(points, "10"));
    if (points.isEmpty()) {
      assertThat(statistics)
          .isEqualTo(new HistogramStatistics(0, null, null, null, null, null, null, 0, 0));
      return;
    }
    long reached = points.stream().filter(it -> it.compareTo(new BigDecimal(5)) >= 0).count();
    assertThat(statistics.shareAtLeastFive()).isCloseTo(1.0 * reached / points.size(), CLOSE);
    assertThat(statistics.mean()).isCloseTo(mean(points).doubleValue(), CLOSE);
    assertThat(statistics.median()).isCloseTo(percentile(points, "0.5"), CLOSE);
    assertThat(statistics.p10()).isCloseTo(percentile(points, "0.1"), CLOSE);
    assertThat(statistics.p90()).isCloseTo(percentile(points, "0.9"), CLOSE);
    if (points.size() == 1) {
      assertThat(statistics.sd()).isNull();
    } else {
      assertThat(statistics.sd()).isCloseTo(deviation(points), CLOSE);
    }
  }

  @Property(tries = 200)
  void what_was_not_taken_changes_nothing(@ForAll("histograms") Map<Integer, Long> counts) {
    Map<Integer, Long> others = new HashMap<>(counts);
    others.merge(-1, 1000L, Long::sum);
    assertThat(HistogramStatistics.of(others)).isEqualTo(HistogramStatistics.of(counts));
  }

  @Example
  void equal_scores_do_not_deviate_however_many_they_are() {
    HistogramStatistics statistics = HistogramStatistics.of(Map.of(725, 1_000_000_000L));
    assertThat(statistics.sd()).isEqualTo(0.0);
    assertThat(statistics.mean()).isCloseTo(7.25, CLOSE);
    assertThat(statistics.p10()).isEqualTo(7.25);
  }

  private static List<BigDecimal> expanded(Map<Integer, Long> counts) {
    List<BigDecimal> points = new ArrayList<>();
    counts.forEach(
        (score, count) -> {
          if (score >= 0) {
            points.addAll(Collections.nCopies(count.intValue(), BigDecimal.valueOf(score, 2)));
          }
        });
    Collections.sort(points);
    return points;
  }

  private static long count(List<BigDecimal> points, String value) {
    return points.stream().filter(it -> it.compareTo(new BigDecimal(value)) == 0).count();
  }

  private static BigDecimal mean(List<BigDecimal> points) {
    return points.stream()
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .divide(BigDecimal.valueOf(points.size()), MathContext.DECIMAL128);
  }

  /** By its definition: squares of what each score is off the mean. */
  private static double deviation(List<BigDecimal> points) {
    BigDecimal mean = mean(points);
    BigDecimal squares =
        points.stream().map(it -> it.subtract(mean).pow(2)).reduce(BigDecimal::add).orElseThrow();
    return squares
        .divide(BigDecimal.valueOf(points.size() - 1L), MathContext.DECIMAL128)
        .sqrt(MathContext.DECIMAL128)
        .doubleValue();
  }

  /** Linear between the two nearest ranks. */
  private static double percentile(List<BigDecimal> points, String share) {
    BigDecimal rank = new BigDecimal(share).multiply(BigDecimal.valueOf(points.size() - 1L));
    int below = rank.intValue();
    BigDecimal low = points.get(below);
    BigDecimal high = points.get(Math.min(below + 1, points.size() - 1));
    return low.add(rank.subtract(BigDecimal.valueOf(below)).multiply(high.subtract(low)))
        .doubleValue();
  }
}
