package vn.phanluong.indicator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import vn.phanluong.definition.Contract;
import vn.phanluong.definition.Contracts;
import vn.phanluong.definition.CountedSums;
import vn.phanluong.definition.DefinitionProblem;
import vn.phanluong.definition.IndicatorDefinition;
import vn.phanluong.definition.IndicatorDefinitions;
import vn.phanluong.definition.IndicatorParameters;
import vn.phanluong.definition.LinkedRate;
import vn.phanluong.definition.Population;
import vn.phanluong.definition.Populations;
import vn.phanluong.definition.Reference;
import vn.phanluong.definition.SchemaFiles;

/**
 * Whether the tables have what the indicators' files ask of them. Spark reads each query against
 * tables without rows, so that nothing is computed.
 */
public final class DefinitionLint {
  private static final Set<String> BASES = Set.of("school", "residence", "enrolment");
  private static final Contract TALLY = Contracts.bundled().of("indicator.tally");

  /** Files, once read, never change, and several tables of a night ask of the same. */
  private static final Map<SchemaFiles, List<DefinitionProblem>> FOUND = new ConcurrentHashMap<>();

  private final SparkSession spark;
  private final SchemaFiles files;
  private final Map<String, Population> populations;
  private final IndicatorParameters parameters;
  private final List<DefinitionProblem> problems = new ArrayList<>();

  private final Map<String, List<Asked>> asked = new TreeMap<>();
  private final Map<String, String> views = new HashMap<>();

  /** An expression over a table. */
  private record Asked(
      IndicatorDefinition definition, String pointer, String sql, DataType wanted) {}

  private DefinitionLint(SparkSession spark, SchemaFiles files) {
    this.spark = spark;
    this.files = files;
    populations = Populations.of(files);
    parameters = Populations.parameters(files);
  }

  /** All that is wrong in the files of indicators, by file and line. */
  public static List<DefinitionProblem> problems(SparkSession spark, SchemaFiles files) {
    return FOUND.computeIfAbsent(files, it -> found(spark, it));
  }

  private static List<DefinitionProblem> found(SparkSession spark, SchemaFiles files) {
    DefinitionLint lint = new DefinitionLint(spark, files);
    lint.problems.addAll(IndicatorDefinitions.problems(files));
    IndicatorDefinitions.of(files).values().forEach(lint::look);
    lint.asked.forEach(lint::answer);
    return lint.problems.stream().sorted().toList();
  }

  /** The definitions that can be counted. */
  static Collection<IndicatorDefinition> countable(SparkSession spark, SchemaFiles files) {
    Set<String> wrong =
        problems(spark, files).stream()
            .map(DefinitionProblem::indicator)
            .collect(Collectors.toSet());
    return IndicatorDefinitions.of(files).values().stream()
        .filter(it -> !wrong.contains(it.id()))
        .toList();
  }

  private void look(IndicatorDefinition definition) {
    listed(definition, "/education_levels", definition.educationLevels(), "education_level");
    listed(definition, "/counted_destinations", definition.destinations(), "destination");
    if (!BASES.contains(definition.basis())) {
      problem(
          definition,
          "/basis",
          "căn cứ nơi chốn không thuộc %s".formatted(BASES),
          "its basis of place is none of %s".formatted(BASES));
    }
    sums(definition, "/reported", definition.reported());
    sums(definition, "/apparent", definition.apparent());
    if (definition.linked() != null) {
      linked(definition, definition.linked());
    }
  }

  private void listed(
      IndicatorDefinition definition, String pointer, List<String> codes, String list) {
    Set<String> known = new TreeSet<>();
    Reference.rows(files, list).forEach(row -> known.addAll(row.values()));
    for (String code : codes) {
      if (!known.contains(code)) {
        problem(
            definition,
            pointer,
            "%s không có trong reference/%s.csv".formatted(code, list),
            "%s is not in reference/%s.csv".formatted(code, list));
      }
    }
  }

  private void sums(IndicatorDefinition definition, String method, @Nullable CountedSums sums) {
    if (sums == null) {
      return;
    }
    boolean areKnown = true;
    for (String table : sums.reads()) {
      if (!TALLY.reads().contains(table)) {
        areKnown = false;
        problem(
            definition,
            method + "/reads",
            "không có bảng %s trong `reads` của schemas/indicator/tally.yml".formatted(table),
            "%s is not in the `reads` of schemas/indicator/tally.yml".formatted(table));
      }
    }
    if (areKnown) {
      sum(definition, method + "/denominator", sums, sums.denominator());
      sum(definition, method + "/numerator", sums, sums.numerator());
      if (sums.known() != null) {
        sum(definition, method + "/known", sums, sums.known());
      }
    }
  }

  /** A sum gives the columns that the tally adds up. */
  private void sum(IndicatorDefinition definition, String pointer, CountedSums sums, String text) {
    String sql = text;
    for (String table : sums.reads()) {
      sql = sql.replace(table, without(table));
    }
    StructType shape = shape(definition, pointer, sql);
    if (shape == null) {
      return;
    }
    for (String column : SummedTally.COLUMNS) {
      if (!Arrays.asList(shape.fieldNames()).contains(column)) {
        problem(
            definition,
            pointer,
            "câu hỏi không cho cột %s".formatted(column),
            "the query gives no column %s".formatted(column));
      } else if (column.equals("persons")
          && !(shape.apply(column).dataType() instanceof NumericType)) {
        problem(definition, pointer, "persons không phải số", "persons is no number");
      }
    }
  }

  private void linked(IndicatorDefinition definition, LinkedRate rate) {
    Population population = populations.get(rate.population());
    if (population == null) {
      problem(
          definition,
          "/linked/population",
          "không có quần thể %s; có %s".formatted(rate.population(), populations.keySet()),
          "there is no population %s; there are %s"
              .formatted(rate.population(), populations.keySet()));
      return;
    }
    asks(definition, "/linked/of", population, rate.of(), DataTypes.BooleanType);
    asks(definition, "/linked/counts", population, rate.counts(), DataTypes.BooleanType);
    asks(definition, "/linked/unknown", population, rate.unknown(), DataTypes.BooleanType);
    asks(definition, "/linked/disputed", population, rate.disputed(), DataTypes.BooleanType);
    if (rate.parts() != null) {
      asks(definition, "/linked/parts/by", population, rate.parts().by(), DataTypes.StringType);
    }
  }

  private void asks(
      IndicatorDefinition definition,
      String pointer,
      Population population,
      String expression,
      DataType wanted) {
    LinkedRate rate = definition.linked();
    Map<String, String> chosen = rate == null ? Map.of() : rate.parameters();
    try {
      String sql = parameters.in(expression.replace(LinkedTally.PART, ""), chosen);
      asked
          .computeIfAbsent(population.table(), it -> new ArrayList<>())
          .add(new Asked(definition, pointer, sql, wanted));
    } catch (IllegalArgumentException e) {
      problem(definition, pointer, "tham số chưa khai", String.valueOf(e.getMessage()));
    }
  }

  /** All that is asked of a table is looked at together; one by one only where that fails. */
  private void answer(String table, List<Asked> asked) {
    try {
      String all = asked.stream().map(Asked::sql).collect(Collectors.joining("), (", "(", ")"));
      StructType shape = analysed("SELECT " + all + " FROM " + without(table));
      for (int i = 0; i < asked.size(); i++) {
        fits(asked.get(i), shape.fields()[i].dataType());
      }
    } catch (AnalysisException e) {
      for (Asked each : asked) {
        StructType shape =
            shape(
                each.definition(),
                each.pointer(),
                "SELECT (" + each.sql() + ") FROM " + without(table));
        if (shape != null) {
          fits(each, shape.fields()[0].dataType());
        }
      }
    }
  }

  private void fits(Asked asked, DataType type) {
    if (!type.equals(asked.wanted())) {
      problem(
          asked.definition(),
          asked.pointer(),
          "biểu thức cho %s, cần %s".formatted(type.sql(), asked.wanted().sql()),
          "the expression gives %s, wanted %s".formatted(type.sql(), asked.wanted().sql()));
    }
  }

  /** The columns a query gives; null where Spark can make no sense of it. */
  private @Nullable StructType shape(IndicatorDefinition definition, String pointer, String sql) {
    try {
      return analysed(sql);
    } catch (AnalysisException e) {
      String said = e.getSimpleMessage().lines().findFirst().orElse("");
      int line = e.line().isDefined() ? (Integer) e.line().get() : 1;
      problems.add(
          new DefinitionProblem(
              IndicatorDefinitions.path(definition.id()),
              IndicatorDefinitions.line(files, definition.id(), pointer) + line - 1,
              "Spark không hiểu: " + said,
              said));
      return null;
    }
  }

  private StructType analysed(String sql) throws AnalysisException {
    return spark.sql(sql).schema();
  }

  /** A view of a table's columns, without rows. */
  private String without(String table) {
    return views.computeIfAbsent(
        table,
        it -> {
          String view = "columns_of_" + it.replace('.', '_');
          StructType shape = StructType.fromDDL(Contracts.bundled().of(it).shapeDdl());
          spark.createDataFrame(List.of(), shape).createOrReplaceTempView(view);
          return view;
        });
  }

  private void problem(IndicatorDefinition definition, String pointer, String vi, String en) {
    problems.add(
        new DefinitionProblem(
            IndicatorDefinitions.path(definition.id()),
            IndicatorDefinitions.line(files, definition.id(), pointer),
            vi,
            en));
  }
}
