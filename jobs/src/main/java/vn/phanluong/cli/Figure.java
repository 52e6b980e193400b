package vn.phanluong.cli;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

  private static final String TARGET =
      """
      SELECT s.*, d.number, d.issued_on, d.issuer, d.title
      FROM indicator.target_status s JOIN star.dim_document d ON d.document_id = s.document_id
      WHERE s.indicator_id = '%s' AND s.region_key = '%s' AND s.target_year = %d
      ORDER BY d.issued_on DESC, s.education_level, s.scope\
      """;

  private static final String NO_TARGET =
      """
      SELECT number, issued_on, issuer, title, target_note FROM star.dim_document
      WHERE region_key = '%s' AND target_note IS NOT NULL ORDER BY issued_on DESC\
      """;

  private static final String OUTLOOK =
      """
      SELECT * FROM indicator.outlook
      WHERE indicator_id = '%s' AND region_key = '%s' AND cohort_year = %d
      ORDER BY target_year, document_id, education_level, method\
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
    targets(unit, cohort);
    outlook(unit, cohort);
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
      line("Giá trị (value)", "không có số liệu (no data)" + (why == null ? "" : ": " + why));
    }
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

  private void targets(Region unit, int cohort) {
    List<Row> targets = query(TARGET.formatted(definition.id(), unit.regionKey(), cohort));
    for (Row row : targets) {
      line(
          "Chỉ tiêu giao (target)",
          "%s %s %%  %s  %s"
              .formatted(
                  row.getAs("operator"),
                  row.getAs("target_printed"),
                  row.getAs("education_level"),
                  row.getAs("scope")));
      Double gap = row.getAs("gap");
      line(
          "Chênh lệch (gap)",
          gap == null ? "" : String.format(Locale.ROOT, "%+.2f điểm (points)", gap));
      line(
          "Kết quả (status)", "%s  %s".formatted(status(row.getAs("status")), row.getAs("reason")));
      line("Phép thử (test)", row.getAs("test"));
      document(row);
    }
    if (targets.isEmpty()) {
      line("Kết quả (status)", "không có chỉ tiêu (no_target)");
      for (Row row : query(NO_TARGET.formatted(unit.regionKey()))) {
        line("Ghi chú (note)", row.getAs("target_note"));
        document(row);
      }
    }
  }

  /** What it takes to reach the targets that are still ahead. */
  private void outlook(Region unit, int cohort) {
    for (Row row : query(OUTLOOK.formatted(definition.id(), unit.regionKey(), cohort))) {
      line(
          "Nhịp cần đạt (needed pace)",
          String.format(
              Locale.ROOT,
              "%+.2f điểm mỗi năm (points a year): %.2f → %s %% năm (in) %d  %s",
              row.<Double>getAs("needed_pace"),
              row.<Double>getAs("value"),
              row.<BigDecimal>getAs("target_value").stripTrailingZeros().toPlainString(),
              row.<Short>getAs("target_year"),
              row.<String>getAs("method")));
    }
  }

  private void document(Row row) {
    Object issued = row.getAs("issued_on");
    line(
        "Văn bản (document)",
        "%s, %s, %s"
            .formatted(row.getAs("number"), issued == null ? "?" : issued, row.getAs("issuer")));
    line("", row.getAs("title"));
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
    boolean isAsked = row.schema().getFieldIndex("silent").isDefined();
    Long pupils = isAsked ? row.getAs("silent") : null;
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

  private static String status(String status) {
    return switch (status) {
      case "met" -> "đạt (met)";
      case "not_met" -> "không đạt (not_met)";
      case "undecided" -> "chưa kết luận được (undecided)";
      case "no_data" -> "không có số liệu (no_data)";
      case "not_comparable" -> "không so sánh được (not_comparable)";
      default -> status;
    };
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
