package vn.phanluong.star;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.exists;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import vn.phanluong.runtime.Inputs;

/**
 * Counts as places report them, each once, and marked whether they enter sums. Rounds add up, and
 * so do parts of the year that count themselves alone; a count from the first day of the year
 * stands instead of those that end before it, so that June is not added to December. A place that
 * says why it has no count stays with its reason.
 */
final class ReportedCounts {
  private ReportedCounts() {}

  /** The latest statement of each key, round and part of the year, with {@code is_additive}. */
  static Dataset<Row> of(Inputs in, Dataset<Row> counts, String... key) {
    List<String> stated = new ArrayList<>(Arrays.asList(key));
    stated.add("subperiod");
    stated.add("round");
    Dataset<Row> named = counts.withColumn("school", coalesce(col("school"), lit("")));
    // A later statement that there is no count takes the place of an earlier count.
    Dataset<Row> latest =
        Latest.of(in, named, stated.toArray(String[]::new))
            .withColumn("first", firstMonth())
            .withColumn("last", lastMonth());
    return standing(latest, key)
        .join(broadcast(units(in)), "region_key")
        .join(
            broadcast(heirs(in)),
            col("region_key")
                .equalTo(col("heir_of"))
                .and(col("cohort_year").between(col("cohort_from"), col("cohort_to"))),
            "left")
        .withColumn("is_additive", SummedCounts.isAdditive(key))
        .drop(
            "level",
            "district_key",
            "province_key",
            "heir_key",
            "heir_of",
            "cohort_from",
            "cohort_to")
        .drop("period", "reporter_code", "first", "last", "accumulation");
  }

  private static Column firstMonth() {
    Column number = col("subperiod").substr(2, 1).cast("int");
    Column ofPart =
        when(col("subperiod").startsWith("S"), number.multiply(6).minus(5))
            .when(col("subperiod").startsWith("Q"), number.multiply(3).minus(2))
            .otherwise(lit(1));
    return when(col("accumulation").equalTo("cumulative"), lit(1)).otherwise(ofPart);
  }

  private static Column lastMonth() {
    Column number = col("subperiod").substr(2, 1).cast("int");
    return when(col("subperiod").startsWith("S"), number.multiply(6))
        .when(col("subperiod").startsWith("Q"), number.multiply(3))
        .otherwise(lit(12));
  }

  /**
   * Months are counted once: of two parts that share any, the one that ends later stands, else the
   * longer one, else (the year and its last quarter, both from January) the year.
   */
  private static Dataset<Row> standing(Dataset<Row> counts, String... key) {
    List<Column> round = new ArrayList<>(Arrays.stream(key).map(name -> col(name)).toList());
    round.add(col("round"));
    Column told =
        collect_set(struct(col("first"), col("last"), col("subperiod")))
            .over(Window.partitionBy(round.toArray(Column[]::new)));
    Column isCovered =
        exists(
            col("told"),
            other -> {
              Column first = other.getField("first");
              Column last = other.getField("last");
              Column isSameSpan = last.equalTo(col("last")).and(first.equalTo(col("first")));
              return last.gt(col("last"))
                  .and(first.leq(col("last")))
                  .or(last.equalTo(col("last")).and(first.lt(col("first"))))
                  .or(isSameSpan.and(other.getField("subperiod").lt(col("subperiod"))));
            });
    return counts.withColumn("told", told).where(not(isCovered)).drop("told");
  }

  /** Each unit with the district and the province it is or lies in; of new communes no district. */
  private static Dataset<Row> units(Inputs in) {
    Dataset<Row> units =
        in.table("star.dim_region")
            .where(col("known_to").isNull())
            .select(col("region_key"), col("level"), col("parent_key"));
    Dataset<Row> above =
        units.select(
            col("region_key").as("parent_key"),
            col("level").as("parent_level"),
            col("parent_key").as("grandparent_key"));
    Column isInDistrict = col("parent_level").equalTo("district");
    Column district =
        when(col("level").equalTo("district"), col("region_key"))
            .when(isInDistrict, col("parent_key"));
    Column province =
        when(isInDistrict, col("grandparent_key"))
            .when(col("level").isin("district", "commune"), col("parent_key"))
            .otherwise(col("region_key"));
    return units
        .join(above, Inputs.keys("parent_key"), "left")
        .select(
            col("region_key"),
            col("level"),
            coalesce(district, col("region_key")).as("district_key"),
            province.as("province_key"));
  }

  /** The province of today that each unit came to lie in, by cohort: all of it, or none is told. */
  private static Dataset<Row> heirs(Inputs in) {
    return in.table("star.bridge_region_boundary")
        .where("boundary = 'today' AND level = 'province' AND share = 1")
        .select(
            col("region_key").as("heir_of"),
            col("cohort_from"),
            col("cohort_to"),
            col("area_key").as("heir_key"));
  }
}
