package vn.phanluong.reading;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.phanluong.definition.Field;
import vn.phanluong.text.Spelling;

/** Says of each cell of a field whether it holds a value, and if not why. */
final class States {
  private final int position;
  private final Map<String, Field.State> byText = new HashMap<>();

  States(Field field, FieldPositions positions) {
    position = positions.of(field.stateField());
    byText.put("", Field.State.MISSING);
    field.states().forEach((text, state) -> byText.put(Spelling.fold(text), state));
  }

  /** Puts the state of a cell into the row; true if the cell holds a value to be read. */
  boolean put(@Nullable Object[] row, String text) {
    Field.State state = byText.getOrDefault(Spelling.fold(text), Field.State.REPORTED);
    row[position] = state.text();
    return state == Field.State.REPORTED;
  }
}
