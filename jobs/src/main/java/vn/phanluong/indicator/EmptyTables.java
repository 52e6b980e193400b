package vn.phanluong.indicator;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import vn.phanluong.definition.Contract;
import vn.phanluong.definition.Contracts;
import vn.phanluong.definition.DefinitionProblem;
import vn.phanluong.definition.IndicatorDefinition;
import vn.phanluong.definition.IndicatorDefinitions;
import vn.phanluong.definition.SchemaFiles;

/**
 * Tables without rows, against which Spark reads what definitions ask, so that nothing is computed;
 * what is wrong is kept with file and line.
 */
final class EmptyTables {
  private final SparkSession spark;
  private final SchemaFiles files;
  private final List<DefinitionProblem> problems;
  private final Map<String, String> views = new HashMap<>();

  /**
   * For the definitions among some files.
   *
   * @param problems to which what is wrong is added
   */
  EmptyTables(SparkSession spark, SchemaFiles files, List<DefinitionProblem> problems) {
    this.spark = spark;
    this.files = files;
    this.problems = problems;
  }

  /** Name of a view with the columns of a table. */
  String view(String table) {
    return views.computeIfAbsent(
        table,
        it -> {
          String view = "columns_of_" + it.replace('.', '_');
          StructType shape = StructType.fromDDL(Contracts.bundled().of(it).shapeDdl());
          spark.createDataFrame(List.of(), shape).createOrReplaceTempView(view);
          return view;
        });
  }

  /** The columns a query gives. */
  StructType analysed(String sql) throws AnalysisException {
    return spark.sql(sql).schema();
  }

  /** The same; null where Spark can make no sense of it, which is then a problem. */
  @Nullable StructType shape(IndicatorDefinition definition, String pointer, String sql) {
    try {
      return analysed(sql);
    } catch (AnalysisException e) {
      String said = e.getSimpleMessage().lines().findFirst().orElse("");
      int line = e.line().isDefined() ? (Integer) e.line().get() : 1;
      problem(definition, pointer, line - 1, "Spark không hiểu: " + said, said);
      return null;
    }
  }

  /** Of some texts those that as values of a column break a condition. */
  List<String> breaking(String condition, String column, List<String> texts) {
    return spark
        .createDataset(texts, Encoders.STRING())
        .toDF(column)
        .where("NOT (%s)".formatted(condition))
        .as(Encoders.STRING())
        .collectAsList();
  }

  /**
   * Whether a table reads all that a definition of its does; what it does not is a problem.
   *
   * @param table whose rows the definition makes
   */
  boolean areRead(
      IndicatorDefinition definition, String pointer, List<String> reads, Contract table) {
    List<String> unknown = reads.stream().filter(it -> !table.reads().contains(it)).toList();
    String file = "schemas/%s.yml".formatted(table.id().replace('.', '/'));
    for (String other : unknown) {
      problem(
          definition,
          pointer,
          "không có bảng %s trong `reads` của %s".formatted(other, file),
          "%s is not in the `reads` of %s".formatted(other, file));
    }
    return unknown.isEmpty();
  }

  /** Keeps that a query gives no column of a name. */
  void withoutColumn(IndicatorDefinition definition, String pointer, String column) {
    problem(
        definition,
        pointer,
        "câu hỏi không cho cột %s".formatted(column),
        "the query gives no column %s".formatted(column));
  }

  /** Keeps what is wrong with a value of a definition. */
  void problem(IndicatorDefinition definition, String pointer, String vi, String en) {
    problem(definition, pointer, 0, vi, en);
  }

  private void problem(
      IndicatorDefinition definition, String pointer, int below, String vi, String en) {
    problems.add(
        new DefinitionProblem(
            IndicatorDefinitions.path(definition.id()),
            IndicatorDefinitions.line(files, definition.id(), pointer) + below,
            vi,
            en));
  }
}
