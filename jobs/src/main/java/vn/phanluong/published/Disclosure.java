package vn.phanluong.published;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * Which hidden figures follow from relations and from the figures that are shown. Shown figures
 * drop out of the relations; a hidden one follows if it is 0 in every solution of what is left.
 * Relations are solved from the figure that stands in fewest of them, and one solution is drawn: a
 * figure that is free in any solution is 0 in the drawn one once in two thousand million times,
 * which would hide a figure more than is needed, never one less.
 */
final class Disclosure {
  /** A prime. Shares have twelve decimals: as whole numbers they are taken by their rest. */
  private static final long MODULUS = Integer.MAX_VALUE;

  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  /** A figure as the sum of others that stand later in the order of solving. */
  private record Solved(int figure, Map<Integer, Long> row) {}

  /** A figure and in how many relations it stood when that was noted. */
  private record Noted(int relations, int figure) implements Comparable<Noted> {
    @Override
    public int compareTo(Noted other) {
      return relations != other.relations
          ? Integer.compare(relations, other.relations)
          : Integer.compare(figure, other.figure);
    }
  }

  private final Map<Integer, Map<Integer, Long>> rows = new HashMap<>();
  private final Map<Integer, Set<Integer>> columns = new HashMap<>();
  private final PriorityQueue<Noted> queue = new PriorityQueue<>();

  private Disclosure(List<Relation> relations, BitSet hidden) {
    for (int i = 0; i < relations.size(); i++) {
      Relation relation = relations.get(i);
      for (int k = 0; k < relation.figures().length; k++) {
        if (hidden.get(relation.figures()[k])) {
          add(i, relation.figures()[k], Math.floorMod(relation.weights()[k], MODULUS));
        }
      }
    }
    columns.keySet().forEach(this::note);
  }

  /** The hidden figures that anybody could compute. */
  static BitSet of(List<Relation> relations, BitSet hidden) {
    Disclosure disclosure = new Disclosure(relations, hidden);
    return disclosure.zeros(disclosure.solved());
  }

  private List<Solved> solved() {
    Deque<Solved> solved = new ArrayDeque<>();
    while (!queue.isEmpty()) {
      Noted next = queue.poll();
      Set<Integer> holders = columns.getOrDefault(next.figure(), Set.of());
      if (holders.isEmpty() || holders.size() != next.relations()) {
        continue;
      }
      Map<Integer, Long> row = taken(holders.stream().min(this::compare).orElseThrow());
      for (int other : Set.copyOf(columns.get(next.figure()))) {
        subtract(other, row, next.figure());
      }
      columns.remove(next.figure());
      row.keySet().forEach(this::note);
      solved.addFirst(new Solved(next.figure(), row));
    }
    return List.copyOf(solved);
  }

  private int compare(int one, int other) {
    int difference = Integer.compare(size(one), size(other));
    return difference != 0 ? difference : Integer.compare(one, other);
  }

  private int size(int row) {
    return rows.getOrDefault(row, Map.of()).size();
  }

  private Map<Integer, Long> taken(int number) {
    Map<Integer, Long> row = rows.getOrDefault(number, Map.of());
    rows.remove(number);
    row.keySet().forEach(figure -> columns.getOrDefault(figure, Set.of()).remove(number));
    return row;
  }

  /** Takes so much of a row from another that the figure leaves it. */
  private void subtract(int number, Map<Integer, Long> row, int figure) {
    long own = rows.getOrDefault(number, Map.of()).getOrDefault(figure, 0L);
    long factor = own * inverse(row.getOrDefault(figure, 1L)) % MODULUS;
    row.forEach((each, value) -> add(number, each, MODULUS - factor * value % MODULUS));
  }

  private void add(int number, int figure, long value) {
    Map<Integer, Long> row = rows.computeIfAbsent(number, it -> new HashMap<>());
    long sum = Math.floorMod(row.getOrDefault(figure, 0L) + value, MODULUS);
    if (sum == 0) {
      row.remove(figure);
      columns.getOrDefault(figure, new HashSet<>()).remove(number);
    } else {
      row.put(figure, sum);
      columns.computeIfAbsent(figure, it -> new HashSet<>()).add(number);
    }
  }

  private void note(int figure) {
    queue.add(new Noted(columns.getOrDefault(figure, Set.of()).size(), figure));
  }

  /** The figures that are 0 in a solution whose free figures are drawn; last solved come first. */
  private BitSet zeros(List<Solved> solved) {
    Map<Integer, Long> values = new HashMap<>();
    BitSet zeros = new BitSet();
    for (Solved each : solved) {
      long sum = 0;
      long own = 1;
      for (Map.Entry<Integer, Long> term : each.row().entrySet()) {
        if (term.getKey() == each.figure()) {
          own = term.getValue();
        } else {
          long value = values.computeIfAbsent(term.getKey(), Disclosure::drawn);
          sum = (sum + term.getValue() * value) % MODULUS;
        }
      }
      long value = (MODULUS - sum) % MODULUS * inverse(own) % MODULUS;
      values.put(each.figure(), value);
      zeros.set(each.figure(), value == 0);
    }
    return zeros;
  }

  /** The same for a figure every time, and unlike that of others. */
  private static long drawn(int figure) {
    long mixed = (figure + 1) * SPREAD;
    mixed = (mixed ^ (mixed >>> 29)) * 0xBF58476D1CE4E5B9L;
    return 1 + Math.floorMod(mixed ^ (mixed >>> 32), MODULUS - 1);
  }

  private static long inverse(long value) {
    long result = 1;
    long base = value % MODULUS;
    for (long exponent = MODULUS - 2; exponent > 0; exponent >>= 1) {
      if ((exponent & 1) == 1) {
        result = result * base % MODULUS;
      }
      base = base * base % MODULUS;
    }
    return result;
  }
}
