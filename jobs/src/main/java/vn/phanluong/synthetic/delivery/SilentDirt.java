package vn.phanluong.synthetic.delivery;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.phanluong.definition.Field;

/** Dirt that looks right: nobody can find it in the file. */
final class SilentDirt {
  private static final int TEN_POINTS = 1000;
  private static final int TWELVE = 12;

  private SilentDirt() {}

  static Map<String, Function<Target, @Nullable Struck>> kinds() {
    return Map.of(
        "day_and_month_swapped",
        SilentDirt::swapped,
        "other_sex",
        SilentDirt::otherSex,
        "name_without_marks",
        SilentDirt::bareName,
        "digits_swapped",
        SilentDirt::digits,
        "score_of_another",
        SilentDirt::score,
        "count_digits_swapped",
        SilentDirt::count,
        "row_left_out",
        SilentDirt::leftOut);
  }

  /** Never the first row: it may be the only one, and a file without rows is turned away. */
  private static @Nullable Struck leftOut(Target row) {
    return row.isFirst() ? null : Struck.row(Struck.Shape.LEFT_OUT);
  }

  private static @Nullable Struck swapped(Target row) {
    String day = row.value("birth_date");
    if (day.length() != 10 || Integer.parseInt(day.substring(8)) > TWELVE) {
      return null;
    }
    return row.meaning(
        row.form().placeOf("birth_date"),
        day.substring(0, 5) + day.substring(8) + "-" + day.substring(5, 7));
  }

  private static @Nullable Struck otherSex(Target row) {
    int place = row.firstFilled(List.of("sex"));
    return place < 0
        ? null
        : row.meaning(place, row.value("sex").equals("male") ? "female" : "male");
  }

  private static @Nullable Struck bareName(Target row) {
    int place = row.firstFilled(List.of("full_name"));
    return place < 0 ? null : row.instead(place, PlaceDirt.bare(row.cells().get(place)));
  }

  /**
   * The first two digits that differ, the other way round. Later ones would give the number of
   * another learner of the same file, whose row would then be turned away.
   */
  private static @Nullable Struck digits(Target row) {
    int place = row.firstFilled(List.of("identity_number", "learner_code"));
    String text = place < 0 ? "" : row.cells().get(place);
    for (int i = 1; i < text.length(); i++) {
      if (text.charAt(i) != text.charAt(i - 1)) {
        return swapped(row, place, i);
      }
    }
    return null;
  }

  private static @Nullable Struck count(Target row) {
    int place = row.firstFilled(List.of("persons"));
    int last = place < 0 ? 0 : row.cells().get(place).length() - 1;
    return last > 1 ? swapped(row, place, last) : null;
  }

  private static @Nullable Struck swapped(Target row, int place, int at) {
    String text = row.cells().get(place);
    return row.instead(
        place,
        text.substring(0, at - 1) + text.charAt(at) + text.charAt(at - 1) + text.substring(at + 1));
  }

  private static @Nullable Struck score(Target row) {
    int place = row.filled(column -> column.holds(Field.Cell.SCORE));
    Field field = place < 0 ? null : row.form().columns().get(place).field();
    String points = field == null ? "" : row.value(field.name());
    return points.isEmpty() || points.indexOf('.') >= 0
        ? null
        : row.meaning(place, Integer.toString(TEN_POINTS - Integer.parseInt(points)));
  }
}
