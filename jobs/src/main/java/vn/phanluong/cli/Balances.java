package vn.phanluong.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import vn.phanluong.definition.IndicatorParameters;
import vn.phanluong.definition.Populations;
import vn.phanluong.definition.SchemaFiles;
import vn.phanluong.region.Region;
import vn.phanluong.runtime.ReleasedViews;

/**
 * What adds up around a figure: the last grade it comes from, and who crossed a province's border.
 */
final class Balances {
  private static final String LAST_GRADE = "indicator.completion_balance";

  private static final String COMPLETED =
      """
      SELECT * FROM indicator.completion_balance
      WHERE education_level = '%s' AND region_key = '%s' AND cohort_year = %d AND boundary = '%s'\
      """;

  /** Of the nation every pair of provinces, of a province those it is part of. */
  private static final String CROSSED =
      """
      SELECT coalesce(sum(persons) FILTER (WHERE origin_key = destination_key), 0) AS stayed,
        coalesce(sum(persons) FILTER (WHERE origin_key <> destination_key
          AND '%2$s' IN (origin_key, 'VN')), 0) AS went_out,
        coalesce(sum(persons) FILTER (WHERE origin_key <> destination_key
          AND '%2$s' IN (destination_key, 'VN')), 0) AS came_in
      FROM indicator.flow
      WHERE education_level = '%1$s' AND cohort_year = %3$d AND boundary = '%4$s'
        AND window_code = ${window} AND '%2$s' IN (origin_key, destination_key, 'VN')
      HAVING count(*) > 0\
      """;

  private Balances() {}

  /**
   * Lines of a level of education, place and cohort.
   *
   * @param boundary one that the release holds
   */
  static List<List<@Nullable Object>> lines(
      ReleasedViews release, String level, Region unit, int cohort, Boundary boundary) {
    List<List<@Nullable Object>> lines = new ArrayList<>();
    if (boundary.fixed() != null || !release.holds(LAST_GRADE)) {
      return lines;
    }
    String place = unit.regionKey();
    for (Row row :
        release.query(COMPLETED.formatted(level, place, cohort, boundary)).collectAsList()) {
      lines.add(
          List.of(
              "Cân đối lớp cuối (last grade)",
              """
              %d học sinh (pupils) = %d công nhận (recognised) + %d không (not) + %d thôi học (left) \
              + %d chưa rõ (unaccounted); ngoài danh sách (unlisted) %d\
              """
                  .formatted(
                      row.<Long>getAs("pupils"),
                      row.<Long>getAs("recognised"),
                      row.<Long>getAs("not_recognised"),
                      row.<Long>getAs("left_school"),
                      row.<Long>getAs("unaccounted"),
                      row.<Long>getAs("unlisted"))));
    }
    IndicatorParameters parameters = Populations.parameters(SchemaFiles.bundled());
    String crossed = CROSSED.formatted(level, place, cohort, boundary);
    for (Row row : release.query(parameters.in(crossed, Map.of())).collectAsList()) {
      lines.add(
          List.of(
              "Học nghề qua tỉnh (vocational, by province)",
              "ở lại (stayed) %d, đi (out) %d, đến (in) %d"
                  .formatted(
                      row.<Long>getAs("stayed"),
                      row.<Long>getAs("went_out"),
                      row.<Long>getAs("came_in"))));
    }
    return lines;
  }
}
