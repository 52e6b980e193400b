package vn.phanluong.published;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which hidden figures follow from relations and from the figures that are shown. Shown figures
 * drop out of the relations; a hidden one follows if it is 0 in every solution of what is left.
 * Relations are solved from the figure that stands in fewest of them, and one solution is drawn: a
 * figure that is free in any solution is 0 in the drawn one once in two thousand million times,
 * which would hide a figure more than is needed, never one less.
 */
final class Disclosure {
  /** A prime. Shares have twelve decimals: as whole numbers they are taken by their rest. */
  static final long MODULUS = Integer.MAX_VALUE;

  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  /**
   * A figure as the sum of others that stand later in the order of solving.
   *
   * @param place in that order
   * @param row weights that add up to 0, its own of 1 among them
   * @param made how often each relation was taken to come to this
   */
  private record Solved(int figure, int place, Map<Integer, Long> row, Map<Integer, Long> made) {}

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
  private final Map<Integer, Map<Integer, Long>> made = new HashMap<>();
  private final Map<Integer, Set<Integer>> columns = new HashMap<>();
  private final PriorityQueue<Noted> queue = new PriorityQueue<>();

  private final Map<Integer, Solved> solved = new HashMap<>();
  private final BitSet told;

  /** Solves some relations. */
  Disclosure(List<Relation> relations, BitSet hidden) {
    for (int i = 0; i < relations.size(); i++) {
      Relation relation = relations.get(i);
      made.put(i, new HashMap<>(Map.of(i, 1L)));
      for (int k = 0; k < relation.figures().length; k++) {
        if (hidden.get(relation.figures()[k])) {
          add(i, relation.figures()[k], Math.floorMod(relation.weights()[k], MODULUS));
        }
      }
    }
    columns.keySet().forEach(this::note);
    told = zeros(solve());
  }

  /** The hidden figures that anybody could compute. */
  BitSet told() {
    return (BitSet) told.clone();
  }

  /** Sums of relations in which nothing hidden is left: how often each is taken. */
  List<Map<Integer, Long>> checks() {
    return made.keySet().stream()
        .sorted()
        .map(it -> Map.copyOf(made.getOrDefault(it, Map.of())))
        .toList();
  }

  /** How often each relation is to be taken until of all that is hidden a told figure is left. */
  Map<Integer, Long> computation(int figure) {
    Solved told = Objects.requireNonNull(solved.get(figure));
    Map<Integer, Long> row = new HashMap<>(told.row());
    Map<Integer, Long> taken = new HashMap<>(told.made());
    // A row holds its own figure, and others that were solved later or are free.
    NavigableMap<Integer, Solved> open = new TreeMap<>();
    row.keySet().forEach(it -> open(it, open));
    open.remove(told.place());
    while (!open.isEmpty()) {
      Solved next = open.pollFirstEntry().getValue();
      long own = row.getOrDefault(next.figure(), 0L);
      if (own != 0) {
        long times = MODULUS - own;
        next.row().keySet().forEach(it -> open(it, open));
        open.remove(next.place());
        add(row, next.row(), times);
        add(taken, next.made(), times);
      }
    }
    return taken;
  }

  private void open(int figure, NavigableMap<Integer, Solved> open) {
    Solved each = solved.get(figure);
    if (each != null) {
      open.put(each.place(), each);
    }
  }

  /** Adds so many times a sparse vector to another. */
  static void add(Map<Integer, Long> to, Map<Integer, Long> some, long times) {
    some.forEach((each, value) -> to.merge(each, times * value % MODULUS, Disclosure::sum));
  }

  /** The figures in the opposite order of solving. */
  private List<Solved> solve() {
    Deque<Solved> order = new ArrayDeque<>();
    while (!queue.isEmpty()) {
      Noted next = queue.poll();
      Set<Integer> holders = columns.getOrDefault(next.figure(), Set.of());
      if (holders.isEmpty() || holders.size() != next.relations()) {
        continue;
      }
      int taken = holders.stream().min(this::compare).orElseThrow();
      Map<Integer, Long> row = taken(taken);
      Map<Integer, Long> how = Objects.requireNonNull(made.remove(taken));
      long inverse = inverse(row.getOrDefault(next.figure(), 1L));
      row.replaceAll((each, value) -> value * inverse % MODULUS);
      how.replaceAll((each, value) -> value * inverse % MODULUS);
      for (int other : Set.copyOf(columns.get(next.figure()))) {
        long own = rows.getOrDefault(other, Map.of()).getOrDefault(next.figure(), 0L);
        long times = MODULUS - own;
        row.forEach((each, value) -> add(other, each, times * value % MODULUS));
        add(made.computeIfAbsent(other, it -> new HashMap<>()), how, times);
      }
      columns.remove(next.figure());
      row.keySet().forEach(this::note);
      Solved each = new Solved(next.figure(), solved.size(), row, how);
      solved.put(next.figure(), each);
      order.addFirst(each);
    }
    return List.copyOf(order);
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

  /** Null for 0: what is taken as often as it is given back is not taken. */
  static @Nullable Long sum(long one, long other) {
    long sum = (one + other) % MODULUS;
    return sum == 0 ? null : sum;
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
  private static BitSet zeros(List<Solved> solved) {
    Map<Integer, Long> values = new HashMap<>();
    BitSet zeros = new BitSet();
    for (Solved each : solved) {
      long sum = 0;
      for (Map.Entry<Integer, Long> term : each.row().entrySet()) {
        if (term.getKey() != each.figure()) {
          long value = values.computeIfAbsent(term.getKey(), Disclosure::drawn);
          sum = (sum + term.getValue() * value) % MODULUS;
        }
      }
      long value = (MODULUS - sum) % MODULUS;
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

  static long inverse(long value) {
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
