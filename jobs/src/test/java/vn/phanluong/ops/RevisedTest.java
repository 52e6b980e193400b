package vn.phanluong.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import org.assertj.core.api.ListAssert;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.phanluong.SparkExtension;
import vn.phanluong.TableCase;
import vn.phanluong.definition.Contract;
import vn.phanluong.definition.Contracts;

/** Which figures of a release are revised ones. */
@ExtendWith(SparkExtension.class)
class RevisedTest {
  private static final Contract OBSERVATION = Contracts.bundled().of("published.observation");

  @Test
  void another_figure_in_the_place_of_a_final_one_is_revised(SparkSession spark) {
    Dataset<Row> before =
        told(spark, "P1 final 30", "P2 final 30", "P3 provisional 30", "P4 final 30");
    Dataset<Row> now =
        told(spark, "P1 final 31", "P2 final 30", "P3 final 31", "P4 provisional 31", "P5 final 3");
    assertMarked(now, before)
        .containsExactly("P1 revised", "P2 final", "P3 final", "P4 provisional", "P5 final");
  }

  @Test
  void what_was_revised_once_stays_so(SparkSession spark) {
    Dataset<Row> before = told(spark, "P1 revised 31", "P2 revised 31");
    assertMarked(told(spark, "P1 final 31", "P2 provisional 31"), before)
        .containsExactly("P1 revised", "P2 provisional");
  }

  @Test
  void nothing_is_said_of_a_hidden_figure(SparkSession spark) {
    assertMarked(told(spark, "P1 final -", "P2 final 31"), told(spark, "P1 final 30", "P2 final -"))
        .containsExactly("P1 final", "P2 final");
  }

  @Test
  void another_version_of_a_definition_revises_nothing(SparkSession spark) {
    Dataset<Row> before = told(spark, "P1 final 30").withColumn("version", functions.lit("0.9.0"));
    assertMarked(told(spark, "P1 final 31"), before).containsExactly("P1 final");
  }

  @Test
  void a_release_that_knew_no_status_says_nothing(SparkSession spark) {
    Dataset<Row> before = told(spark, "P1 final 30").drop("obs_status");
    assertMarked(told(spark, "P1 final 31"), before).containsExactly("P1 final");
  }

  private static ListAssert<String> assertMarked(Dataset<Row> now, Dataset<Row> before) {
    Dataset<Row> marked = Revised.marked(OBSERVATION, now, before);
    assertThat(marked.columns()).containsExactlyElementsOf(OBSERVATION.columnNames());
    return assertThat(
        marked
            .selectExpr("concat_ws(' ', region_key, obs_status)")
            .as(Encoders.STRING())
            .collectAsList()
            .stream()
            .sorted()
            .toList());
  }

  /** One figure each, as «place status numerator», of a hundred persons. */
  private static Dataset<Row> told(SparkSession spark, String... figures) {
    return spark.createDataFrame(
        Stream.of(figures).map(figure -> row(figure.split(" ", -1))).toList(),
        StructType.fromDDL(OBSERVATION.shapeDdl()));
  }

  private static Row row(String... figure) {
    boolean isHidden = figure[2].equals("-");
    Map<String, @Nullable Object> row = new HashMap<>();
    row.put("region_key", figure[0]);
    row.put("obs_status", figure[1]);
    row.put("numerator", isHidden ? null : new BigDecimal(figure[2]));
    row.put("denominator", isHidden ? null : new BigDecimal(100));
    return TableCase.filled(OBSERVATION, row);
  }
}
