package vn.phanluong.indicator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
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
import vn.phanluong.definition.QueriedTables;
import vn.phanluong.definition.Reference;
import vn.phanluong.definition.SchemaFiles;
import vn.phanluong.runtime.Inputs;

/**
 * Whether the tables have what the indicators' files ask of them. Spark reads each query against
 * tables without rows, so that nothing is computed.
 */
public final class DefinitionLint {
  private static final Set<String> BASES = Set.of("school", "residence", "enrolment");
  private static final Contract TALLY = Contracts.bundled().of("indicator.tally");

  /** Files, once read, never change, and several tables of a night ask of the same. */
  private static final Map<SchemaFiles, List<DefinitionProblem>> FOUND = new ConcurrentHashMap<>();

  private final SchemaFiles files;
  private final EmptyTables tables;
  private final LinkedLint linked;
  private final DerivedLint derived;

  private DefinitionLint(SparkSession spark, SchemaFiles files, List<DefinitionProblem> problems) {
    this.files = files;
    tables = new EmptyTables(spark, files, problems);
    linked = new LinkedLint(tables, files);
    derived = new DerivedLint(tables);
  }

  /** All that is wrong in the files of indicators, by file and line. */
  public static List<DefinitionProblem> problems(SparkSession spark, SchemaFiles files) {
    return FOUND.computeIfAbsent(files, it -> found(spark, it));
  }

  private static List<DefinitionProblem> found(SparkSession spark, SchemaFiles files) {
    List<DefinitionProblem> problems = new ArrayList<>(IndicatorDefinitions.problems(files));
    DefinitionLint lint = new DefinitionLint(spark, files, problems);
    IndicatorDefinitions.of(files).values().forEach(lint::look);
    lint.linked.answer();
    return problems.stream().sorted().toList();
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

  /** The same without those that turned out to fail. */
  static Collection<IndicatorDefinition> countable(Inputs in, SchemaFiles files) {
    Set<String> failing =
        in.faults().stream().map(DefinitionProblem::indicator).collect(Collectors.toSet());
    return countable(in.spark(), files).stream().filter(it -> !failing.contains(it.id())).toList();
  }

  private void look(IndicatorDefinition definition) {
    listed(definition, "/education_levels", definition.educationLevels(), "education_level");
    listed(definition, "/counted_destinations", definition.destinations(), "destination");
    if (!BASES.contains(definition.basis())) {
      tables.problem(
          definition,
          "/basis",
          "căn cứ nơi chốn không thuộc %s".formatted(BASES),
          "its basis of place is none of %s".formatted(BASES));
    }
    String answer = definition.tolerance();
    if (answer != null) {
      linked.isDeclared(definition, "/tolerance", IndicatorParameters.TOLERANCE, answer);
    }
    sums(definition, "/reported", definition.reported());
    sums(definition, "/apparent", definition.apparent());
    if (definition.linked() != null) {
      linked.look(definition, definition.linked());
    }
    derived.look(definition);
  }

  private void listed(
      IndicatorDefinition definition, String pointer, List<String> codes, String list) {
    Set<String> known = new TreeSet<>();
    Reference.rows(files, list).forEach(row -> known.addAll(row.values()));
    for (String code : codes) {
      if (!known.contains(code)) {
        tables.problem(
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
    if (tables.areRead(definition, method + "/reads", sums.reads(), TALLY)) {
      sum(definition, method + "/denominator", sums, sums.denominator());
      sum(definition, method + "/numerator", sums, sums.numerator());
      if (sums.known() != null) {
        sum(definition, method + "/known", sums, sums.known());
      }
    }
  }

  /** A sum gives the columns that the tally adds up. */
  private void sum(IndicatorDefinition definition, String pointer, CountedSums sums, String text) {
    String sql = QueriedTables.renamed(text, sums.reads(), tables::view);
    StructType shape = tables.shape(definition, pointer, sql);
    if (shape == null) {
      return;
    }
    for (String column : SummedTally.COLUMNS) {
      if (!Arrays.asList(shape.fieldNames()).contains(column)) {
        tables.withoutColumn(definition, pointer, column);
      } else if (column.equals("persons")
          && !(shape.apply(column).dataType() instanceof NumericType)) {
        tables.problem(definition, pointer, "persons không phải số", "persons is no number");
      }
    }
  }
}
