package vn.phanluong.indicator;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_position;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.try_element_at;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/**
 * Whether a unit's sums make a tally, or why not. A sum with a hole (a count that is missing or was
 * not collected) is not known; what does not exist at a place (not applicable) adds nothing, and is
 * the state of a sum that has nothing else. Columns read: {@code denominator}, {@code known},
 * {@code counted}, of each whether it has a reason ({@code known_missing}), {@code asks_known}.
 */
final class TallyState {
  private static final String MISSING = "missing";
  private static final String NOT_COLLECTED = "not_collected";
  private static final String NOT_APPLICABLE = "not_applicable";

  /** Reasons a place gives for having no count. */
  static final List<String> REASONS = List.of(MISSING, NOT_COLLECTED, NOT_APPLICABLE);

  private static final String NO_GRADUATES = "no_graduates";

  /** All states of a unit and of a sum of units, in the order in which one outranks another. */
  private static final Column ORDERED =
      array(
          Stream.of(
                  "complete",
                  "inconsistent",
                  MISSING,
                  "no_destinations",
                  NO_GRADUATES,
                  NOT_APPLICABLE,
                  NOT_COLLECTED,
                  "partial")
              .map(functions::lit)
              .toArray(Column[]::new));

  private TallyState() {}

  /** Of several states the first; by number, since an aggregate of texts has all rows sorted. */
  static Column first(Column state) {
    return named(min(number(state)));
  }

  /** Of several states the last. */
  static Column last(Column state) {
    return named(max(number(state)));
  }

  private static Column number(Column state) {
    return array_position(ORDERED, state);
  }

  private static Column named(Column number) {
    return try_element_at(ORDERED, number.cast("int"));
  }

  /** True of a tally of a place that says itself why it has no count. */
  static Column isReason(Column state) {
    return state.isin(MISSING, NOT_COLLECTED, NOT_APPLICABLE);
  }

  /** True of a tally of a place where what is counted does not exist. */
  static Column isNotApplicable(Column state) {
    return state.equalTo(NOT_APPLICABLE);
  }

  /** True of a tally of a place that tells who went somewhere, and not of how many. */
  static Column isWithoutWhole(Column state) {
    return state.equalTo(NO_GRADUATES);
  }

  /** {@code complete}, why there is no tally, or null where nothing was said. */
  static Column of() {
    Column isOfDestinations = col("known").isNotNull().or(reason("known").isNotNull());
    return when(
            col("denominator").isNull(),
            coalesce(reason("denominator"), when(isOfDestinations, NO_GRADUATES)))
        .when(isDenominatorUntold(), hole("denominator"))
        .when(col("known").isNull(), coalesce(reason("known"), lit("no_destinations")))
        .when(isInconsistent(), "inconsistent")
        .when(isUntoldPart(), hole("counted"))
        .when(not(col("asks_known")).and(hole("known").isNotNull()), hole("known"))
        .otherwise("complete");
  }

  /** True if the whole cannot be told: one of its counts has a hole. */
  static Column isDenominatorUntold() {
    return hole("denominator").isNotNull();
  }

  /** True if the whole and some of its classes are told, and of the counted ones nothing is. */
  static Column isUntoldPart() {
    return not(isDenominatorUntold())
        .and(col("denominator").isNotNull())
        .and(col("known").isNotNull())
        .and(not(isInconsistent()))
        .and(hole("counted").isNotNull())
        .and(coalesce(col("counted"), lit(0L)).equalTo(0));
  }

  /** True if more went somewhere than completed, or more are counted than went anywhere. */
  private static Column isInconsistent() {
    return col("asks_known")
        .and(
            col("known")
                .gt(col("denominator"))
                .or(coalesce(col("counted").gt(col("known")), lit(false))));
  }

  private static Column hole(String sum) {
    return coalesce(is(sum, MISSING), is(sum, NOT_COLLECTED));
  }

  private static Column reason(String sum) {
    return coalesce(hole(sum), is(sum, NOT_APPLICABLE));
  }

  private static Column is(String sum, String reason) {
    return when(col(sum + "_" + reason), reason);
  }
}
