package vn.phanluong.indicator;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import vn.phanluong.definition.IndicatorDefinition;
import vn.phanluong.definition.IndicatorDefinitions;
import vn.phanluong.definition.LinkedRate;
import vn.phanluong.definition.SchemaFiles;
import vn.phanluong.runtime.Inputs;

/**
 * Pupils of the last grade in schools that told no decision: who is followed from a decision on is
 * not seen there at all, so that they stand in no count and only here.
 */
final class SilentSchools {
  /** Populations of those of whom a decision tells. */
  private static final Set<String> DECIDED = Set.of("completers", "candidates");

  private static final String[] AREA = {"cohort_year", "boundary", "level", "region_key"};

  private SilentSchools() {}

  /**
   * Sums of areas with {@code last_grade} and {@code silent}, pupils of the levels an indicator
   * asks; blank for what no decision begins, for groups, by residence and below provinces.
   */
  static Dataset<Row> beside(Inputs in, Dataset<Row> sums) {
    Dataset<Row> pupils =
        in.table("indicator.completion_balance")
            .join(broadcast(asked(in)), Inputs.keys("education_level"))
            .groupBy(Observation.columns(key("indicator_id", "part")))
            .agg(sum("pupils").as("last_grade"), sum("silent").as("silent"))
            .withColumn("method", lit("linked"))
            .withColumn("basis", lit("school"))
            .withColumn("breakdown", lit(""));
    return sums.join(
        broadcast(pupils),
        Inputs.keys(key("indicator_id", "part", "method", "basis", "breakdown")),
        "left");
  }

  /** Sums of what nobody asks it of. */
  static Dataset<Row> unasked(Dataset<Row> sums) {
    return sums.withColumn("last_grade", lit(null).cast("bigint"))
        .withColumn("silent", lit(null).cast("bigint"));
  }

  private static String[] key(String... others) {
    List<String> key = new ArrayList<>(List.of(AREA));
    key.addAll(List.of(others));
    return key.toArray(String[]::new);
  }

  /** The levels that each part of an indicator is about. */
  private static Dataset<Row> asked(Inputs in) {
    List<Row> rows = new ArrayList<>();
    for (IndicatorDefinition each : IndicatorDefinitions.of(SchemaFiles.bundled()).values()) {
      LinkedRate rate = each.linked();
      if (rate == null || !DECIDED.contains(rate.population())) {
        continue;
      }
      LinkedRate.Parts parts = rate.parts();
      for (String part : parts == null ? List.of("") : parts.values()) {
        boolean isLevel = parts != null && parts.by().equals("education_level");
        for (String level : isLevel ? List.of(part) : each.educationLevels()) {
          rows.add(RowFactory.create(each.id(), part, level));
        }
      }
    }
    return in.spark()
        .createDataFrame(
            rows, StructType.fromDDL("indicator_id string, part string, education_level string"));
  }
}
