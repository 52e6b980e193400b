package vn.phanluong.star;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import vn.phanluong.runtime.Inputs;

/**
 * Years and provinces that a register tells something of at all. Where it tells nothing, nobody
 * knows: that a person is not in it is no «no».
 */
final class Tellings {
  private Tellings() {}

  /**
   * Rows of {@code year, province_key}: the provinces of the year's 31 May that what is told lies
   * in, all of which a province merged after that day may be about, and units as told.
   *
   * @param dataset a register of learners
   * @param year column of the year
   * @param isTold true of the rows that tell it
   */
  static Dataset<Row> of(Inputs in, String dataset, String year, String isTold) {
    return provinces(in, in.everybody("clean." + dataset).where(isTold), year);
  }

  /** The same of the rows of the persons in {@code in} alone, if it is of some. */
  static Dataset<Row> broughtBy(Inputs in, String dataset, String year, String isTold) {
    return in.isOfSome()
        ? provinces(in, Learners.of(in, dataset).where(isTold), year)
        : of(in, dataset, year, isTold);
  }

  private static Dataset<Row> provinces(Inputs in, Dataset<Row> rows, String year) {
    rows.selectExpr(year + " AS year", "region_key").distinct().createOrReplaceTempView("telling");
    in.table("star.bridge_region_boundary").createOrReplaceTempView("telling_boundary");
    return in.sql(
            """
            SELECT year, explode(array_distinct(array(telling.region_key, area_key)))
              AS province_key
            FROM telling LEFT JOIN telling_boundary AS unit
              ON unit.region_key = telling.region_key AND boundary = 'as_was'
              AND level = 'province' AND year BETWEEN cohort_from AND cohort_to
            """)
        .where("province_key IS NOT NULL")
        .distinct()
        .localCheckpoint();
  }
}
