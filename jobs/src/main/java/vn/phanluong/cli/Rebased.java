package vn.phanluong.cli;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.phanluong.region.Areas;
import vn.phanluong.region.Places;
import vn.phanluong.region.Region;
import vn.phanluong.region.RegionHistory;
import vn.phanluong.region.RegionWeights;

/**
 * A released figure on the boundary of any day: the sums of the cohort's own units that lie in a
 * unit of that day, by their shares. A part that nobody can measure leaves no sum.
 */
final class Rebased {
  private static final String SUM =
      """
      SELECT version, part, method, basis, release, numerator, denominator, unknown,
        100D * numerator / denominator AS value, 100D * numerator / denominator AS lower_bound,
        100D * (numerator + unknown) / denominator AS upper_bound,
        CASE WHEN reported = 0 THEN 'not_reported'
          WHEN reported < expected THEN 'partial' ELSE 'complete' END AS state,
        reported AS units_reported, expected AS units_expected,
        '%s' AS comparability,
        CAST(apportioned / denominator AS DOUBLE) AS apportioned_fraction,
        CAST(1 - (unknown + disputed) / denominator AS DOUBLE) AS match_rate,
        CAST(NULL AS DOUBLE) AS wilson_lower, CAST(NULL AS DOUBLE) AS wilson_upper,
        is_synthetic
      FROM (
        SELECT version, part, method, basis, max(release) AS release,
          if(bool_or(hides), NULL, sum(numerator * share)) AS numerator,
          if(bool_or(hides), NULL, sum(denominator * share)) AS denominator,
          if(bool_or(hides), NULL, sum(unknown * share)) AS unknown,
          if(bool_or(hides), NULL, coalesce(sum(disputed * share), 0)) AS disputed,
          coalesce(sum(CASE WHEN share < 1 THEN denominator * share END), 0) AS apportioned,
          CAST(sum(units_reported) AS INT) AS reported,
          CAST(sum(units_expected) AS INT) AS expected, bool_or(is_synthetic) AS is_synthetic
        FROM (
          SELECT o.*, p.share, units_reported > 0 AND p.share IS NULL AS hides
          FROM indicator.observation o JOIN VALUES %s AS p(part_key, share)
            ON o.region_key = p.part_key
          WHERE o.indicator_id = '%s' AND o.cohort_year = %d AND o.boundary = 'as_was'
            AND o.breakdown = ''
        )
        GROUP BY version, part, method, basis
      )
      ORDER BY basis, part, method\
      """;

  private Rebased() {}

  /** The query of a unit's figure; its columns are those of an observation. */
  static String query(String indicator, Region unit, int cohort, LocalDate day) {
    List<String> values = new ArrayList<>();
    String comparability = "exact";
    RegionHistory history = RegionHistory.bundled();
    Areas areas = new Areas(history, cohort, day, RegionWeights.bundled());
    for (Region each : areas.units()) {
      if (!each.level().equals(reporting(unit.level()))) {
        continue;
      }
      for (Areas.Part part : areas.of(each)) {
        if (part.areaKey().equals(unit.regionKey())) {
          values.add("('%s', %s)".formatted(each.regionKey(), decimal(part.share())));
          comparability = worse(comparability, part.comparability());
        }
      }
    }
    if (values.isEmpty()) {
      values.add("('', CAST(NULL AS DECIMAL(13, 12)))");
    }
    return SUM.formatted(comparability, String.join(", ", values), indicator, cohort);
  }

  /** The level whose figures add up to those of a level. */
  private static String reporting(String level) {
    return Areas.LEVELS.indexOf(level) > Areas.LEVELS.indexOf(Places.PROVINCE)
        ? Places.PROVINCE
        : level;
  }

  private static String decimal(@Nullable BigDecimal share) {
    return "CAST(%s AS DECIMAL(13, 12))".formatted(share == null ? "NULL" : share.toPlainString());
  }

  private static String worse(String one, String other) {
    List<String> order = List.of("exact", "apportioned", "not_comparable");
    return order.indexOf(one) > order.indexOf(other) ? one : other;
  }
}
