package vn.phanluong;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.phanluong.clean.Graduate;
import vn.phanluong.definition.Contract;
import vn.phanluong.definition.Contracts;
import vn.phanluong.runtime.Inputs;
import vn.phanluong.runtime.Slices;

/**
 * A warehouse of ten years holds thousands of submissions, hundreds of them beside another of the
 * same unit and year. What says which row stands must not grow deeper with each.
 */
@ExtendWith(SparkExtension.class)
class ManySubmissionsTest {
  private static final int UNITS = 2000;

  private final SparkSession spark;

  ManySubmissionsTest(SparkSession spark) {
    this.spark = spark;
  }

  @Test
  void twoThousandUnitsMaySendTwoListsEach() {
    Contract ledger = Contracts.bundled().of("ops.submission");
    Dataset<Row> submissions =
        spark
            .range(2 * UNITS)
            .selectExpr(
                "CAST(id AS STRING) AS submission_id",
                "id AS sequence",
                "'graduate' AS dataset",
                "2025S AS period",
                "concat('unit', id div 2) AS reporter_code",
                "'accepted' AS status",
                "false AS is_synthetic")
            .to(StructType.fromDDL(ledger.shapeDdl()));
    GivenTables tables = new GivenTables(spark);
    tables.put(ledger, submissions);

    Contract contract = Contracts.bundled().of("clean.graduate");
    Dataset<Row> rows = new Graduate().build(new Inputs(tables, contract, Slices.WHOLE));

    assertThat(rows.columns()).containsExactlyElementsOf(contract.columnNames());
    assertThat(rows.collectAsList()).isEmpty();
  }
}
