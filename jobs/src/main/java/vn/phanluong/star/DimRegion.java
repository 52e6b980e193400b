package vn.phanluong.star;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;

import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import vn.phanluong.definition.CountryTime;
import vn.phanluong.region.Crosswalk;
import vn.phanluong.region.Region;
import vn.phanluong.region.RegionHistory;
import vn.phanluong.region.Spread;
import vn.phanluong.runtime.Inputs;
import vn.phanluong.runtime.TableBuilder;

/** Builds {@code star.dim_region}: units through time, each with its territory and its today. */
public final class DimRegion implements TableBuilder {

  @Override
  public Dataset<Row> build(Inputs in) {
    Dataset<Row> units = in.typedReference("region").unionByName(in.typedReference("commune"));
    RegionHistory history = References.checked();
    List<Row> rows =
        history
            .regions()
            .map(
                unit ->
                    RowFactory.create(
                        unit.regionKey(),
                        history.territory(unit.regionKey()),
                        today(history, unit)))
            .toList();
    Dataset<Row> others =
        units
            .sparkSession()
            .createDataFrame(
                rows,
                StructType.fromDDL("region_key string, territory_key string, today_key string"));
    return units
        .join(broadcast(others), Inputs.keys("region_key"), "left")
        .withColumn("territory_key", coalesce(col("territory_key"), col("region_key")));
  }

  /** The unit of its level that a unit lies in whole today; null if it was divided or abolished. */
  static @Nullable String today(RegionHistory history, Region unit) {
    LocalDate first = unit.validFrom();
    Spread spread =
        new Crosswalk(history, first, CountryTime.today(), first.getYear(), Crosswalk.Weights.NONE)
            .of(unit.regionKey());
    return spread.units().stream()
        .filter(key -> spread.isWhole())
        .map(history::find)
        .filter(today -> today != null && today.level().equals(unit.level()))
        .map(Region::regionKey)
        .findFirst()
        .orElse(null);
  }
}
