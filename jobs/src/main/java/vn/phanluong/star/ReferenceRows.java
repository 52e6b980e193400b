package vn.phanluong.star;

import java.util.Arrays;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import vn.phanluong.definition.Contract;
import vn.phanluong.definition.Contracts;
import vn.phanluong.runtime.Inputs;

/** Reference lists with the types of the dimension they become. */
final class ReferenceRows {
  private ReferenceRows() {}

  /** The list's columns that the table has, cast to the table's types. */
  static Dataset<Row> of(Inputs in, String list, String table) {
    Contract contract = Contracts.bundled().of(table);
    Dataset<Row> texts = in.reference(list);
    Column[] typed =
        contract.columns().stream()
            .filter(column -> Arrays.asList(texts.columns()).contains(column.name()))
            .map(column -> functions.col(column.name()).cast(column.type()).as(column.name()))
            .toArray(Column[]::new);
    return texts.select(typed);
  }
}
