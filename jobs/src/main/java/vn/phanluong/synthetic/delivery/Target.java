package vn.phanluong.synthetic.delivery;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.phanluong.definition.Field;
import vn.phanluong.synthetic.Draws;

/**
 * A row that dirt may strike.
 *
 * @param cells as they would be written
 * @param ordinal of the row in its file, from 0
 */
record Target(Form form, DeliveredRow row, List<String> cells, int ordinal, Draws draws) {
  /**
   * A file tells its year by its first row: a wrong year there would make all others wrong. So does
   * its place.
   */
  private static final int SETTLED = 5;

  boolean isSettled() {
    return ordinal >= SETTLED;
  }

  boolean isFirst() {
    return ordinal == 0;
  }

  /** Place of a filled cell of a column like this, drawn among all; -1 if there is none. */
  int filled(Predicate<Form.Column> like) {
    int[] places =
        IntStream.range(0, form.columns().size())
            .filter(i -> form.columns().get(i).field() != null && !cells.get(i).isEmpty())
            .filter(i -> !form.columns().get(i).isFurther())
            .filter(i -> like.test(form.columns().get(i)))
            .toArray();
    return places.length == 0 ? -1 : places[(int) (draw("dirt/cell") * places.length)];
  }

  /** Place of the first of some fields that has a filled cell; -1 if none has. */
  int firstFilled(List<String> fields) {
    for (String field : fields) {
      int place = form.placeOf(field);
      if (place >= 0 && !cells.get(place).isEmpty()) {
        return place;
      }
    }
    return -1;
  }

  /** A value in the form contracts store; empty where there is none. */
  String value(String field) {
    int place = form.placeOf(field);
    if (place < 0) {
      return "";
    }
    Form.Column column = form.columns().get(place);
    return column.kind() == Form.Kind.YEAR
        ? Integer.toString(form.period())
        : row.values().get(column.source());
  }

  /** One cell with another text; null if it has that already or there is no cell. */
  @Nullable Struck instead(int place, String written) {
    return place < 0 || cells.get(place).equals(written)
        ? null
        : Struck.cell(place, cells.get(place), written);
  }

  /** One cell with another value, worded as the reporter does. */
  @Nullable Struck meaning(int place, String value) {
    Field field = place < 0 ? null : form.columns().get(place).field();
    return field == null ? null : instead(place, form.wording().text(field, value));
  }

  double draw(String what) {
    return draws.share(what, Keys.of(form.contract().table()), row.person(), row.record());
  }
}
