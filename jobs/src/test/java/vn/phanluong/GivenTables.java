package vn.phanluong;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import vn.phanluong.definition.Contract;
import vn.phanluong.runtime.Tables;

/**
 * Tables of a few rows in memory, held to their contracts as Delta would. What Delta does of its
 * own, {@link TableLawsTest} sees.
 */
final class GivenTables implements Tables {
  private final SparkSession spark;
  private final Map<Contract, Dataset<Row>> tables = new HashMap<>();

  GivenTables(SparkSession spark) {
    this.spark = spark;
  }

  void put(Contract table, List<Row> rows) {
    StructType shape = StructType.fromDDL(table.shapeDdl());
    Dataset<Row> given = spark.createDataFrame(rows, shape);
    // One query of all rules, since there are hundreds of tables of some ten rules each.
    String broken =
        table.rules().stream()
            .filter(rule -> rule.check() != null)
            .map(rule -> ", if(NOT (%s), '%s', NULL)".formatted(rule.check(), rule.name()))
            .collect(Collectors.joining("", "array_compact(array(CAST(NULL AS STRING)", "))"));
    assertThat(
            given
                .withColumn("broken", functions.expr(broken))
                .where("size(broken) > 0")
                .collectAsList())
        .as("%s: rows that break the rules named last", table.id())
        .isEmpty();
    put(table, given);
  }

  void put(Contract table, Dataset<Row> rows) {
    tables.put(table, rows);
  }

  @Override
  public SparkSession spark() {
    return spark;
  }

  @Override
  public Dataset<Row> read(Contract contract) {
    return tables.computeIfAbsent(
        contract, it -> spark.createDataFrame(List.of(), StructType.fromDDL(it.shapeDdl())));
  }
}
