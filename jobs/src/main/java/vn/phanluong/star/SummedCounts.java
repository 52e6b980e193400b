package vn.phanluong.star;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.exists;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Which of the counts that places report enter sums, so that nobody is added twice. Columns read:
 * the key of the counts, {@code persons_state}, {@code first} and {@code last} month, {@code level}
 * and the keys of the units above.
 */
final class SummedCounts {
  private SummedCounts() {}

  /** True of a count that is added, and of a reason for no count that leaves a sum unknown. */
  static Column isAdditive(String... key) {
    return when(isCount(), isTheirs()).otherwise(isUntold(key));
  }

  /**
   * What is told in parts is not added again as a whole, unless the whole is told later: schools of
   * a unit, communes of a district, all of these of a province, and all of a province of today that
   * took in several and counts for them in the autumn of their last year.
   */
  private static Column isTheirs() {
    Column isSchool = col("school").notEqual("");
    Column isCommune = col("level").equalTo("commune");
    Column isPart = isCommune.or(col("level").equalTo("district"));
    Column heir = coalesce(col("heir_key"), col("province_key"));
    return not(
        isToldElsewhere(isSchool, within(col("region_key")))
            .or(isToldElsewhere(isCommune, within(col("district_key"))))
            .or(isToldElsewhere(isPart, within(col("province_key"))))
            .or(isToldElsewhere(col("region_key").notEqual(heir), within(heir))));
  }

  private static Column isCount() {
    return col("persons_state").equalTo("reported");
  }

  /**
   * A reason for no count stands where its place has none: not of a unit whose schools tell, not of
   * a school whose unit tells, nor of one beside schools that tell the same.
   */
  private static Column isUntold(String... key) {
    Column isSchool = col("school").notEqual("");
    Column[] same =
        Stream.concat(Stream.of(key), Stream.of("round"))
            .filter(name -> !name.equals("school"))
            .map(name -> col(name))
            .toArray(Column[]::new);
    Column schoolsTell = max(isCount().and(isSchool)).over(within(col("region_key")));
    Column unitTells = max(isCount().and(not(isSchool))).over(within(col("region_key")));
    Column othersTell = max(isCount().and(isSchool)).over(Window.partitionBy(same));
    return not(when(isSchool, unitTells.or(othersTell)).otherwise(schoolsTell));
  }

  private static WindowSpec within(Column unit) {
    return Window.partitionBy(
        col("cohort_year"), col("education_level"), col("basis"), col("round"), unit);
  }

  /**
   * Parts and their whole tell of the same months: the one that ends later is added, else the
   * parts.
   */
  private static Column isToldElsewhere(Column isPart, WindowSpec together) {
    Column parts =
        collect_set(when(isCount().and(isPart), struct(col("first"), col("last")))).over(together);
    Column wholes =
        collect_set(when(isCount().and(not(isPart)), struct(col("first"), col("last"))))
            .over(together);
    BiFunction<Column, Boolean, Column> isTold =
        (others, mayEndTogether) ->
            exists(
                others,
                other -> {
                  Column last = other.getField("last");
                  Column later = mayEndTogether ? last.geq(col("last")) : last.gt(col("last"));
                  // The one that ends later shares months if it begins before the other ends.
                  return later.and(other.getField("first").leq(col("last")));
                });
    return when(isPart, isTold.apply(wholes, false)).otherwise(isTold.apply(parts, true));
  }
}
