package vn.phanluong.published;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What classes of a distribution tell: they add up to the whole, and other figures of the family
 * are sums of some of them. Whether they are, the numbers say, everywhere at once.
 */
final class Classes {
  /** Subsets of more classes than these are not tried. */
  private static final int MOST = 13;

  private final List<Cell> cells;
  private final Map<String, Map<String, Integer>> series;
  private final List<Relation> relations = new ArrayList<>();

  Classes(List<Cell> cells, Map<String, Map<String, Integer>> series) {
    this.cells = cells;
    this.series = series;
  }

  List<Relation> relations() {
    Map<String, List<String>> byIndicator = new TreeMap<>();
    series
        .values()
        .forEach(
            it -> {
              Cell first = cells.get(it.values().iterator().next());
              byIndicator
                  .computeIfAbsent(first.indicator(), any -> new ArrayList<>())
                  .add(first.series());
            });
    for (List<String> classes : byIndicator.values()) {
      if (classes.size() > 1 && addUp(classes)) {
        for (String each : series.keySet()) {
          if (!classes.contains(each)) {
            sumOf(classes, each, 0);
          }
          sumOf(classes, each, 1);
        }
      }
    }
    repeated();
    return relations;
  }

  /** True if the classes are the whole somewhere; wherever they are, they are a relation. */
  private boolean addUp(List<String> classes) {
    boolean doSome = false;
    for (Map.Entry<String, Integer> one : numbers(classes.get(0)).entrySet()) {
      int[] figures = figures(classes, one.getKey(), -1L);
      BigDecimal denominator = cells.get(one.getValue()).denominator();
      if (figures != null && Cell.areEqual(sum(figures), denominator)) {
        relations.add(Relation.ofKnownTotal(figures));
        doSome = true;
      }
    }
    return doSome;
  }

  /** Relates a series to the fewest classes whose sum it is everywhere, if there are such. */
  private void sumOf(List<String> classes, String other, int kind) {
    if (classes.size() > MOST) {
      return;
    }
    long best = 0;
    for (long subset = 1; subset < (1L << classes.size()) - 1; subset++) {
      boolean isSmaller = best == 0 || Long.bitCount(subset) < Long.bitCount(best);
      if (isSmaller && isSum(classes, other, kind, subset)) {
        best = subset;
      }
    }
    if (best != 0) {
      for (Map.Entry<String, Integer> each : numbers(other).entrySet()) {
        int[] figures = figures(classes, each.getKey(), best);
        if (figures != null) {
          relations.add(Relation.ofTotal(2 * each.getValue() + kind, figures));
        }
      }
    }
  }

  private boolean isSum(List<String> classes, String other, int kind, long subset) {
    boolean isSome = false;
    for (Map.Entry<String, Integer> each : numbers(other).entrySet()) {
      int[] figures = figures(classes, each.getKey(), subset);
      BigDecimal value = Family.value(cells, 2 * each.getValue() + kind);
      if (figures != null) {
        if (value == null || !Cell.areEqual(sum(figures), value)) {
          return false;
        }
        isSome |= value.signum() > 0;
      }
    }
    return isSome;
  }

  /** Two series of the same numbers are one. */
  private void repeated() {
    Map<String, Map<String, Integer>> seen = new HashMap<>();
    for (Map<String, Integer> numbers : series.values()) {
      for (int kind = 0; kind < 2; kind++) {
        StringBuilder text = new StringBuilder();
        Map<String, Integer> figures = new TreeMap<>();
        for (Map.Entry<String, Integer> each : numbers.entrySet()) {
          int figure = 2 * each.getValue() + kind;
          BigDecimal value = Family.value(cells, figure);
          if (value != null) {
            figures.put(each.getKey(), figure);
            text.append(each.getKey()).append(value.stripTrailingZeros().toPlainString());
          }
        }
        Map<String, Integer> before = seen.putIfAbsent(text.toString(), figures);
        if (before != null) {
          figures.forEach(
              (whom, figure) -> {
                Integer same = before.get(whom);
                if (same != null) {
                  relations.add(Relation.ofTotal(figure, new int[] {same}));
                }
              });
        }
      }
    }
  }

  private Map<String, Integer> numbers(String name) {
    return series.getOrDefault(name, Map.of());
  }

  /** The numerators of the chosen classes of somebody; null if one is missing. */
  private int @Nullable [] figures(List<String> classes, String whom, long subset) {
    List<Integer> figures = new ArrayList<>();
    for (int i = 0; i < classes.size(); i++) {
      if ((subset >> i & 1) == 1) {
        Integer number = numbers(classes.get(i)).get(whom);
        if (number == null) {
          return null;
        }
        figures.add(2 * number);
      }
    }
    return figures.stream().mapToInt(Integer::intValue).toArray();
  }

  private BigDecimal sum(int[] figures) {
    BigDecimal sum = BigDecimal.ZERO;
    for (int figure : figures) {
      sum = sum.add(cells.get(figure / 2).numerator());
    }
    return sum;
  }
}
