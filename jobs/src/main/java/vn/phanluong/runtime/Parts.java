package vn.phanluong.runtime;

import static org.apache.spark.sql.functions.bit_xor;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.hash;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import vn.phanluong.definition.Contract;

/**
 * Partitions of a table in which two versions of it differ, found by the number of rows and two
 * checksums of all their cells. What was made anew and is as before then changes nothing later.
 */
final class Parts {
  private Parts() {}

  /** True if partitions can be told apart: none is blank. A table without any is one part. */
  static boolean areTold(Contract contract) {
    return contract.columns().stream()
        .filter(it -> contract.partition().contains(it.name()))
        .allMatch(vn.phanluong.definition.Column::required);
  }

  /** The partitions of a table that some rows name. */
  static Slices of(Contract contract, Dataset<Row> rows) {
    return new Slices(
        // Of no column a distinct row is one, also where there is none.
        rows
            .withColumn("any", lit(1))
            .select(
                columns(Stream.concat(Stream.of("any"), contract.partition().stream()).toList()))
            .distinct()
            .collectAsList()
            .stream()
            .map(row -> partOf(contract, row))
            .collect(Collectors.toSet()));
  }

  /**
   * A row for each partition, and for each value of some columns in it, whose rows are not the same
   * in both.
   */
  static Dataset<Row> differing(
      Contract contract, Dataset<Row> one, Dataset<Row> other, String... by) {
    Column[] cells = cells(contract);
    return one.withColumn("sign", lit(-1L))
        .unionByName(other.withColumn("sign", lit(1L)))
        .groupBy(
            columns(
                Stream.concat(contract.partition().stream(), Stream.of(by)).distinct().toList()))
        .agg(
            sum(col("sign")).as("rows"),
            bit_xor(xxhash64(cells)).as("xor"),
            sum(col("sign").multiply(hash(cells).cast("bigint"))).as("sum"))
        .where("rows <> 0 OR xor <> 0 OR sum <> 0");
  }

  /**
   * Rows as they are to lie in each partition. The writer brings partitions together in any case,
   * so that their order costs little.
   */
  static Dataset<Row> ordered(Contract contract, Dataset<Row> rows) {
    return contract.order().isEmpty()
        ? rows
        : rows.sortWithinPartitions(
            columns(
                Stream.concat(contract.partition().stream(), contract.order().stream()).toList()));
  }

  static Column[] columns(List<String> names) {
    return names.stream().map(it -> col(it)).toArray(Column[]::new);
  }

  /** What a row is told by: equal rows are equal in all of these, and in checksums of them. */
  private static Column[] cells(Contract contract) {
    // A blank leaves a checksum as it was, wherever it stands: that a cell is blank is one more.
    return contract.columnNames().stream()
        .flatMap(name -> Stream.of(col(name), col(name).isNull()))
        .toArray(Column[]::new);
  }

  private static Map<String, String> partOf(Contract contract, Row row) {
    Map<String, String> part = new TreeMap<>();
    contract.partition().forEach(it -> part.put(it, String.valueOf(row.<Object>getAs(it))));
    return part;
  }
}
