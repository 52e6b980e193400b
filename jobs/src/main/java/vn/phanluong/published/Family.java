package vn.phanluong.published;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Figures of one cohort that may tell of one another: those of one whole, for all places and
 * groups. A relation is one only where the numbers themselves add up; who does not know that cannot
 * compute with it, and who assumes it errs.
 */
final class Family {
  /** Shares have so many decimals. */
  private static final int DECIMALS = 12;

  private static final long WHOLE = BigDecimal.ONE.movePointRight(DECIMALS).longValueExact();

  private final List<Cell> cells;
  private final List<Relation> relations = new ArrayList<>();

  /** By series, by whom: the number of the cell. */
  private final Map<String, Map<String, Integer>> series = new TreeMap<>();

  private final Map<String, List<Integer>> places = new HashMap<>();

  /** Figure 2i is the numerator of cell i, figure 2i + 1 the unknown. */
  private Family(List<Cell> cells) {
    this.cells = cells;
    for (int i = 0; i < cells.size(); i++) {
      Cell cell = cells.get(i);
      series.computeIfAbsent(cell.series(), it -> new TreeMap<>()).put(cell.whom(), i);
      places.computeIfAbsent(cell.place(), it -> new ArrayList<>()).add(i);
    }
  }

  /** Of each cell whether it is hidden. */
  static List<Boolean> hidden(List<Cell> unordered, Collection<PlaceSum> sums) {
    List<Cell> cells = unordered.stream().sorted().toList();
    Family family = new Family(cells);
    family.places(sums);
    family.groups();
    new Classes(cells, family.series).relations().forEach(family.relations::add);
    BitSet hidden = family.hidden();
    Map<Cell, Boolean> states = new HashMap<>();
    IntStream.range(0, cells.size()).forEach(i -> states.put(cells.get(i), hidden.get(i)));
    return unordered.stream().map(it -> states.getOrDefault(it, true)).toList();
  }

  private BitSet hidden() {
    BitSet small = new BitSet();
    int[] rowOf = new int[2 * cells.size()];
    for (int i = 0; i < cells.size(); i++) {
      small.set(i, cells.get(i).isSmall());
      rowOf[2 * i] = i;
      rowOf[2 * i + 1] = i;
    }
    return new Complement(relations, rowOf, small).rows();
  }

  /** A place is the sum of its parts, and of its members on another boundary. */
  private void places(Collection<PlaceSum> sums) {
    for (PlaceSum sum : sums) {
      for (int total : places.getOrDefault(sum.total(), List.of())) {
        Cell cell = cells.get(total);
        Map<Integer, BigDecimal> terms = new TreeMap<>();
        sum.shares()
            .forEach(
                (place, share) -> {
                  Integer term =
                      series.getOrDefault(cell.series(), Map.of()).get(place + "|" + cell.group());
                  if (term != null) {
                    terms.put(term, share);
                  }
                });
        sum(total, terms);
      }
    }
  }

  /** Everybody is the sum of the members of each breakdown. */
  private void groups() {
    for (Map<String, Integer> each : series.values()) {
      Map<String, Map<Integer, BigDecimal>> members = new TreeMap<>();
      for (int number : each.values()) {
        Cell cell = cells.get(number);
        if (!cell.breakdown().isEmpty()) {
          members
              .computeIfAbsent(cell.place() + "|" + cell.breakdown(), it -> new TreeMap<>())
              .put(number, BigDecimal.ONE);
        }
      }
      members.forEach(
          (key, numbers) -> {
            Integer total = each.get(key.substring(0, key.indexOf('|') + 1));
            if (total != null) {
              sum(total, numbers);
            }
          });
    }
  }

  private void sum(int total, Map<Integer, BigDecimal> terms) {
    for (int kind = 0; kind < 2; kind++) {
      BigDecimal rest = value(cells, 2 * total + kind);
      int[] figures = new int[terms.size()];
      long[] weights = new long[terms.size()];
      int i = 0;
      for (Map.Entry<Integer, BigDecimal> term : terms.entrySet()) {
        figures[i] = 2 * term.getKey() + kind;
        weights[i] = term.getValue().movePointRight(DECIMALS).longValueExact();
        BigDecimal value = value(cells, figures[i]);
        rest =
            rest == null || value == null ? null : rest.subtract(value.multiply(term.getValue()));
        i++;
      }
      if (i > 0 && rest != null && Cell.areEqual(rest, BigDecimal.ZERO)) {
        relations.add(Relation.ofTotal(2 * total + kind, WHOLE, figures, weights));
      }
    }
  }

  static @Nullable BigDecimal value(List<Cell> cells, int figure) {
    Cell cell = cells.get(figure / 2);
    return figure % 2 == 0 ? cell.numerator() : cell.unknown();
  }
}
