package vn.phanluong.runtime;

import static org.apache.spark.sql.functions.bit_xor;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.hash;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

  /** The partitions whose rows are not the same in both. */
  static Slices differing(Contract contract, Dataset<Row> one, Dataset<Row> other) {
    Map<Map<String, String>, List<Object>> before = checksums(contract, one);
    Map<Map<String, String>, List<Object>> after = checksums(contract, other);
    Set<Map<String, String>> parts = new HashSet<>(before.keySet());
    parts.addAll(after.keySet());
    parts.removeIf(part -> before.containsKey(part) && before.get(part).equals(after.get(part)));
    return new Slices(parts);
  }

  private static Map<Map<String, String>, List<Object>> checksums(
      Contract contract, Dataset<Row> rows) {
    Column[] cells = cells(contract);
    Column[] part = contract.partition().stream().map(it -> col(it)).toArray(Column[]::new);
    return rows
        .groupBy(part)
        .agg(
            count(lit(1)).as("rows"),
            coalesce(bit_xor(xxhash64(cells)), lit(0L)).as("xor"),
            coalesce(sum(hash(cells).cast("bigint")), lit(0L)).as("sum"))
        .collectAsList()
        .stream()
        .collect(
            Collectors.toMap(
                row -> partOf(contract, row),
                row -> List.of(row.getAs("rows"), row.getAs("xor"), row.getAs("sum"))));
  }

  /** What a row is told by: equal rows are equal in all of these, and in checksums of them. */
  static Column[] cells(Contract contract) {
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
