package vn.phanluong.indicator;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import vn.phanluong.definition.IndicatorDefinition;
import vn.phanluong.definition.IndicatorParameters;
import vn.phanluong.definition.LinkedRate;
import vn.phanluong.definition.Population;
import vn.phanluong.runtime.Changes;
import vn.phanluong.runtime.Inputs;

/**
 * Tallies of persons followed one by one. Every person is asked all indicators of the population at
 * once, and the answers are a word of one letter each; persons of one word and place are then
 * counted together, so that the table is read once however many indicators there are.
 */
final class LinkedTally {
  private static final String NAMES =
      "position int, indicator_id string, version string, part string, has_bounds boolean";

  /** A part of an indicator as a question. */
  private record Question(IndicatorDefinition definition, String part, String answer) {}

  private final Inputs in;
  private final IndicatorParameters parameters;
  private final @Nullable ChangedCells cells;

  LinkedTally(Inputs in, IndicatorParameters parameters) {
    this(in, parameters, null);
  }

  /**
   * Tallies of some cells, and of others what the persons in those count there besides.
   *
   * @param cells null for all
   */
  LinkedTally(Inputs in, IndicatorParameters parameters, @Nullable ChangedCells cells) {
    this.in = in;
    this.parameters = parameters;
    this.cells = cells;
  }

  /** Rows of {@code indicator.tally} for those definitions that ask a population, if any does. */
  Optional<Dataset<Row>> of(Population population, Collection<IndicatorDefinition> definitions) {
    List<String> units =
        population.places().values().stream()
            .flatMap(place -> Stream.of(place.unit(), place.provinceOfGroups()))
            .toList();
    return of(population, definitions, cells(population), units);
  }

  /** The same with the code of the school, in its year, in place of {@code region_key}. */
  Optional<Dataset<Row>> ofSchools(
      Population population, Collection<IndicatorDefinition> definitions) {
    return of(population, definitions, schools(), List.of("school_code"));
  }

  /** Where something of a population counts that changed: indicator, cohort, basis and unit. */
  static Stream<Dataset<Row>> cellsOf(
      Changes changes,
      Dataset<Row> persons,
      Population population,
      Collection<IndicatorDefinition> definitions) {
    return cellsOf(changes, persons, population, definitions, cells(population));
  }

  /** Where it counts by school. */
  static Stream<Dataset<Row>> schoolsOf(
      Changes changes,
      Dataset<Row> persons,
      Population population,
      Collection<IndicatorDefinition> definitions) {
    return cellsOf(changes, persons, population, definitions, schools());
  }

  /** A row of persons counts by itself, whatever other rows are like: changed ones will do. */
  private static Stream<Dataset<Row>> cellsOf(
      Changes changes,
      Dataset<Row> persons,
      Population population,
      Collection<IndicatorDefinition> definitions,
      String cells) {
    Column[] indicators =
        definitions.stream()
            .filter(each -> each.asks(population.name()))
            .map(each -> lit(each.id()))
            .toArray(Column[]::new);
    if (indicators.length == 0 || !changes.tables().contains(population.table())) {
      return Stream.empty();
    }
    return Stream.of(
        changes
            .states(population.table())
            .map(in -> in.of(persons).table(population.table()))
            .reduce(Dataset::unionByName)
            .orElseThrow()
            .selectExpr(
                population.year() + " AS cohort_year", "explode(%s) AS cell".formatted(cells))
            .select("cohort_year", "cell.basis", "cell.region_key")
            .where("cohort_year IS NOT NULL AND region_key IS NOT NULL")
            .distinct()
            .withColumn("indicator_id", explode(array(indicators)))
            .withColumn("method", lit("linked")));
  }

  private static String schools() {
    return "array(%s)".formatted(cell("school", "nullif(school_code, '')", "NULL", "", "''"));
  }

  private Optional<Dataset<Row>> of(
      Population population,
      Collection<IndicatorDefinition> definitions,
      String places,
      List<String> units) {
    if (cells != null && !cells.tables().contains(population.table())) {
      return Optional.empty();
    }
    String isAsked = cells == null ? "true" : cells.isAsked(population.year(), units);
    Map<Map<String, String>, List<Question>> byParameters =
        new TreeMap<>(Comparator.comparing(Map::toString));
    for (IndicatorDefinition each : definitions) {
      LinkedRate rate = each.linked();
      if (rate != null && each.asks(population.name())) {
        byParameters
            .computeIfAbsent(new TreeMap<>(rate.parameters()), any -> new ArrayList<>())
            .addAll(questions(each, rate));
      }
    }
    return byParameters.entrySet().stream()
        .map(entry -> counted(population, entry.getKey(), entry.getValue(), places, isAsked))
        .reduce(Dataset::unionByName);
  }

  private List<Question> questions(IndicatorDefinition definition, LinkedRate rate) {
    LinkedRate.Parts parts = rate.parts();
    if (parts == null) {
      return List.of(new Question(definition, "", answer(rate, "", rate.of(), rate.counts())));
    }
    return parts.values().stream()
        .map(
            value -> {
              String isPart = "(%s) = '%s'".formatted(parts.by(), value);
              String of = parts.isOfDenominator() ? both(rate.of(), isPart) : rate.of();
              String counts = parts.isOfDenominator() ? rate.counts() : both(rate.counts(), isPart);
              return new Question(definition, value, answer(rate, value, of, counts));
            })
        .toList();
  }

  private static String both(String one, String other) {
    return "(%s) AND %s".formatted(one, other);
  }

  /** n not asked, o asked only, u may count, c counts, d counts for want of knowledge. */
  private String answer(LinkedRate rate, String part, String of, String counts) {
    String sql =
        """
        CASE WHEN NOT coalesce(%s, false) THEN 'n'
          WHEN coalesce(%s, false) THEN if(coalesce(%s, false), 'd', 'c')
          WHEN coalesce(%s, false) THEN 'u' ELSE 'o' END\
        """
            .formatted(of, counts, rate.disputed(), rate.unknown());
    return parameters.in(sql.replace(LinkedRate.PART, part), rate.parameters());
  }

  private Dataset<Row> counted(
      Population population,
      Map<String, String> chosen,
      List<Question> questions,
      String places,
      String isAsked) {
    in.table(population.table()).createOrReplaceTempView("asked");
    names(questions).createOrReplaceTempView("question");
    String answers =
        questions.stream().map(Question::answer).collect(Collectors.joining(", ", "concat(", ")"));
    return in.sql(
        """
        WITH told AS (
          SELECT %1$s AS cohort_year, %2$s AS cells, %3$s AS answers, is_synthetic
          FROM asked WHERE (%4$s) AND %5$s
        ), person AS (
          SELECT cohort_year, cells, answers, bool_or(is_synthetic) AS is_synthetic,
            count(*) AS persons
          FROM told GROUP BY cohort_year, cells, answers
        ), placed AS (
          SELECT cohort_year, cell.*, answers, sum(persons) AS persons,
            bool_or(is_synthetic) AS is_synthetic
          FROM person LATERAL VIEW explode(cells) AS cell
          WHERE cell.region_key IS NOT NULL AND cell.member IS NOT NULL
          GROUP BY cohort_year, cell, answers
        ), answered AS (
          SELECT placed.*, question.*, substr(answers, position + 1, 1) AS answer
          FROM placed CROSS JOIN question
        )
        SELECT indicator_id, version, part, 'linked' AS method, cohort_year, basis, region_key,
          today_region_key, breakdown, member, 'complete' AS tally_state,
          coalesce(sum(persons) FILTER (WHERE answer IN ('c', 'd')), 0L) AS numerator,
          sum(persons) AS denominator,
          if(bool_and(has_bounds), coalesce(sum(persons) FILTER (WHERE answer = 'u'), 0L), NULL)
            AS unknown,
          coalesce(sum(persons) FILTER (WHERE answer = 'd'), 0L) AS disputed,
          bool_or(is_synthetic) AS is_synthetic
        FROM answered WHERE answer <> 'n'
        GROUP BY indicator_id, version, part, cohort_year, basis, region_key, today_region_key,
          breakdown, member
        """
            .formatted(
                population.year(),
                places,
                answers,
                parameters.in(population.where(), chosen),
                isAsked));
  }

  /** Where a person counts: everybody at the smallest unit, groups by province. */
  private static String cells(Population population) {
    List<String> cells = new ArrayList<>();
    population
        .places()
        .forEach(
            (basis, place) -> {
              cells.add(cell(basis, place.unit(), place.today(), "", "''"));
              population
                  .groups()
                  .forEach(
                      (name, group) ->
                          cells.add(cell(basis, place.provinceOfGroups(), "NULL", name, group)));
            });
    return cells.stream().collect(Collectors.joining(", ", "array(", ")"));
  }

  private static String cell(
      String basis, String unit, String today, String breakdown, String member) {
    return """
    named_struct('basis', '%s', 'region_key', %s, 'today_region_key',
      coalesce(CAST(%s AS STRING), ''), 'breakdown', '%s', 'member', %s)\
    """
        .formatted(basis, unit, today, breakdown, member);
  }

  private Dataset<Row> names(List<Question> questions) {
    List<Row> rows =
        IntStream.range(0, questions.size())
            .mapToObj(
                i ->
                    RowFactory.create(
                        i,
                        questions.get(i).definition().id(),
                        questions.get(i).definition().version(),
                        questions.get(i).part(),
                        Objects.requireNonNull(questions.get(i).definition().linked()).hasBounds()))
            .toList();
    return in.spark().createDataFrame(rows, StructType.fromDDL(NAMES));
  }
}
