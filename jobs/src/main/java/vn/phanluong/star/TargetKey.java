package vn.phanluong.star;

import static org.apache.spark.sql.functions.col;

import java.util.stream.Stream;
import org.apache.spark.sql.Column;

/** What makes two statements of a document the same target. */
final class TargetKey {
  static final String[] COLUMNS = {
    "document_id", "region_key", "target_year", "indicator_id", "education_level", "scope"
  };

  private TargetKey() {}

  /** The columns, and others after them. */
  static Column[] columns(String... others) {
    return Stream.of(COLUMNS, others).flatMap(Stream::of).map(it -> col(it)).toArray(Column[]::new);
  }
}
