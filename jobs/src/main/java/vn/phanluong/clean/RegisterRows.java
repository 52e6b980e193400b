package vn.phanluong.clean;

import static org.apache.spark.sql.functions.col;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import vn.phanluong.definition.Contracts;
import vn.phanluong.runtime.Inputs;

/**
 * Typed rows of a register of schools or learners: the columns of its contract, under the names
 * that say what is left of an identity.
 */
final class RegisterRows {
  private RegisterRows() {}

  /** Rows of {@code clean.<dataset>}; what the contract does not name goes no further than raw. */
  static Dataset<Row> of(Inputs in, String dataset) {
    Column[] columns =
        Contracts.bundled().of("clean." + dataset).columnNames().stream()
            .map(name -> col(fieldOf(name)).as(name))
            .toArray(Column[]::new);
    return ParsedRows.of(in, dataset).select(columns);
  }

  private static String fieldOf(String column) {
    return switch (column) {
      case "learner_key" -> "learner_code";
      case "identity_key" -> "identity_number";
      case "birth_year" -> "birth_date";
      default -> column;
    };
  }
}
