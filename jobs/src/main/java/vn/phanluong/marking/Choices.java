package vn.phanluong.marking;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.phanluong.definition.Field;
import vn.phanluong.definition.IndicatorDefinitions;
import vn.phanluong.definition.Reference;
import vn.phanluong.definition.SchemaFiles;

/**
 * What a sender chooses from for a field of codes.
 *
 * @param codes what a cell holds
 * @param meanings each with its names, to be read
 */
record Choices(List<String> codes, List<String> meanings) {
  private static final String REFERENCE = "reference.";
  private static final String INDICATORS = "indicators";

  /** The choices of a field; none where it takes any text. */
  static Choices of(Field field, SchemaFiles files) {
    String list = field.codes();
    if (list != null) {
      return named(Reference.rows(files, list.substring(0, list.indexOf('.'))));
    }
    List<String> stated = field.choices();
    if (stated.equals(List.of(INDICATORS))) {
      Map<String, String> names = new TreeMap<>();
      IndicatorDefinitions.of(files)
          .forEach((id, indicator) -> names.put(id, "%s = %s".formatted(id, indicator.nameVi())));
      return new Choices(List.copyOf(names.keySet()), List.copyOf(names.values()));
    }
    if (stated.size() == 1 && stated.get(0).startsWith(REFERENCE)) {
      String[] path = stated.get(0).substring(REFERENCE.length()).split("\\.", 2);
      List<Map<String, String>> rows = Reference.rows(files, path[0]);
      return new Choices(
          rows.stream().map(row -> row.getOrDefault(path[1], "")).toList(),
          rows.stream().map(row -> meaning(row, path[1])).toList());
    }
    return new Choices(stated, stated);
  }

  /** Codes that are read by their names; a sender chooses the name. */
  private static Choices named(List<Map<String, String>> rows) {
    return new Choices(
        rows.stream().map(row -> row.getOrDefault("name_vi", "")).toList(),
        rows.stream().map(row -> meaning(row, "name_vi")).toList());
  }

  private static String meaning(Map<String, String> row, String codeColumn) {
    return "%s = %s (%s)"
        .formatted(
            row.getOrDefault(codeColumn, ""),
            row.getOrDefault("name_vi", ""),
            row.getOrDefault("name_en", ""));
  }

  boolean isEmpty() {
    return codes.isEmpty();
  }
}
