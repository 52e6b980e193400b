package vn.phanluong.star;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import vn.phanluong.runtime.Inputs;
import vn.phanluong.runtime.TableBuilder;

/** Builds {@code star.dim_region}: units through time, each with the one unit it lies in today. */
public final class DimRegion implements TableBuilder {

  @Override
  public Dataset<Row> build(Inputs in) {
    Dataset<Row> units = in.typedReference("region");
    return units.join(broadcast(today(in, units)), "region_key");
  }

  private static Dataset<Row> today(Inputs in, Dataset<Row> units) {
    Map<String, @Nullable String> successors = new HashMap<>();
    in.reference("region_succession")
        .where(col("share").cast("double").equalTo(lit(1)).or(col("kind").equalTo(lit("abolish"))))
        .select("predecessor_key", "successor_key")
        .collectAsList()
        .forEach(row -> successors.put(row.getString(0), row.getString(1)));
    List<Row> rows =
        units.select("region_key").collectAsList().stream()
            .map(row -> RowFactory.create(row.getString(0), last(row.getString(0), successors)))
            .toList();
    return units
        .sparkSession()
        .createDataFrame(rows, StructType.fromDDL("region_key string, today_key string"));
  }

  /** Follows whole successions to the unit that stands now; null if one was abolished without. */
  static @Nullable String last(String key, Map<String, @Nullable String> successors) {
    String unit = key;
    while (successors.containsKey(unit)) {
      String next = successors.get(unit);
      if (next == null) {
        return null;
      }
      unit = next;
    }
    return unit;
  }
}
