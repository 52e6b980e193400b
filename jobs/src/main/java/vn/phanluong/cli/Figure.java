package vn.phanluong.cli;

import static java.util.stream.Collectors.toSet;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import vn.phanluong.definition.IndicatorDefinition;
import vn.phanluong.definition.IndicatorDefinitions;
import vn.phanluong.definition.SchemaFiles;
import vn.phanluong.region.Region;
import vn.phanluong.runtime.ReleasedViews;

/** One figure of a release with all that is known of it, as label and value. */
final class Figure {
  private static final String OBSERVATION =
      """
      SELECT * FROM indicator.observation
      WHERE indicator_id = '%s' AND region_key = '%s' AND cohort_year = %d AND boundary = '%s'
        AND breakdown = ''
      ORDER BY basis, part, method\
      """;

  /** Which figures were revised is known of what is published. */
  private static final String REVISED =
      """
      SELECT version, basis, part, method FROM published.observation
      WHERE indicator_id = '%s' AND region_key = '%s' AND cohort_year = %d AND boundary = '%s'
        AND obs_status = 'revised'\
      """;

  /** What a person should look at before citing the figure. */
  private static final String DOUBTS =
      """
      SELECT 'Báo cáo ngoài cận theo người (reported outside the bounds of persons)' AS doubt,
        format_string('%%s: %%.2f %%%%, %%.2f – %%.2f %%%%', verdict, reported_value,
          linked_lower_bound, linked_upper_bound) AS why
      FROM indicator.comparison
      WHERE verdict <> 'agrees' AND part = '' AND indicator_id = '%1$s' AND region_key = '%2$s'
        AND cohort_year = %3$d AND boundary = '%4$s'
      UNION ALL
      SELECT 'Đột biến (jump)', concat(method, ', ', basis, ': ', jump_reason) FROM indicator.change
      WHERE jump = 'jump' AND part = '' AND indicator_id = '%1$s' AND region_key = '%2$s'
        AND cohort_year = %3$d AND boundary = '%4$s'\
      """;

  private static final String STATUS = "obs_status";

  private final ReleasedViews release;
  private final IndicatorDefinition definition;
  private final @Nullable IndicatorDefinition distribution;
  private final List<String> heirs;
  private final List<List<@Nullable Object>> lines = new ArrayList<>();

  Figure(ReleasedViews release, IndicatorDefinition definition) {
    this.release = release;
    this.definition = definition;
    Map<String, IndicatorDefinition> all = IndicatorDefinitions.of(SchemaFiles.bundled());
    this.distribution = Destinations.beside(definition, all);
    this.heirs = definition.supersededBy(all.values());
  }

  List<List<@Nullable Object>> lines(Region unit, int cohort, Boundary boundary) {
    line("Chỉ tiêu (indicator)", definition.id() + "  " + definition.nameVi());
    line("", definition.nameEn());
    line("Địa bàn (place)", "%s  %s  %s".formatted(unit.name(), unit.regionKey(), boundary));
    line("Khóa (cohort)", cohort);
    validity(cohort);
    Boundary held = boundary.held(cohort);
    if (distribution != null) {
      lines.addAll(Destinations.lines(observed(distribution.id(), unit, cohort, held)));
      String level = String.join(",", distribution.educationLevels());
      lines.addAll(Balances.lines(release, level, unit, cohort, held));
    }
    if (!definition.isDistribution()) {
      observations(observed(definition.id(), unit, cohort, held));
    }
    query(DOUBTS.formatted(definition.id(), unit.regionKey(), cohort, held))
        .forEach(row -> line(row.getAs("doubt"), row.getAs("why")));
    lines.addAll(new Targets(release, definition.id(), unit).lines(cohort));
    return lines;
  }

  private void validity(int cohort) {
    if (!definition.holdsIn(cohort)) {
      line(
          "Hiệu lực (valid)",
          "khóa %d – %s (cohorts); %s"
              .formatted(
                  definition.validFrom(),
                  definition.validTo() == null ? "…" : String.valueOf(definition.validTo()),
                  heirs.isEmpty()
                      ? "không có chỉ tiêu thay thế (superseded by none)"
                      : "thay bằng (superseded by) " + String.join(", ", heirs)));
    }
  }

  private List<Row> observed(String indicator, Region unit, int cohort, Boundary boundary) {
    return query(
        boundary.fixed() == null
            ? OBSERVATION.formatted(indicator, unit.regionKey(), cohort, boundary)
            : Rebased.query(indicator, unit, cohort, boundary.day(cohort)));
  }

  private void observations(List<Row> observed) {
    if (observed.isEmpty()) {
      String why = definition.waitsFor();
      String elsewhere = definition.elsewhere();
      line(
          "Giá trị (value)",
          elsewhere == null
              ? "không có số liệu (no data)" + (why == null ? "" : ": " + why)
              : "ở nơi khác (elsewhere): " + elsewhere);
    }
    Set<List<String>> revised = revised(observed);
    for (Row row : observed) {
      String part = row.getAs("part");
      if (!part.isEmpty()) {
        line("Phần (part)", part);
      }
      line("Giá trị (value)", value(definition.unit(), row));
      line("Cơ sở tính (basis)", row.getAs("basis"));
      if (definition.unit().equals(IndicatorDefinition.PERCENT)) {
        uncertainty(row);
      }
      line(
          "Độ phủ (coverage)",
          "%s/%s đơn vị (units)  %s%s"
              .formatted(
                  text(row.getAs("units_reported")),
                  text(row.getAs("units_expected")),
                  row.<String>getAs("state"),
                  silent(row)));
      line(
          "Phương pháp (method)",
          "%s, %s%s"
              .formatted(
                  row.getAs("method"),
                  row.<String>getAs("comparability"),
                  apportioned(row.getAs("apportioned_fraction"))));
      status(row, revised);
      line("Phiên bản (version)", row.getAs("version"));
      synthetic(row);
      line("Bản phát hành (release)", row.getAs("release"));
    }
  }

  private void uncertainty(Row row) {
    line(
        "Cận (bounds)",
        "%s – %s %%  không rõ (unknown): %s"
            .formatted(
                number(row.getAs("lower_bound")),
                number(row.getAs("upper_bound")),
                text(row.getAs("unknown"))));
    line("Tỷ lệ đã rõ (match rate)", percent(row.getAs("match_rate")));
    line(
        "Wilson 95 %",
        "%s – %s %%  dao động ngẫu nhiên (chance alone)"
            .formatted(number(row.getAs("wilson_lower")), number(row.getAs("wilson_upper"))));
  }

  /** A release made before anybody asked does not say; nor does a sum on another day's units. */
  private void status(Row row, Set<List<String>> revised) {
    String status = isAsked(row, STATUS) ? row.getAs(STATUS) : null;
    if (status != null) {
      line("Trạng thái (status)", revised.contains(series(row)) ? "revised" : status);
    }
  }

  /** The series of the figures of one place and cohort that a release told otherwise before. */
  private Set<List<String>> revised(List<Row> observed) {
    if (observed.isEmpty() || !isAsked(observed.get(0), STATUS)) {
      return Set.of();
    }
    Object[] place =
        Stream.of("indicator_id", "region_key", "cohort_year", "boundary")
            .map(name -> observed.get(0).getAs(name))
            .toArray();
    return query(REVISED.formatted(place)).stream().map(Figure::series).collect(toSet());
  }

  private static List<String> series(Row row) {
    return Stream.of("version", "basis", "part", "method").map(row::<String>getAs).toList();
  }

  private static boolean isAsked(Row row, String column) {
    return row.schema().getFieldIndex(column).isDefined();
  }

  private void synthetic(Row row) {
    if (row.<Boolean>getAs("is_synthetic")) {
      line("Lưu ý (note)", "DỮ LIỆU MÔ PHỎNG (SYNTHETIC)");
    }
  }

  /** The figure in the unit of its indicator; the table holds a percentage of each. */
  static String value(String unit, Row row) {
    Double value = row.getAs("value");
    if (value == null) {
      return "không có số liệu (no data): " + row.<String>getAs("state");
    }
    String sums =
        "(%s / %s)".formatted(text(row.getAs("numerator")), text(row.getAs("denominator")));
    return switch (unit) {
      case IndicatorDefinition.PERSONS -> text(row.getAs("numerator")) + " người (persons)";
      case IndicatorDefinition.PER_PERSON -> "%s  %s".formatted(number(value / 100), sums);
      default -> "%s %%  %s".formatted(number(value), sums);
    };
  }

  /** A release made before anybody asked does not say. */
  private static String silent(Row row) {
    Long pupils = isAsked(row, "silent") ? row.getAs("silent") : null;
    return pupils == null || pupils == 0
        ? ""
        : "  ngoài ra (and) %d học sinh ở trường chưa báo (pupils of silent schools)"
            .formatted(pupils);
  }

  private static String apportioned(@Nullable Double fraction) {
    return fraction == null || fraction == 0
        ? ""
        : String.format(Locale.ROOT, ": %.1f %% phân bổ (by shares)", 100 * fraction);
  }

  private List<Row> query(String sql) {
    return release.query(sql).collectAsList();
  }

  private void line(String label, @Nullable Object value) {
    lines.add(Arrays.asList(label, value));
  }

  private static String number(@Nullable Object value) {
    return value == null ? "?" : String.format(Locale.ROOT, "%.2f", (Double) value);
  }

  private static String percent(@Nullable Double fraction) {
    return fraction == null ? "?" : String.format(Locale.ROOT, "%.2f %%", 100 * fraction);
  }

  private static String text(@Nullable Object value) {
    if (value instanceof BigDecimal persons) {
      return persons.signum() == 0 ? "0" : persons.stripTrailingZeros().toPlainString();
    }
    return value == null ? "?" : String.valueOf(value);
  }
}
