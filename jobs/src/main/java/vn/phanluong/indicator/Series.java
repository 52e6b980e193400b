package vn.phanluong.indicator;

import static org.apache.spark.sql.functions.col;

import java.util.stream.Stream;
import org.apache.spark.sql.Column;

/** What makes figures one series: cohorts and places of it may be compared, others never. */
final class Series {
  private Series() {}

  /** The columns of a series, and others. */
  static String[] with(String... others) {
    return Stream.concat(
            Stream.of("indicator_id", "version", "part", "method", "basis", "boundary"),
            Stream.of(others))
        .toArray(String[]::new);
  }

  /** The same as columns, followed by any. */
  static Column[] select(String[] names, Column... others) {
    return Stream.concat(Stream.of(names).map(name -> col(name)), Stream.of(others))
        .toArray(Column[]::new);
  }
}
