package vn.phanluong.indicator;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import vn.phanluong.definition.CountedSums;
import vn.phanluong.definition.IndicatorDefinition;
import vn.phanluong.runtime.Inputs;

/**
 * Tallies of sums. A unit enters them only when it is complete, so that of what places report a
 * numerator is always part of its denominator.
 */
final class SummedTally {
  /** What each of its queries gives; one may give a {@code part} too. */
  static final List<String> COLUMNS =
      List.of("cohort_year", "basis", "region_key", "is_synthetic", "persons");

  private static final String[] UNIT = {"cohort_year", "basis", "region_key", "part"};

  private final Inputs in;

  SummedTally(Inputs in) {
    this.in = in;
  }

  /** Rows of {@code indicator.tally} of one definition by one method. */
  Dataset<Row> of(IndicatorDefinition definition, String method, CountedSums sums) {
    for (String table : sums.reads()) {
      in.table(table).createOrReplaceTempView(view(table));
    }
    String known = sums.known();
    Dataset<Row> joined =
        counted(sums, sums.denominator(), "denominator")
            .join(
                counted(sums, known == null ? sums.numerator() : known, "known"),
                Inputs.keys(UNIT),
                "full")
            .join(counted(sums, sums.numerator(), "counted"), Inputs.keys(UNIT), "left");
    Column state =
        when(col("denominator").isNull(), "no_graduates")
            .when(col("known").isNull(), "no_destinations")
            .when(lit(known != null).and(col("known").gt(col("denominator"))), "inconsistent")
            .otherwise("complete");
    Column isComplete = col("tally_state").equalTo("complete");
    Column unknown =
        known == null ? lit(null).cast("bigint") : col("denominator").minus(col("known"));
    return joined
        .withColumn("tally_state", state)
        .select(
            lit(definition.id()).as("indicator_id"),
            lit(definition.version()).as("version"),
            col("part"),
            lit(method).as("method"),
            col("cohort_year"),
            col("basis"),
            col("region_key"),
            lit("").as("breakdown"),
            lit("").as("member"),
            col("tally_state"),
            when(isComplete, coalesce(col("counted"), lit(0L))).as("numerator"),
            col("denominator"),
            when(isComplete, unknown).as("unknown"),
            lit(0L).as("disputed"),
            coalesce(col("denominator_synthetic"), lit(false))
                .or(coalesce(col("known_synthetic"), lit(false)))
                .as("is_synthetic"));
  }

  private Dataset<Row> counted(CountedSums sums, String text, String name) {
    String sql = text;
    for (String table : sums.reads()) {
      sql = sql.replace(table, view(table));
    }
    Dataset<Row> rows = in.sql(sql);
    boolean hasParts = Arrays.asList(rows.columns()).contains("part");
    return (hasParts ? rows : rows.withColumn("part", lit("")))
        .where(col("region_key").isNotNull())
        .groupBy("cohort_year", "basis", "region_key", "part")
        .agg(
            sum(col("persons").cast("bigint")).as(name),
            max("is_synthetic").as(name + "_synthetic"));
  }

  private static String view(String table) {
    return table.replace('.', '_');
  }
}
