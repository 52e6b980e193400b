package vn.phanluong.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.phanluong.HomeExtension;
import vn.phanluong.SparkExtension;
import vn.phanluong.TableCase;
import vn.phanluong.definition.Contract;
import vn.phanluong.definition.Contracts;

/** Rows sought by keys, few or many, are those a join finds. */
@ExtendWith({SparkExtension.class, HomeExtension.class})
class SoughtTest {
  private static final Contract SPELL = Contracts.bundled().of("star.fct_spell");

  private final SparkSession spark;

  SoughtTest(SparkSession spark) {
    this.spark = spark;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, Sought.MOST, Sought.MOST + 1})
  void rows_among_keys_are_those_a_join_finds(int keys) {
    Dataset<Row> rows =
        spark.range(1000).selectExpr("nullif(CAST(id % 400 AS STRING), '7') AS a", "id % 3 AS b");
    Dataset<Row> sought =
        spark.range(keys).selectExpr("nullif(CAST(id AS STRING), '7') AS a", "id % 2 AS b");

    rows.createOrReplaceTempView("all_rows");
    sought.createOrReplaceTempView("all_keys");
    List<String> joined =
        texts(
            spark.sql(
                "SELECT * FROM all_rows WHERE EXISTS (SELECT 1 FROM all_keys"
                    + " WHERE all_keys.a = all_rows.a AND all_keys.b = all_rows.b)"));
    assertThat(texts(Inputs.among(sought.localCheckpoint(), rows))).isEqualTo(joined);
    assertThat(joined.isEmpty()).isEqualTo(keys == 0);
  }

  /** Of one partition written as it may be, its files hold rows in the order of persons. */
  @Test
  void rows_of_persons_lie_in_their_order(TableStore store) {
    List<Row> spells =
        IntStream.range(0, 500)
            .mapToObj(i -> "%03d of %d".formatted(i * 7919 % 500, i))
            .map(person -> TableCase.filled(SPELL, Map.of("learner_key", person)))
            .toList();
    StructType shape = StructType.fromDDL(SPELL.shapeDdl());
    store.replace(SPELL, Slices.WHOLE, spark.createDataFrame(spells, shape));

    Dataset<Row> lying =
        store
            .read(SPELL)
            .withColumn("file", functions.input_file_name())
            .withColumn("place", functions.monotonically_increasing_id());
    lying.createOrReplaceTempView("lying");
    assertThat(
            spark
                .sql(
                    "SELECT 1 FROM (SELECT learner_key, lag(learner_key) OVER (PARTITION BY file"
                        + " ORDER BY place) AS above FROM lying) WHERE above > learner_key")
                .isEmpty())
        .isTrue();
  }

  private static List<String> texts(Dataset<Row> rows) {
    return rows.selectExpr("to_json(struct(*))").as(Encoders.STRING()).collectAsList().stream()
        .sorted()
        .toList();
  }
}
