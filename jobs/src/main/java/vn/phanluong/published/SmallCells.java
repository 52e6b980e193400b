package vn.phanluong.published;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Which figures are too small to leave the house. Suppressed is a state, not 0 and not blank. */
final class SmallCells {
  /** Fewest completers a published rate rests on. */
  private static final int FEWEST_COMPLETERS = 10;

  /** One to four persons can be told apart by those who know them. */
  private static final int LARGEST_SMALL_CELL = 4;

  private SmallCells() {}

  /**
   * Small if 1 to 4 persons are counted, of unknown destination, known to be elsewhere, or left of
   * the whole without those counted: the bounds would tell each of these numbers.
   */
  static Column isSmall() {
    Column rest = col("denominator").minus(col("numerator"));
    Column elsewhere = rest.minus(col("unknown"));
    return col("denominator")
        .lt(FEWEST_COMPLETERS)
        .or(isSmall(col("numerator")))
        .or(isSmall(col("unknown")))
        .or(isSmall(elsewhere))
        .or(isSmall(rest));
  }

  private static Column isSmall(Column persons) {
    return persons.between(1, LARGEST_SMALL_CELL);
  }

  static Column state(Column isSmall) {
    return when(isSmall, "suppressed").otherwise("shown");
  }

  /** The rows with the named figures blank where {@code suppression} says so. */
  static Dataset<Row> hide(Dataset<Row> rows, String... figures) {
    Dataset<Row> hidden = rows;
    for (String figure : figures) {
      hidden =
          hidden.withColumn(figure, when(col("suppression").equalTo(lit("shown")), col(figure)));
    }
    return hidden;
  }
}
