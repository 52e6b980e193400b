package vn.phanluong.cli;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import vn.phanluong.definition.IndicatorDefinition;
import vn.phanluong.definition.Reference;
import vn.phanluong.definition.SchemaFiles;

/**
 * Where all completers went: every class of a distribution, the unknown among them, and the sum.
 */
final class Destinations {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private Destinations() {}

  /** The distribution of the level that an indicator is of; null if it is of several or of none. */
  static @Nullable IndicatorDefinition beside(
      IndicatorDefinition indicator, Map<String, IndicatorDefinition> all) {
    return all.values().stream()
        .filter(IndicatorDefinition::isDistribution)
        .filter(it -> it.educationLevels().equals(indicator.educationLevels()))
        .findFirst()
        .orElse(null);
  }

  /** Lines of rows of one distribution, place and cohort, for each way they are known. */
  static List<List<@Nullable Object>> lines(List<Row> rows) {
    Map<String, List<Row>> byWay = new LinkedHashMap<>();
    for (Row row : rows) {
      if (row.getAs("numerator") != null) {
        byWay
            .computeIfAbsent(
                row.getAs("method") + ", " + row.<String>getAs("basis"), it -> new ArrayList<>())
            .add(row);
      }
    }
    List<List<@Nullable Object>> lines = new ArrayList<>();
    byWay.forEach((way, classes) -> lines.addAll(lines(way, classes)));
    return lines;
  }

  private static List<List<@Nullable Object>> lines(String way, List<Row> classes) {
    Map<String, String> names = names();
    BigDecimal whole = classes.get(0).getAs("denominator");
    List<List<@Nullable Object>> lines = new ArrayList<>();
    lines.add(List.of("Họ đi đâu (where they went)", way));
    BigDecimal sum = BigDecimal.ZERO;
    for (Row row : classes) {
      BigDecimal persons = row.getAs("numerator");
      sum = sum.add(persons);
      // A class that registers cannot tell of is no answer to anybody.
      String part = row.getAs("part");
      if (persons.signum() != 0 || part.equals("UNKNOWN")) {
        lines.add(
            List.of("  " + part, share(persons, whole) + "  " + names.getOrDefault(part, part)));
      }
    }
    lines.add(List.of("  Tổng (total)", share(sum, whole)));
    return lines;
  }

  private static String share(BigDecimal persons, BigDecimal whole) {
    return whole.signum() == 0
        ? "?"
        : String.format(
            Locale.ROOT,
            "%6.2f %%  (%s)",
            persons.multiply(HUNDRED).doubleValue() / whole.doubleValue(),
            persons.signum() == 0 ? "0" : persons.stripTrailingZeros().toPlainString());
  }

  private static Map<String, String> names() {
    Map<String, String> names = new LinkedHashMap<>();
    Reference.rows(SchemaFiles.bundled(), "destination")
        .forEach(
            row ->
                names.put(
                    row.getOrDefault("destination_code", ""),
                    row.get("name_vi") + " (" + row.get("name_en") + ")"));
    return names;
  }
}
