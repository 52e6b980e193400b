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
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import vn.phanluong.definition.CountedSums;
import vn.phanluong.definition.IndicatorDefinition;
import vn.phanluong.definition.QueriedTables;
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

  /** What a definition sums up by a method. */
  private record Asked(IndicatorDefinition definition, String method, CountedSums sums) {

    static Stream<Asked> of(IndicatorDefinition definition) {
      List<Asked> asked = new ArrayList<>();
      CountedSums reported = definition.reported();
      if (reported != null) {
        asked.add(new Asked(definition, "reported", reported));
      }
      CountedSums apparent = definition.apparent();
      if (apparent != null) {
        asked.add(new Asked(definition, "apparent", apparent));
      }
      return asked.stream();
    }

    /** Its queries that read one of some tables. */
    Stream<String> texts(Set<String> tables) {
      return Stream.of(sums.denominator(), sums.known(), sums.numerator())
          .filter(Objects::nonNull)
          .filter(sql -> tables.stream().anyMatch(sql::contains));
    }
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
    return definitions
        .flatMap(Asked::of)
        .filter(asked -> cells == null || asked.texts(cells.tables()).findAny().isPresent())
        .flatMap(this::sums)
        .reduce(Dataset::unionByName)
        .map(SummedTally::tallied)
        .stream();
  }

  /** Where something counts of what changed: indicator, method, cohort, basis and unit. */
  static Stream<Dataset<Row>> cellsOf(
      Changes changes, Dataset<Row> persons, Collection<IndicatorDefinition> definitions) {
    return Stream.of(changes.before(), changes.now())
        .map(in -> new SummedTally(in.of(persons)))
        .flatMap(
            summed ->
                definitions.stream()
                    .flatMap(Asked::of)
                    .flatMap(
                        asked ->
                            asked
                                .texts(changes.tables())
                                .map(sql -> summed.counted(asked, sql, Role.COUNTED))))
        .reduce(Dataset::unionByName)
        .map(rows -> rows.select("indicator_id", "method", "cohort_year", "basis", "region_key"))
        .map(Dataset::distinct)
        .stream();
  }

  private Stream<Dataset<Row>> sums(Asked asked) {
    CountedSums sums = asked.sums();
    String known = sums.known();
    return Stream.of(
            counted(asked, sums.denominator(), Role.DENOMINATOR),
            counted(asked, known == null ? sums.numerator() : known, Role.KNOWN),
            counted(asked, sums.numerator(), Role.COUNTED))
        .map(
            rows ->
                rows.withColumn("version", lit(asked.definition().version()))
                    .withColumn("asks_known", lit(known != null)));
  }

  private Dataset<Row> counted(Asked asked, String text, Role role) {
    Dataset<Row> rows = in.sql(QueriedTables.renamed(text, asked.sums().reads(), in::view));
    List<String> given = Arrays.asList(rows.columns());
    Column part = given.contains("part") ? col("part") : lit("");
    Column today =
        given.contains("today_region_key") ? coalesce(col("today_region_key"), lit("")) : lit("");
    Column reason = given.contains("persons_state") ? col("persons_state") : lit("");
    String isAsked = cells == null ? "true" : cells.isAsked("cohort_year", List.of("region_key"));
    return rows.where(col("region_key").isNotNull())
        .where(isAsked)
        .select(
            lit(asked.definition().id()).as("indicator_id"),
            lit(asked.method()).as("method"),
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
}
