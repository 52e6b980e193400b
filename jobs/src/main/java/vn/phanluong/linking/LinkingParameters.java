package vn.phanluong.linking;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import vn.phanluong.definition.Reference;
import vn.phanluong.definition.SchemaFiles;

/** What linking assumes and where it draws its lines: {@code linking_parameter.csv}. */
final class LinkingParameters implements Serializable {
  private static final long serialVersionUID = 1L;

  private final TreeMap<String, Double> values = new TreeMap<>();

  private LinkingParameters(List<Map<String, String>> rows) {
    for (Map<String, String> row : rows) {
      String name = row.getOrDefault("name", "");
      if (values.put(name, Double.valueOf(row.getOrDefault("value", ""))) != null) {
        throw new IllegalArgumentException("linking_parameter.csv says twice: " + name);
      }
    }
  }

  /** The parameters this program was built with. */
  static LinkingParameters bundled() {
    return new LinkingParameters(Reference.rows(SchemaFiles.bundled(), "linking_parameter"));
  }

  /**
   * A number by its name.
   *
   * @throws IllegalArgumentException if there is none
   */
  double of(String name) {
    Double value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException("linking_parameter.csv has no " + name);
    }
    return value;
  }

  int whole(String name) {
    return (int) of(name);
  }

  /** Probabilities of the levels of a comparison, made to sum to 1. */
  double[] start(String prefix, Comparison comparison) {
    return probabilities(
        prefix + "_" + comparison.name().toLowerCase(Locale.ROOT) + "_", comparison);
  }

  /** How often strangers born in one year agree on each level of {@link Comparison#BIRTH}. */
  double[] sameYear() {
    return probabilities("u_same_year_", Comparison.BIRTH);
  }

  private double[] probabilities(String prefix, Comparison comparison) {
    double[] stated =
        comparison.levels().stream().mapToDouble(level -> of(prefix + level)).toArray();
    return Model.normalised(stated);
  }
}
