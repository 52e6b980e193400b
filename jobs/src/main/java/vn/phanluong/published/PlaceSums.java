package vn.phanluong.published;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import vn.phanluong.runtime.Inputs;

/** Which places are sums of which, in the cohorts that have figures. */
final class PlaceSums {
  /**
   * A unit is the sum of those that lie in it on one boundary. An area is the sum of the units of
   * 31 May that its figures come from, by their shares: provinces from the province upwards,
   * smaller ones below. An area of which nobody knows the shares has no figures.
   */
  private static final String SUMS =
      """
      WITH figure AS (
        SELECT DISTINCT cohort_year, boundary, region_key FROM observed WHERE numerator IS NOT NULL
      ), part AS (
        SELECT cohort_year, concat(boundary, ' ', parent_key) AS total, level AS of,
          concat(boundary, ' ', region_key) AS term, CAST(1 AS DECIMAL(13, 12)) AS share
        FROM figure JOIN (SELECT DISTINCT region_key, parent_key, level FROM unit
          WHERE known_to IS NULL AND parent_key IS NOT NULL) USING (region_key)
        UNION ALL
        SELECT cohort_year, concat(area.boundary, ' ', area_key), unit_level,
          concat('as_was ', area.region_key), share
        FROM area JOIN figure ON figure.region_key = area.region_key
          AND figure.boundary = 'as_was' AND cohort_year BETWEEN cohort_from AND cohort_to
        WHERE (unit_level = 'province') = (level NOT IN ('commune', 'district'))
          AND NOT (area.boundary = 'as_was' AND area_key = area.region_key)
      )
      SELECT cohort_year, total, of, collect_list(struct(term, share)) AS terms
      FROM part GROUP BY cohort_year, total, of HAVING count(share) = count(*)
      ORDER BY cohort_year, total, of\
      """;

  private PlaceSums() {}

  /** By cohort, among the places of some rows of {@code indicator.observation}. */
  static Map<Integer, List<PlaceSum>> of(Inputs in, Dataset<Row> observed) {
    observed.createOrReplaceTempView("observed");
    in.table("star.dim_region").createOrReplaceTempView("unit");
    in.table("star.bridge_region_boundary").createOrReplaceTempView("area");
    return in.sql(SUMS).collectAsList().stream()
        .map(
            row ->
                new PlaceSum(
                    row.<Short>getAs("cohort_year"),
                    row.getAs("total"),
                    shares(row.getList(row.fieldIndex("terms")))))
        .collect(Collectors.groupingBy(PlaceSum::cohort, TreeMap::new, Collectors.toList()));
  }

  private static Map<String, BigDecimal> shares(List<Row> terms) {
    Map<String, BigDecimal> shares = new TreeMap<>();
    terms.forEach(it -> shares.put(it.getAs("term"), it.getAs("share")));
    return shares;
  }
}
