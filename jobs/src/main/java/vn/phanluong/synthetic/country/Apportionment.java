package vn.phanluong.synthetic.country;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Shares out whole things by the method of the largest remainder. */
final class Apportionment {
  private Apportionment() {}

  /**
   * How many each part gets.
   *
   * @param weights of the parts, which sum to 1
   * @param least what a part gets whatever its weight: the sum may then be above the total
   */
  static int[] of(long total, List<Double> weights, int least) {
    int[] parts = weights.stream().mapToInt(weight -> (int) Math.floor(weight * total)).toArray();
    long left = total - IntStream.of(parts).sum();
    IntStream.range(0, parts.length)
        .boxed()
        .sorted(
            Comparator.<Integer>comparingDouble(i -> parts[i] - weights.get(i) * total)
                .thenComparing(Comparator.naturalOrder()))
        .limit(left)
        .forEach(i -> parts[i]++);
    return IntStream.of(parts).map(part -> Math.max(part, least)).toArray();
  }
}
