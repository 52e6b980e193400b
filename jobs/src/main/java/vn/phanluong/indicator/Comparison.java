package vn.phanluong.indicator;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import vn.phanluong.runtime.Inputs;
import vn.phanluong.runtime.TableBuilder;

/**
 * Builds {@code indicator.comparison}: where a place reported counts and its persons were followed
 * too, both, and whether the one lies within the bounds of the other. Neither stands instead of the
 * other.
 */
public final class Comparison implements TableBuilder {

  @Override
  public Dataset<Row> build(Inputs in) {
    in.table("indicator.observation").createOrReplaceTempView("known_both_ways");
    return in.sql(
        """
        SELECT indicator_id, version, part, cohort_year, basis, region_key, boundary,
          reported.level, CAST(reported.denominator AS DOUBLE) AS reported_denominator,
          CAST(linked.denominator AS DOUBLE) AS linked_denominator,
          reported.value AS reported_value, linked.value AS linked_value,
          linked.lower_bound AS linked_lower_bound, linked.upper_bound AS linked_upper_bound,
          reported.value - linked.value AS difference,
          CASE WHEN reported.value > linked.upper_bound THEN 'above'
            WHEN reported.value < linked.lower_bound THEN 'below' ELSE 'agrees' END AS verdict,
          reported.is_synthetic OR linked.is_synthetic AS is_synthetic
        FROM (SELECT * FROM known_both_ways
            WHERE method = 'reported' AND breakdown = '' AND value IS NOT NULL) AS reported
        JOIN (SELECT * FROM known_both_ways
            WHERE method = 'linked' AND breakdown = '' AND value IS NOT NULL) AS linked
          USING (indicator_id, version, part, cohort_year, basis, region_key, boundary)
        """);
  }
}
