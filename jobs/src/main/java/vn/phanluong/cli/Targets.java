package vn.phanluong.cli;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import vn.phanluong.region.Region;
import vn.phanluong.region.RegionHistory;
import vn.phanluong.runtime.ReleasedViews;

/** What a place is to reach, whether it did, and what it takes, as label and value. */
final class Targets {
  private static final String TARGET =
      """
      SELECT s.*, d.number, d.issued_on, d.issuer, d.title
      FROM indicator.target_status s JOIN star.dim_document d ON d.document_id = s.document_id
      WHERE s.indicator_id = '%s' AND s.region_key IN (%s) AND s.target_year = %d
      ORDER BY d.issued_on DESC, s.education_level, s.scope\
      """;

  private static final String NO_TARGET =
      """
      SELECT number, issued_on, issuer, title, target_note FROM star.dim_document
      WHERE region_key IN (%s) AND target_note IS NOT NULL ORDER BY issued_on DESC\
      """;

  private static final String OUTLOOK =
      """
      SELECT * FROM indicator.outlook
      WHERE indicator_id = '%s' AND region_key IN (%s) AND cohort_year = %d
      ORDER BY target_year, document_id, education_level, method\
      """;

  private final ReleasedViews release;
  private final String indicator;
  private final String territory;
  private final List<List<@Nullable Object>> lines = new ArrayList<>();

  Targets(ReleasedViews release, String indicator, Region unit) {
    this.release = release;
    this.indicator = indicator;
    this.territory = territory(unit);
  }

  List<List<@Nullable Object>> lines(int cohort) {
    targets(cohort);
    outlook(cohort);
    return lines;
  }

  /** Keys of all units of the unit's territory: targets name the one of their own day. */
  private static String territory(Region unit) {
    return RegionHistory.bundled()
        .sameTerritory(unit.regionKey())
        .map(same -> "'" + same.regionKey() + "'")
        .collect(Collectors.joining(", "));
  }

  private void targets(int cohort) {
    List<Row> targets = query(TARGET.formatted(indicator, territory, cohort));
    for (Row row : targets) {
      line(
          "Chỉ tiêu giao (target)",
          "%s %s %%  %s  %s"
              .formatted(
                  row.getAs("operator"),
                  row.getAs("target_printed"),
                  row.getAs("education_level"),
                  row.getAs("scope")));
      Object last = told(row, "valid_to");
      if (last == null) {
        result(row);
      } else {
        line("Đã thay (replaced)", "có hiệu lực đến (valid to) " + last);
      }
      document(row);
    }
    if (targets.isEmpty()) {
      line("Kết quả (status)", "không có chỉ tiêu (no_target)");
      for (Row row : query(NO_TARGET.formatted(territory))) {
        line("Ghi chú (note)", row.getAs("target_note"));
        document(row);
      }
    }
  }

  private void result(Row row) {
    Double gap = row.getAs("gap");
    line(
        "Chênh lệch (gap)",
        gap == null ? "" : String.format(Locale.ROOT, "%+.2f điểm (points)", gap));
    line("Kết quả (status)", "%s  %s".formatted(status(row.getAs("status")), row.getAs("reason")));
    line("Phép thử (test)", row.getAs("test"));
    Object contradiction = told(row, "contradiction");
    if (contradiction != null) {
      line("Mâu thuẫn (contradiction)", contradiction);
    }
  }

  /** A release made before the column was does not tell. */
  private static @Nullable Object told(Row row, String column) {
    return row.schema().getFieldIndex(column).isDefined() ? row.getAs(column) : null;
  }

  /** What it takes to reach the targets that are still ahead. */
  private void outlook(int cohort) {
    for (Row row : query(OUTLOOK.formatted(indicator, territory, cohort))) {
      line(
          "Nhịp cần đạt (needed pace)",
          String.format(
              Locale.ROOT,
              "%+.2f điểm mỗi năm (points a year): %.2f → %s %% năm (in) %d  %s%s",
              row.<Double>getAs("needed_pace"),
              row.<Double>getAs("value"),
              row.<BigDecimal>getAs("target_value").stripTrailingZeros().toPlainString(),
              row.<Short>getAs("target_year"),
              row.<String>getAs("method"),
              leftOut(told(row, "cohorts_left_out"))));
    }
  }

  private static String leftOut(@Nullable Object cohorts) {
    return cohorts == null || cohorts.equals(0)
        ? ""
        : "  bỏ %s khóa còn quá nhiều người chưa rõ (cohorts left out, too many unknown)"
            .formatted(cohorts);
  }

  private void document(Row row) {
    Object issued = row.getAs("issued_on");
    line(
        "Văn bản (document)",
        "%s, %s, %s"
            .formatted(row.getAs("number"), issued == null ? "?" : issued, row.getAs("issuer")));
    line("", row.getAs("title"));
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
}
