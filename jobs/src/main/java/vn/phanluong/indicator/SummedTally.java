package vn.phanluong.indicator;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import vn.phanluong.definition.CountedSums;
import vn.phanluong.definition.IndicatorDefinition;
import vn.phanluong.runtime.Changes;
import vn.phanluong.runtime.Inputs;

/**
 * Tallies of sums. A unit enters them only when it is complete, so that of what places report a
 * numerator is always part of its denominator. The sums of all definitions are one aggregate.
 */
final class SummedTally {
  /**
   * What each of its queries gives. One may give a {@code part} too, a {@code today_region_key} of
   * the unit of today the school stands in, and a {@code persons_state}, which says of a row
   * without persons why there are none.
   */
  static final List<String> COLUMNS =
      List.of("cohort_year", "basis", "region_key", "is_synthetic", "persons");

  private static final String[] UNIT = {
    "indicator_id",
    "version",
    "method",
    "cohort_year",
    "basis",
    "region_key",
    "today_region_key",
    "part",
    "asks_known"
  };

  /** One of the sums of a definition. */
  private enum Role {
    DENOMINATOR,
    KNOWN,
    COUNTED
  }

  private final Inputs in;
  private final @Nullable ChangedCells cells;

  SummedTally(Inputs in) {
    this(in, null);
  }

  /**
   * Sums of some cells, and perhaps of others.
   *
   * @param cells null for all
   */
  SummedTally(Inputs in, @Nullable ChangedCells cells) {
    this.in = in;
    this.cells = cells;
  }

  /** Rows of {@code indicator.tally} of all definitions that sum up counts. */
  Stream<Dataset<Row>> of(Stream<IndicatorDefinition> definitions) {
    return sumsOver(definitions, cells == null ? null : cells.tables())
        .reduce(Dataset::unionByName)
        .map(SummedTally::tallied)
        .stream();
  }

  /** The counts that definitions sum up, of those that read one of some tables; null for all. */
  private Stream<Dataset<Row>> sumsOver(
      Stream<IndicatorDefinition> definitions, @Nullable Set<String> tables) {
    return definitions.flatMap(
        each ->
            Stream.of(
                    sums(each, "reported", each.reported(), tables),
                    sums(each, "apparent", each.apparent(), tables))
                .flatMap(all -> all));
  }

  /** Where something counts of what changed: indicator, method, cohort, basis and unit. */
  static Stream<Dataset<Row>> cellsOf(
      Changes changes, Dataset<Row> persons, Stream<IndicatorDefinition> definitions) {
    List<IndicatorDefinition> all = definitions.toList();
    return Stream.of(changes.before(), changes.now())
        .map(in -> new SummedTally(in.of(persons)))
        .flatMap(summed -> summed.sumsOver(all.stream(), changes.tables()))
        .reduce(Dataset::unionByName)
        .map(rows -> rows.select("indicator_id", "method", "cohort_year", "basis", "region_key"))
        .map(Dataset::distinct)
        .stream();
  }

  private Stream<Dataset<Row>> sums(
      IndicatorDefinition definition,
      String method,
      @Nullable CountedSums sums,
      @Nullable Set<String> tables) {
    if (sums == null || (tables != null && sums.reads().stream().noneMatch(tables::contains))) {
      return Stream.empty();
    }
    String known = sums.known();
    return Stream.of(
            counted(sums, sums.denominator(), Role.DENOMINATOR),
            counted(sums, known == null ? sums.numerator() : known, Role.KNOWN),
            counted(sums, sums.numerator(), Role.COUNTED))
        .map(
            rows ->
                rows.withColumn("indicator_id", lit(definition.id()))
                    .withColumn("version", lit(definition.version()))
                    .withColumn("method", lit(method))
                    .withColumn("asks_known", lit(known != null)));
  }

  private Dataset<Row> counted(CountedSums sums, String text, Role role) {
    String sql = text;
    for (String table : sums.reads()) {
      in.table(table).createOrReplaceTempView(view(table));
      sql = sql.replace(table, view(table));
    }
    Dataset<Row> rows = in.sql(sql);
    List<String> given = Arrays.asList(rows.columns());
    Column part = given.contains("part") ? col("part") : lit("");
    Column today =
        given.contains("today_region_key") ? coalesce(col("today_region_key"), lit("")) : lit("");
    Column reason = given.contains("persons_state") ? col("persons_state") : lit("");
    String isAsked = cells == null ? "true" : cells.isAsked("cohort_year", List.of("region_key"));
    return rows.where(col("region_key").isNotNull())
        .where(isAsked)
        .select(
            col("cohort_year"),
            col("basis"),
            col("region_key"),
            col("is_synthetic"),
            col("persons").cast("bigint").as("persons"),
            part.as("part"),
            today.as("today_region_key"),
            when(col("persons").isNull(), reason).as("reason"),
            lit(role.name()).as("role"));
  }

  private static Dataset<Row> tallied(Dataset<Row> sums) {
    Column isAsked = col("role").notEqual(Role.COUNTED.name());
    List<Column> told = new ArrayList<>();
    for (Role role : Role.values()) {
      String sum = role.name().toLowerCase(Locale.ROOT);
      told.add(sum(when(is(role), col("persons"))).as(sum));
      // A set of them would have all rows sorted.
      for (String reason : TallyState.REASONS) {
        told.add(max(is(role).and(col("reason").equalTo(reason))).as(sum + "_" + reason));
      }
    }
    Dataset<Row> tallied =
        sums.groupBy(Stream.of(UNIT).map(each -> col(each)).toArray(Column[]::new))
            .agg(
                coalesce(max(when(isAsked, col("is_synthetic"))), lit(false)).as("is_synthetic"),
                told.toArray(Column[]::new))
            .withColumn("tally_state", TallyState.of())
            .where(col("tally_state").isNotNull());
    Column isComplete = col("tally_state").equalTo("complete");
    // Whoever is in a class of which nothing is told is among the unknown of the whole.
    Column isKnown = isComplete.or(col("part").notEqual("").and(TallyState.isUntoldPart()));
    return tallied.select(
        col("indicator_id"),
        col("version"),
        col("part"),
        col("method"),
        col("cohort_year"),
        col("basis"),
        col("region_key"),
        col("today_region_key"),
        lit("").as("breakdown"),
        lit("").as("member"),
        col("tally_state"),
        when(isComplete, coalesce(col("counted"), lit(0L))).as("numerator"),
        when(not(TallyState.isDenominatorUntold()), col("denominator")).as("denominator"),
        when(isKnown.and(col("asks_known")), col("denominator").minus(col("known"))).as("unknown"),
        lit(0L).as("disputed"),
        col("is_synthetic"));
  }

  private static Column is(Role role) {
    return col("role").equalTo(role.name());
  }

  private static String view(String table) {
    return table.replace('.', '_');
  }
}
