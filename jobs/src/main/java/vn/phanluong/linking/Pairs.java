package vn.phanluong.linking;

import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.split;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.xxhash64;

import java.sql.Date;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * Pairs of a candidate and a graduate who may be one person, as patterns of agreement. Blocking is
 * nationwide: who moved to another province meets the records left behind.
 */
final class Pairs {
  private static final String DDL =
      "dataset string, submission_id string, row_number int, year int, levels string,"
          + " graduate_submission_id string, graduate_row_number int, person string, cohort int,"
          + " name_share double, pattern string, same_year boolean, delete_after date";

  private final Dataset<Row> candidates;
  private final Dataset<Row> graduates;
  private final LinkingParameters parameters;

  /**
   * Takes in two sides of {@link Opened}.
   *
   * @param graduates with the shares of their names
   */
  Pairs(Dataset<Row> candidates, Dataset<Row> graduates, LinkingParameters parameters) {
    this.candidates = candidates;
    this.graduates = prefixed(graduates);
    this.parameters = parameters;
  }

  /**
   * Graduates with the share of all that bear their name, with marks and bare, and who they are.
   */
  static Dataset<Row> withShares(Dataset<Row> graduates) {
    Dataset<Row> shared = graduates;
    double all = Math.max(1, graduates.count());
    for (String name : new String[] {"name", "bare"}) {
      Dataset<Row> shares =
          graduates.groupBy(name).agg(count(lit(1)).divide(all).as(name + "_share"));
      shared = shared.join(shares, name);
    }
    // One without code is taken as the same in two lists of one school.
    Column told = xxhash64(col("name"), col("birth_year"), col("birth_month"), col("birth_day"));
    return shared.withColumn(
        "person",
        coalesce(
            col("learner_key"),
            col("identity_key"),
            functions.concat_ws("/", told.cast("string"), col("school"))));
  }

  /** Pairs of all blocks, each once; of two names that differ none is linked and none is here. */
  Dataset<Row> blocked() {
    Dataset<Row> left = candidates.withColumn("block", explode(col("blocks")));
    Dataset<Row> right = graduates.withColumn("g_block", explode(col("g_blocks")));
    return left.join(right, col("block").equalTo(col("g_block")).and(isEligible()))
        .filter((FilterFunction<Row>) Pairs::isFirstBlock)
        .map(new Compare(parameters.of("similar_least")), Encoders.row(StructType.fromDDL(DDL)))
        .where(functions.substring(col("pattern"), 1, 1).isin("0", "1", "2"));
  }

  /**
   * Pairs of persons drawn at random, by their patterns. Of one bare name there are none: among
   * them true pairs hide.
   */
  Dataset<Row> random() {
    return drawn(candidates, "")
        .join(drawn(graduates, "g_"), isEligible().and(col("bare").notEqual(col("g_bare"))))
        .map(new Compare(parameters.of("similar_least")), Encoders.row(StructType.fromDDL(DDL)));
  }

  /** How many pairs there are of each pattern. */
  static SortedMap<String, Long> counted(Dataset<Row> pairs) {
    SortedMap<String, Long> counted = new TreeMap<>();
    pairs
        .groupBy("pattern")
        .agg(sum(lit(1L)).as("pairs"))
        .collectAsList()
        .forEach(row -> counted.put(row.getString(0), row.getLong(1)));
    return counted;
  }

  /** The same persons whatever the order of the rows: drawn by what they are. */
  private Dataset<Row> drawn(Dataset<Row> side, String prefix) {
    Column drawn =
        xxhash64(
            col(prefix + "name"),
            col(prefix + "birth_year"),
            col(prefix + "birth_month"),
            col(prefix + "birth_day"),
            col(prefix + "commune"),
            col(prefix + "completion"));
    return side.orderBy(drawn).limit(parameters.whole("random_records"));
  }

  private Column isEligible() {
    return col("g_year")
        .leq(col("year"))
        .and(col("g_year").geq(col("year").minus(parameters.whole("years_back"))))
        .and(array_contains(split(col("levels"), ","), col("g_levels")));
  }

  private static boolean isFirstBlock(Row pair) {
    java.util.List<String> others = pair.getList(pair.fieldIndex("g_blocks"));
    for (String each : pair.<String>getList(pair.fieldIndex("blocks"))) {
      if (others.contains(each)) {
        return each.equals(pair.getAs("block"));
      }
    }
    return false;
  }

  private static Dataset<Row> prefixed(Dataset<Row> graduates) {
    return graduates.toDF(
        java.util.Arrays.stream(graduates.columns()).map(it -> "g_" + it).toArray(String[]::new));
  }

  private record Compare(double similarLeast) implements MapFunction<Row, Row> {
    @Override
    public Row call(Row pair) {
      Identity one = Opened.identity(pair, "");
      Identity other = Opened.identity(pair, "g_");
      String pattern = new Agreement(similarLeast).pattern(one, other);
      boolean isExact = Model.level(pattern, Comparison.NAME) == 0;
      return RowFactory.create(
          pair.getAs("dataset"),
          pair.getAs("submission_id"),
          pair.getAs("row_number"),
          pair.getAs("year"),
          pair.getAs("levels"),
          pair.getAs("g_submission_id"),
          pair.getAs("g_row_number"),
          pair.getAs("g_person"),
          pair.getAs("g_year"),
          pair.getAs(isExact ? "g_name_share" : "g_bare_share"),
          pattern,
          year(one) == year(other),
          earlier(pair.getAs("delete_after"), pair.getAs("g_delete_after")));
    }

    private static int year(Identity identity) {
      @Nullable BirthDate birth = identity.birth();
      return birth == null ? 0 : birth.year();
    }

    private static Object earlier(Object one, Object other) {
      if (one instanceof Date day && other instanceof Date otherDay) {
        return day.before(otherDay) ? day : otherDay;
      }
      return ((java.time.LocalDate) one).isBefore((java.time.LocalDate) other) ? one : other;
    }
  }
}
