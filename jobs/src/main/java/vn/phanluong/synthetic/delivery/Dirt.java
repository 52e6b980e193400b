package vn.phanluong.synthetic.delivery;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.phanluong.synthetic.Draws;

/** Strikes the rows of one file. */
final class Dirt {
  /** A kind that fits no row of so many fits none. */
  private static final int TRIED_ROWS = 5_000;

  private static final Map<String, Function<Target, @Nullable Struck>> KINDS = kinds();

  private final Draws draws;
  private final Form form;
  private final List<DirtKind> byRate = new ArrayList<>();
  private final List<DirtKind> sure;
  private final double rate;
  private final boolean isSilentMade;
  private final long dataset;

  /** What struck a row. */
  record Hit(DirtKind kind, Struck struck) {}

  /**
   * @param sure kinds that must strike a row, whatever their rate
   * @param isSilentMade whether rows may be struck by what no reader can see
   */
  Dirt(Draws draws, Form form, List<DirtKind> sure, boolean isSilentMade) {
    this.isSilentMade = isSilentMade;
    this.draws = draws;
    this.form = form;
    this.sure = new ArrayList<>(sure);
    dataset = Keys.of(form.contract().table());
    for (DirtKind kind : DirtKind.all()) {
      if (!kind.isOfFile() && kind.isOf(form.contract().table())) {
        byRate.add(kind);
      }
    }
    rate = byRate.stream().mapToDouble(DirtKind::rate).sum();
  }

  private static Map<String, Function<Target, @Nullable Struck>> kinds() {
    Map<String, Function<Target, @Nullable Struck>> kinds = new HashMap<>();
    kinds.putAll(CellDirt.kinds());
    kinds.putAll(RowDirt.kinds());
    kinds.putAll(PlaceDirt.kinds());
    kinds.putAll(SilentDirt.kinds());
    return kinds;
  }

  /** What strikes a row, or null. */
  @Nullable Hit strike(DeliveredRow row, String[] cells, int ordinal) {
    double draw = draws.share("dirt/row", dataset, row.person(), row.record());
    boolean isTried = !sure.isEmpty() && ordinal < TRIED_ROWS;
    if (draw >= rate && !isTried) {
      return null;
    }
    Target target = new Target(form, row, List.of(cells), ordinal, draws);
    for (DirtKind kind : byRate) {
      draw -= kind.rate();
      if (draw < 0) {
        boolean isMade = isSilentMade || kind.strength() != DirtKind.Strength.SILENT;
        Struck struck = isMade ? struck(kind, target) : null;
        return struck == null ? null : new Hit(kind, struck);
      }
    }
    for (DirtKind kind : sure) {
      Struck struck = struck(kind, target);
      if (struck != null) {
        sure.remove(kind);
        return new Hit(kind, struck);
      }
    }
    return null;
  }

  private static @Nullable Struck struck(DirtKind kind, Target target) {
    Function<Target, @Nullable Struck> maker = KINDS.get(kind.name());
    if (maker == null) {
      throw new IllegalStateException("Nobody makes dirt " + kind.name());
    }
    return maker.apply(target);
  }
}
