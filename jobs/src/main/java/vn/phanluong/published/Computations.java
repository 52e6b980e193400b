package vn.phanluong.published;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How told figures are computed, while more and more is hidden: sums of relations in which of all
 * that is hidden one figure is left. Beside them stand checks, sums in which none is left. Who
 * hides a figure that is in a check can compute it from the check, and do without it in all other
 * sums; whoever hides one that is in no check breaks every computation with it.
 */
final class Computations {
  private final List<Relation> relations;

  /** Of each figure its weight in each relation. */
  private final Map<Integer, Map<Integer, Long>> weights = new HashMap<>();

  /** By figure, and checks by negative numbers: how often each relation is taken. */
  private final Map<Integer, Map<Integer, Long>> sums = new HashMap<>();

  /** By relation, the sums it is taken in. */
  private final Map<Integer, Set<Integer>> takenIn = new HashMap<>();

  /**
   * @param disclosure of the same relations
   * @param told some of the figures it tells
   */
  Computations(List<Relation> relations, Disclosure disclosure, BitSet told) {
    this.relations = relations;
    for (int i = 0; i < relations.size(); i++) {
      Relation relation = relations.get(i);
      for (int k = 0; k < relation.figures().length; k++) {
        weights
            .computeIfAbsent(relation.figures()[k], it -> new HashMap<>())
            .put(i, Math.floorMod(relation.weights()[k], Disclosure.MODULUS));
      }
    }
    told.stream().forEach(figure -> put(figure, disclosure.computation(figure)));
    int number = 0;
    for (Map<Integer, Long> check : disclosure.checks()) {
      put(--number, check);
    }
  }

  /** True as long as a figure is told. */
  boolean has(int figure) {
    return sums.containsKey(figure);
  }

  /** The figures a told one is computed with, and itself. */
  BitSet of(int figure) {
    Map<Integer, Long> total = new HashMap<>();
    sum(figure)
        .forEach(
            (number, times) -> {
              for (int each : relations.get(number).figures()) {
                long weight = weights(each).getOrDefault(number, 0L);
                total.merge(each, weight * times % Disclosure.MODULUS, Disclosure::sum);
              }
            });
    BitSet figures = new BitSet();
    total.keySet().forEach(figures::set);
    return figures;
  }

  /** Hides one more figure. */
  void hide(int figure) {
    Map<Integer, Long> with = new TreeMap<>();
    weights(figure)
        .forEach(
            (number, weight) ->
                takenIn
                    .getOrDefault(number, Set.of())
                    .forEach(
                        each -> {
                          long times = sum(each).getOrDefault(number, 0L);
                          with.merge(each, weight * times % Disclosure.MODULUS, Disclosure::sum);
                        }));
    Integer check = null;
    for (int each : with.keySet()) {
      if (each < 0 && (check == null || sum(each).size() < sum(check).size())) {
        check = each;
      }
    }
    if (check == null) {
      with.keySet().forEach(this::remove);
      return;
    }
    Map<Integer, Long> instead = remove(check);
    long inverse = Disclosure.inverse(with.getOrDefault(check, 1L));
    for (Map.Entry<Integer, Long> each : with.entrySet()) {
      if (!each.getKey().equals(check)) {
        Map<Integer, Long> sum = new HashMap<>(remove(each.getKey()));
        long times = Disclosure.MODULUS - each.getValue() * inverse % Disclosure.MODULUS;
        Disclosure.add(sum, instead, times);
        put(each.getKey(), sum);
      }
    }
  }

  private Map<Integer, Long> weights(int figure) {
    return weights.getOrDefault(figure, Map.of());
  }

  private Map<Integer, Long> sum(int number) {
    return sums.getOrDefault(number, Map.of());
  }

  private void put(int number, Map<Integer, Long> sum) {
    sums.put(number, sum);
    sum.keySet().forEach(it -> takenIn.computeIfAbsent(it, any -> new HashSet<>()).add(number));
  }

  private Map<Integer, Long> remove(int number) {
    Map<Integer, Long> sum = sum(number);
    sums.remove(number);
    sum.keySet().forEach(it -> takenIn.getOrDefault(it, new HashSet<>()).remove(number));
    return sum;
  }
}
