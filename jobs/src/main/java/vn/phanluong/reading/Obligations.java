package vn.phanluong.reading;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.phanluong.definition.Reference;
import vn.phanluong.definition.SchemaFiles;
import vn.phanluong.region.Communes;
import vn.phanluong.region.Places;
import vn.phanluong.region.Region;

/** Who owes which dataset by which day, from the list that {@code ops.obligation} is made of. */
public final class Obligations {
  /** A day is in time as it ends in Việt Nam. */
  private static final Obligations BUNDLED =
      new Obligations(Reference.rows(SchemaFiles.bundled(), "obligation"));

  private static final Map<String, List<String>> TYPES =
      Map.of(
          Places.PROVINCE, List.of("so_gddt", "so_ldtbxh"),
          Places.DISTRICT, List.of("phong_gddt"),
          Places.COMMUNE, List.of("commune"));

  private final List<Map<String, String>> rows;

  private Obligations(List<Map<String, String>> rows) {
    this.rows = rows;
  }

  public static Obligations bundled() {
    return BUNDLED;
  }

  /**
   * Last day on which a delivery of this scope is in time; null if no rule with a day applies. Only
   * what is owed has one: a full delivery of the first round.
   */
  public @Nullable LocalDate due(String dataset, Scope scope) {
    Part part = scope.part();
    if (part.coverage() != Part.Coverage.FULL || part.round() != 1 || scope.period() == 0) {
      return null;
    }
    return rows.stream()
        .filter(row -> dataset.equals(row.get("dataset")))
        .filter(row -> part.subperiod().equals(row.get("subperiod")))
        .filter(row -> isOwedBy(row, dataset, scope.reporterCode()))
        .map(row -> due(row, scope.period()))
        .filter(Objects::nonNull)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  private static boolean isOwedBy(Map<String, String> row, String dataset, String reporterCode) {
    String type = text(row, "reporter_type");
    Region known = Places.bundled().find(reporterCode);
    Region unit = known == null ? Communes.bundled().find(reporterCode) : known;
    if (unit == null) {
      return type.equals("exam_council")
          && dataset.equals("exam_result")
          && !reporterCode.equals(Scope.NATION);
    }
    String inside = text(row, "region_key");
    return TYPES.getOrDefault(unit.level(), List.of()).contains(type)
        && (inside.isEmpty() || isInside(unit, inside));
  }

  private static boolean isInside(Region unit, String around) {
    String parent = unit.parentKey();
    return unit.regionKey().equals(around)
        || (parent != null && Places.bundled().lineage(parent).contains(around));
  }

  private static @Nullable LocalDate due(Map<String, String> row, short period) {
    if (text(row, "due_month").isEmpty()) {
      return null;
    }
    LocalDate due =
        MonthDay.of(number(row, "due_month"), number(row, "due_day"))
            .atYear(period + number(row, "due_year_offset"));
    String validTo = text(row, "valid_to");
    boolean isValid =
        !due.isBefore(LocalDate.parse(text(row, "valid_from")))
            && (validTo.isEmpty() || !due.isAfter(LocalDate.parse(validTo)));
    return isValid ? due : null;
  }

  private static int number(Map<String, String> row, String column) {
    return Integer.parseInt(text(row, column));
  }

  private static String text(Map<String, String> row, String column) {
    return row.getOrDefault(column, "");
  }
}
