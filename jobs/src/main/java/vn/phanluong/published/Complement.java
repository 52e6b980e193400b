package vn.phanluong.published;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Secondary suppression: hides rows until no small one follows from those that are shown. First
 * wherever one alone is hidden in a relation, then wherever several relations together still tell
 * it. Rows stand in the order in which they are to be hidden, so that the same figures always hide
 * the same rows.
 */
final class Complement {
  private final List<Relation> relations;
  private final int[] rowOf;
  private final BitSet small;
  private final BitSet hidden;
  private final List<List<Integer>> relationsOf = new ArrayList<>();

  /**
   * @param rowOf the row each figure stands in; a row is hidden with all its figures
   * @param small the rows that are hidden for their own sake
   */
  Complement(List<Relation> relations, int[] rowOf, BitSet small) {
    this.relations = relations;
    this.rowOf = rowOf.clone();
    this.small = small;
    this.hidden = (BitSet) small.clone();
    for (int figure = 0; figure < rowOf.length; figure++) {
      relationsOf.add(new ArrayList<>());
    }
    for (int i = 0; i < relations.size(); i++) {
      for (int figure : relations.get(i).figures()) {
        relationsOf.get(figure).add(i);
      }
    }
  }

  /** All rows to hide, the small ones among them. */
  BitSet rows() {
    BitSet told;
    do {
      hideBesideLonely();
      told = Disclosure.of(relations, figures());
    } while (hideBeside(told));
    showAgain(told);
    return (BitSet) hidden.clone();
  }

  private BitSet figures() {
    BitSet figures = new BitSet();
    for (int figure = 0; figure < rowOf.length; figure++) {
      figures.set(figure, hidden.get(rowOf[figure]));
    }
    return figures;
  }

  private void hideBesideLonely() {
    boolean more = true;
    while (more) {
      more = false;
      for (Relation relation : relations) {
        more |= hasLonely(relation) && hide(firstShown(List.of(relation)));
      }
    }
  }

  /** True if one row alone is hidden in it, and that for its own sake. */
  private boolean hasLonely(Relation relation) {
    int count = 0;
    boolean isSmall = false;
    for (int figure : relation.figures()) {
      if (hidden.get(rowOf[figure])) {
        count++;
        isSmall = small.get(rowOf[figure]);
      }
    }
    return count == 1 && isSmall;
  }

  /** Hides a row beside each small one told. */
  private boolean hideBeside(BitSet told) {
    boolean more = false;
    for (int figure = told.nextSetBit(0); figure >= 0; figure = told.nextSetBit(figure + 1)) {
      more |= small.get(rowOf[figure]) && hide(nearestShown(figure));
    }
    return more;
  }

  /** The first row that is shown in a relation of the figure, else of one beside it, and so on. */
  private int nearestShown(int figure) {
    BitSet seen = new BitSet();
    BitSet reached = new BitSet();
    reached.set(figure);
    while (!reached.isEmpty()) {
      List<Relation> near = new ArrayList<>();
      reached.stream()
          .flatMap(it -> relationsOf.get(it).stream().mapToInt(i -> i))
          .filter(it -> !seen.get(it))
          .distinct()
          .forEach(
              it -> {
                seen.set(it);
                near.add(relations.get(it));
              });
      int first = firstShown(near);
      if (first >= 0) {
        return first;
      }
      reached = new BitSet();
      for (Relation relation : near) {
        for (int other : relation.figures()) {
          reached.set(other);
        }
      }
    }
    return -1;
  }

  private int firstShown(List<Relation> among) {
    int first = -1;
    for (Relation relation : among) {
      for (int figure : relation.figures()) {
        int row = rowOf[figure];
        if (!hidden.get(row) && (first < 0 || row < first)) {
          first = row;
        }
      }
    }
    return first;
  }

  private boolean hide(int row) {
    if (row >= 0) {
      hidden.set(row);
    }
    return row >= 0;
  }

  /** To show what is told in any case tells nothing more. */
  private void showAgain(BitSet told) {
    BitSet isUntold = new BitSet();
    for (int figure = 0; figure < rowOf.length; figure++) {
      if (!relationsOf.get(figure).isEmpty() && !told.get(figure)) {
        isUntold.set(rowOf[figure]);
      }
    }
    hidden.and(isUntold);
    hidden.or(small);
  }
}
