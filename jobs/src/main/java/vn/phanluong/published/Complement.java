package vn.phanluong.published;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Secondary suppression: hides rows until no small one follows from those that are shown. First
 * wherever one alone is hidden in a relation, then among those from which several relations
 * together still tell one. Rows stand in the order in which they are to be hidden, so that the same
 * figures always hide the same rows.
 */
final class Complement {
  private final List<Relation> relations;
  private final int[] rowOf;
  private final BitSet small;
  private final BitSet hidden;
  private final List<List<Integer>> figuresOf = new ArrayList<>();
  private final BitSet related = new BitSet();

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
      while (figuresOf.size() <= rowOf[figure]) {
        figuresOf.add(new ArrayList<>());
      }
      figuresOf.get(rowOf[figure]).add(figure);
    }
    for (Relation relation : relations) {
      for (int figure : relation.figures()) {
        related.set(figure);
      }
    }
  }

  /** All rows to hide, the small ones among them. */
  BitSet rows() {
    hideBesideLonely();
    Disclosure disclosure = new Disclosure(relations, figures());
    BitSet told = disclosure.told();
    for (int figure = 0; figure < rowOf.length; figure++) {
      if (!small.get(rowOf[figure])) {
        told.clear(figure);
      }
    }
    hideSources(told, new Computations(relations, disclosure, told));
    showAgain(new Disclosure(relations, figures()).told());
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
        more |= hasLonely(relation) && hide(firstShown(Arrays.stream(relation.figures())));
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

  /** Hides the first row that a told figure is computed with, until no such computation is left. */
  private void hideSources(BitSet told, Computations computations) {
    for (int figure = told.nextSetBit(0); figure >= 0; figure = told.nextSetBit(figure + 1)) {
      while (computations.has(figure)) {
        int row = firstShown(computations.of(figure).stream());
        if (!hide(row)) {
          // Relations tell it by themselves.
          break;
        }
        figuresOf.get(row).forEach(computations::hide);
      }
    }
  }

  private int firstShown(IntStream figures) {
    return figures.map(it -> rowOf[it]).filter(it -> !hidden.get(it)).min().orElse(-1);
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
      if (related.get(figure) && !told.get(figure)) {
        isUntold.set(rowOf[figure]);
      }
    }
    hidden.and(isUntold);
    hidden.or(small);
  }
}
