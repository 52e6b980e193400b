package vn.phanluong.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.phanluong.definition.Contract;
import vn.phanluong.definition.Field;

/** The fields of a contract by name and by place in a row. */
final class FieldPositions {
  private final String dataset;
  private final List<Field> fields;
  private final Map<String, Integer> positions = new HashMap<>();

  FieldPositions(Contract contract) {
    dataset = contract.table();
    fields = contract.fields();
    for (int i = 0; i < fields.size(); i++) {
      positions.put(fields.get(i).name(), i);
    }
  }

  /**
   * Place of a field in a row.
   *
   * @throws IllegalArgumentException if the dataset has no such field: layout and contract disagree
   */
  int of(String name) {
    Integer position = positions.get(name);
    if (position == null) {
      throw new IllegalArgumentException("Dataset %s has no field %s".formatted(dataset, name));
    }
    return position;
  }

  Field field(String name) {
    return fields.get(of(name));
  }

  Field field(int position) {
    return fields.get(position);
  }

  int count() {
    return fields.size();
  }

  /** What a sender calls each field, by its name. */
  Map<String, String> called() {
    return fields.stream()
        .filter(field -> !field.aliases().isEmpty())
        .collect(Collectors.toMap(Field::name, field -> field.aliases().get(0)));
  }

  /** A further field a cell decides when it holds a value. */
  record Decided(int position, Object value) {}

  List<Decided> decided(Map<String, String> constants) {
    @Nullable Object[] values = constants(constants);
    List<Decided> decided = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      Object value = values[i];
      if (value != null) {
        decided.add(new Decided(i, value));
      }
    }
    return List.copyOf(decided);
  }

  /** Values of constants by place in a row; null where there is none. */
  @Nullable Object[] constants(Map<String, String> constants) {
    @Nullable Object[] values = new @Nullable Object[fields.size()];
    RowFindings findings = new RowFindings(0);
    constants.forEach(
        (name, text) -> values[of(name)] = CellReader.text(text, field(of(name)), findings));
    if (findings.isRejected()) {
      throw new IllegalArgumentException(
          "Dataset %s cannot hold the constants %s".formatted(dataset, constants));
    }
    return values;
  }
}
