package vn.phanluong.indicator;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import vn.phanluong.runtime.Inputs;
import vn.phanluong.runtime.TableBuilder;

/**
 * Builds {@code indicator.flow}: completers by the province they finished in and the one they
 * entered vocational study in. One table holds both sides, so that what goes out comes in.
 */
public final class Flow implements TableBuilder {

  @Override
  public Dataset<Row> build(Inputs in) {
    in.table("star.fct_pathway").createOrReplaceTempView("flowing");
    in.table("star.bridge_region_boundary").createOrReplaceTempView("flow_boundary");
    return in.sql(
        """
        WITH way AS (
          SELECT cohort_year, education_level, window_code, school_province_key,
            vocational_region_key, count(*) AS persons, bool_or(is_synthetic) AS is_synthetic
          FROM flowing WHERE vocational_level IS NOT NULL
          GROUP BY cohort_year, education_level, window_code, school_province_key,
            vocational_region_key
        ), province AS (
          SELECT region_key, cohort_from, cohort_to, boundary, area_key
          FROM flow_boundary WHERE level = 'province'
        ), entered AS (
          -- Of a merged province nobody knows which member it was: the person entered that itself.
          SELECT region_key, cohort_from, cohort_to, boundary,
            if(count(*) = 1, any_value(area_key), region_key) AS area_key
          FROM province GROUP BY region_key, cohort_from, cohort_to, boundary
        )
        SELECT cohort_year, education_level, window_code, origin.boundary,
          origin.area_key AS origin_key, destination.area_key AS destination_key,
          sum(persons) AS persons, bool_or(is_synthetic) AS is_synthetic
        FROM way
        JOIN province AS origin ON origin.region_key = school_province_key
          AND cohort_year BETWEEN origin.cohort_from AND origin.cohort_to
        JOIN entered AS destination ON destination.region_key = vocational_region_key
          AND cohort_year BETWEEN destination.cohort_from AND destination.cohort_to
          AND destination.boundary = origin.boundary
        GROUP BY cohort_year, education_level, window_code, origin.boundary, origin.area_key,
          destination.area_key
        """);
  }
}
