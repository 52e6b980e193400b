package vn.phanluong.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A figure is printed in the unit of its indicator. */
class FigureTest {
  private static final StructType SHAPE =
      StructType.fromDDL("value double, numerator decimal(27,12), denominator decimal(27,12)");

  @ParameterizedTest
  @CsvSource({
    "percent, 25, 100, 25.0, 25.00 %  (25 / 100)",
    "persons, 120, 120, 100.0, 120 người (persons)",
    "per_person, 4000, 1, 400000.0, 4000.00  (4000 / 1)"
  })
  void in_percent_persons_or_to_one(
      String unit, BigDecimal numerator, BigDecimal denominator, double value, String printed) {
    assertThat(Figure.value(unit, row(value, numerator, denominator))).isEqualTo(printed);
  }

  private static Row row(Object... values) {
    return new GenericRowWithSchema(values, SHAPE);
  }
}
