package vn.phanluong.published;

import static org.apache.spark.sql.functions.arrays_zip;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.DataTypes;
import vn.phanluong.definition.IndicatorDefinition;
import vn.phanluong.definition.IndicatorDefinitions;
import vn.phanluong.definition.SchemaFiles;
import vn.phanluong.runtime.Inputs;
import vn.phanluong.runtime.TableBuilder;

/**
 * Builds {@code published.observation}: streaming indicators without small cells, and without the
 * figures from which those could be computed.
 */
public final class Observation implements TableBuilder {
  /** Of a class of a distribution, the class «unknown» tells these. */
  private static final String[] TOLD_BY_CLASS = {
    "unknown", "disputed", "lower_bound", "upper_bound", "match_rate"
  };

  @Override
  public Dataset<Row> build(Inputs in) {
    // Groups of all provinces are too many to be protected together: decision 0034.
    Dataset<Row> told =
        in.table("indicator.observation")
            .where(col("breakdown").equalTo("").and(not(isOtherCut(in))));
    Map<Integer, List<PlaceSum>> sums = PlaceSums.of(in, told);
    Dataset<Row> marked =
        withoutBoundsOfClasses(told)
            .withColumn("is_small", isPersons().and(coalesce(SmallCells.isSmall(), lit(false))))
            .withColumn("whole", whole());
    Column isFigure = col("numerator").isNotNull().and(col("denominator").isNotNull());
    Dataset<Row> figures = protectedIn(families(marked.where(isFigure)), sums);
    Dataset<Row> others =
        marked.where(isFigure.equalTo(false)).withColumn("is_hidden", col("is_small"));
    return SmallCells.hide(
        figures
            .unionByName(others)
            .withColumn("suppression", SmallCells.state(col("is_hidden")))
            .drop("is_hidden", "is_small", "whole", "breakdown", "member"),
        "numerator",
        "denominator",
        "unknown",
        "disputed",
        "silent",
        "value",
        "lower_bound",
        "upper_bound",
        "match_rate",
        "wilson_lower",
        "wilson_upper");
  }

  /**
   * Communes of today of the years of districts: two cuts through one province tell of each other,
   * and only the one is published.
   */
  private static Column isOtherCut(Inputs in) {
    Row last =
        in.table("star.bridge_region_boundary")
            .where("unit_level = 'district'")
            .selectExpr("coalesce(max(cohort_to), 0) AS cohort")
            .first();
    return col("boundary")
        .equalTo("today")
        .and(col("level").equalTo("commune"))
        .and(col("cohort_year").leq(last.getInt(0)));
  }

  /** What shares bring is no count of anybody; it is hidden where it would tell one. */
  private static Column isPersons() {
    return not(col("comparability").eqNullSafe("apportioned"));
  }

  private static Dataset<Row> withoutBoundsOfClasses(Dataset<Row> observed) {
    Object[] distributions =
        IndicatorDefinitions.of(SchemaFiles.bundled()).values().stream()
            .filter(IndicatorDefinition::isDistribution)
            .map(IndicatorDefinition::id)
            .toArray();
    Column isClass = col("method").equalTo("linked").and(col("indicator_id").isin(distributions));
    Dataset<Row> rows = observed;
    for (String name : TOLD_BY_CLASS) {
      rows = rows.withColumn(name, when(isClass.equalTo(false), col(name)));
    }
    return rows;
  }

  /** The nation's denominator: figures that share it may tell of one another. */
  private static Column whole() {
    Column isNation = col("level").equalTo("nation").and(col("boundary").equalTo("as_was"));
    return max(when(isNation, col("denominator")))
        .over(
            Window.partitionBy(
                "indicator_id", "version", "part", "method", "cohort_year", "basis"));
  }

  private static Dataset<Row> families(Dataset<Row> figures) {
    Column[] all = Stream.of(figures.columns()).map(it -> col(it)).toArray(Column[]::new);
    return figures
        .groupBy(
            col("method"), col("cohort_year").as("cohort"), col("basis"), col("whole").as("of"))
        .agg(collect_list(struct(all)).as("figure"));
  }

  private static Dataset<Row> protectedIn(
      Dataset<Row> families, Map<Integer, List<PlaceSum>> sums) {
    UDF2<scala.collection.Seq<Row>, Short, List<Boolean>> hidden =
        (rows, cohort) ->
            Family.hidden(
                scala.jdk.javaapi.CollectionConverters.asJava(rows).stream().map(Cell::of).toList(),
                sums.getOrDefault((int) cohort, List.of()));
    return families
        .withColumn(
            "is_hidden",
            udf(hidden, DataTypes.createArrayType(DataTypes.BooleanType))
                .apply(col("figure"), col("cohort")))
        .select(explode(arrays_zip(col("figure"), col("is_hidden"))).as("told"))
        .select("told.figure.*", "told.is_hidden");
  }
}
