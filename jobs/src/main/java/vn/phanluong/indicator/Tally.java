package vn.phanluong.indicator;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import vn.phanluong.definition.IndicatorDefinition;
import vn.phanluong.definition.IndicatorDefinitions;
import vn.phanluong.definition.SchemaFiles;
import vn.phanluong.runtime.Inputs;
import vn.phanluong.runtime.TableBuilder;

/**
 * Builds {@code indicator.tally}: what each definition counts, at the smallest unit reported. A
 * unit enters sums only when it is complete, so a numerator is always part of its denominator.
 */
public final class Tally implements TableBuilder {
  private static final String[] UNIT = {"cohort_year", "basis", "region_key"};

  @Override
  public Dataset<Row> build(Inputs in) {
    for (String table : new String[] {"star.fct_graduate_count", "star.fct_destination_count"}) {
      in.table(table).createOrReplaceTempView(view(table));
    }
    return IndicatorDefinitions.of(SchemaFiles.bundled()).values().stream()
        .filter(IndicatorDefinition::isComputed)
        .map(definition -> tally(in, definition))
        .reduce(Dataset::unionByName)
        .orElseThrow();
  }

  private static Dataset<Row> tally(Inputs in, IndicatorDefinition definition) {
    Function<String, Dataset<Row>> query =
        text -> {
          String sql = text;
          for (String table : definition.reads()) {
            sql = sql.replace(table, view(table));
          }
          return in.sql(sql);
        };
    Dataset<Row> joined =
        counted(query.apply(definition.denominator()), "denominator")
            .join(counted(query.apply(definition.known()), "known"), Inputs.keys(UNIT), "full")
            .join(
                counted(query.apply(definition.numerator()), "counted"), Inputs.keys(UNIT), "left");
    Column state =
        when(col("denominator").isNull(), "no_graduates")
            .when(col("known").isNull(), "no_destinations")
            .when(col("known").gt(col("denominator")), "inconsistent")
            .otherwise("complete");
    Column isComplete = col("tally_state").equalTo("complete");
    return joined
        .withColumn("tally_state", state)
        .select(
            lit(definition.id()).as("indicator_id"),
            lit(definition.version()).as("version"),
            col("cohort_year"),
            col("basis"),
            col("region_key"),
            col("tally_state"),
            when(isComplete, coalesce(col("counted"), lit(0L))).as("numerator"),
            col("denominator"),
            when(isComplete, col("denominator").minus(col("known"))).as("unknown"),
            coalesce(col("denominator_synthetic"), lit(false))
                .or(coalesce(col("known_synthetic"), lit(false)))
                .as("is_synthetic"));
  }

  private static Dataset<Row> counted(Dataset<Row> rows, String name) {
    return rows.groupBy("cohort_year", "basis", "region_key")
        .agg(
            sum(col("persons").cast("bigint")).as(name),
            max("is_synthetic").as(name + "_synthetic"));
  }

  private static String view(String table) {
    return table.replace('.', '_');
  }
}
