package vn.phanluong.runtime;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * Keys by which rows are sought. Few are said in the query itself: a file whose rows lie in the
 * order of the key is then read where it may hold one, while a join reads all of it.
 *
 * @param keys few enough for every task to hold
 * @param isSought true of rows that may have one, as each column alone tells; null if keys are many
 */
record Sought(Dataset<Row> keys, @Nullable Column isSought) {
  /** So many values Spark hands to the files; of more it would tell them the least and greatest. */
  static final int MOST = 200;

  static Sought by(Dataset<Row> keys) {
    List<Row> few = keys.limit(MOST + 1).collectAsList();
    return new Sought(keys, few.size() > MOST ? null : isAmong(few, keys.columns()));
  }

  /** Those of some rows that have one of the keys. */
  Dataset<Row> in(Dataset<Row> rows) {
    Dataset<Row> sought = isSought == null ? rows : rows.where(isSought);
    return sought.join(broadcast(keys), Inputs.keys(keys.columns()), "left_semi");
  }

  private static @Nullable Column isAmong(List<Row> few, String... names) {
    return Stream.of(names)
        .map(name -> col(name).isin(values(few, name)))
        .reduce(Column::and)
        .orElse(null);
  }

  private static Object[] values(List<Row> keys, String name) {
    return keys.stream()
        .map(row -> row.<@Nullable Object>getAs(name))
        .filter(Objects::nonNull)
        .distinct()
        .toArray();
  }
}
