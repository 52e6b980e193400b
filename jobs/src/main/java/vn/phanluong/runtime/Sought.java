package vn.phanluong.runtime;

import static org.apache.spark.sql.functions.col;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * Few keys, said in the query itself: a file whose rows lie in the order of the key is then read
 * where it may hold one, while a join reads all of it.
 */
final class Sought {
  /** So many values Spark hands to the files; of more it would tell them the least and greatest. */
  static final int MOST = 200;

  private Sought() {}

  /** True of rows that may have one of the keys, as each of their columns alone tells. */
  static @Nullable Column among(Dataset<Row> keys) {
    List<Row> few = keys.limit(MOST + 1).collectAsList();
    return few.size() > MOST
        ? null
        : Stream.of(keys.columns())
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
