package vn.phanluong.star;

import static org.apache.spark.sql.functions.broadcast;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import vn.phanluong.region.Areas;
import vn.phanluong.region.Crosswalk;
import vn.phanluong.region.Places;
import vn.phanluong.region.Region;
import vn.phanluong.region.RegionHistory;
import vn.phanluong.region.Spread;
import vn.phanluong.runtime.Inputs;

/**
 * Units of rows as they stood on 31 May of the row's year, the day a cohort is counted on: a row of
 * autumn 2025 names a new commune, and its cohort belongs to the districts of spring.
 */
final class AsWas {
  private static final Set<String> BELOW_REGIONS =
      Set.of(Places.COMMUNE, Places.DISTRICT, Places.PROVINCE);

  private final RegionHistory history;

  AsWas(RegionHistory history) {
    this.history = history;
  }

  /**
   * The rows with the unit of a column taken back to its year's 31 May, and its province.
   *
   * @param year column of the year
   * @param province name of the column to add, for the province of that day
   */
  static Dataset<Row> of(Dataset<Row> rows, String unit, String year, String province) {
    return of(rows, unit, year, province, rows.select(unit, year));
  }

  /**
   * The same where the rows are dear to make.
   *
   * @param told units and years among which those of the rows are
   */
  static Dataset<Row> of(
      Dataset<Row> rows, String unit, String year, String province, Dataset<Row> told) {
    AsWas then = new AsWas(References.checked());
    List<Row> units =
        told
            .toDF("unit", "year")
            .where("unit IS NOT NULL AND year IS NOT NULL")
            .distinct()
            .collectAsList()
            .stream()
            .map(row -> then.row(row.getString(0), row.getShort(1)))
            .toList();
    Dataset<Row> found =
        rows.sparkSession()
            .createDataFrame(
                units,
                StructType.fromDDL(
                    "%s string, %s smallint, unit_then string, %s string"
                        .formatted(unit, year, province)));
    return rows.join(broadcast(found), Inputs.keys(unit, year), "left")
        .drop(unit)
        .withColumnRenamed("unit_then", unit);
  }

  private Row row(String key, short year) {
    String then = unitOf(key, year);
    return RowFactory.create(key, year, then, then == null ? null : provinceOf(then, year));
  }

  /** The unit itself, else the one it came from, else their one province; null if there is none. */
  private @Nullable String unitOf(String key, short year) {
    LocalDate day = Areas.asWas(year);
    Region unit = history.find(key);
    if (unit == null || unit.isValidOn(day)) {
      return unit == null ? null : key;
    }
    LocalDate ended = unit.validTo();
    LocalDate from = ended == null || ended.isAfter(day) ? unit.validFrom() : ended;
    Crosswalk walk = new Crosswalk(history, from, day, year, Crosswalk.Weights.NONE);
    Spread spread = walk.of(key);
    if (!spread.isWhole()) {
      spread = walk.of(key, Places.PROVINCE);
    }
    return spread.isWhole() ? spread.units().iterator().next() : null;
  }

  /** The unit of a year's 31 May, and those above it up to its province. */
  List<String> lineage(String key, short year) {
    String then = unitOf(key, year);
    return then == null
        ? List.of()
        : history.lineageOn(Objects.requireNonNull(history.find(then)), Areas.asWas(year)).stream()
            .filter(each -> BELOW_REGIONS.contains(each.level()))
            .map(Region::regionKey)
            .toList();
  }

  private @Nullable String provinceOf(String key, short year) {
    LocalDate day = Areas.asWas(year);
    return history.lineageOn(Objects.requireNonNull(history.find(key)), day).stream()
        .filter(each -> each.level().equals(Places.PROVINCE))
        .map(Region::regionKey)
        .findFirst()
        .orElse(null);
  }
}
