package vn.phanluong.indicator;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import vn.phanluong.definition.Contracts;
import vn.phanluong.definition.DefinitionProblem;
import vn.phanluong.definition.Derivation;
import vn.phanluong.definition.IndicatorDefinition;
import vn.phanluong.definition.QueriedTables;
import vn.phanluong.definition.SchemaFiles;
import vn.phanluong.runtime.DefinedBuilder;
import vn.phanluong.runtime.Inputs;

/**
 * Builds {@code indicator.derived}: indicators that follow from figures of other tables, by the
 * query of each definition. One that is wrong is left out, and {@link DefinitionLint} or {@link
 * Faults} says why.
 */
public final class Derived implements DefinedBuilder {
  private static final StructType SHAPE =
      StructType.fromDDL(Contracts.bundled().of("indicator.derived").shapeDdl());

  @Override
  public Dataset<Row> build(Inputs in) {
    return of(in, SchemaFiles.bundled());
  }

  /** What the definitions among some files derive. */
  public static Dataset<Row> of(Inputs in, SchemaFiles files) {
    Collection<IndicatorDefinition> definitions = DefinitionLint.countable(in, files);
    List<Dataset<Row>> figures =
        definitions.stream().map(each -> figures(in, each)).flatMap(Optional::stream).toList();
    return figures.isEmpty()
        ? in.rows(List.of())
        : in.shaped(Tally.valid(in, definitions, figures));
  }

  @Override
  public List<DefinitionProblem> faults(Inputs in) {
    return faults(in, SchemaFiles.bundled());
  }

  /** What fails of the definitions among some files. */
  public static List<DefinitionProblem> faults(Inputs in, SchemaFiles files) {
    Faults faults = new Faults(in, files, "indicator.derived");
    for (IndicatorDefinition each : DefinitionLint.countable(in, files)) {
      faults.seek(each, "derived", () -> figures(in, each).stream());
    }
    return faults.found();
  }

  private static Optional<Dataset<Row>> figures(Inputs in, IndicatorDefinition definition) {
    return Optional.ofNullable(definition.derived()).map(it -> figures(in, definition, it));
  }

  private static Dataset<Row> figures(
      Inputs in, IndicatorDefinition definition, Derivation derivation) {
    Dataset<Row> rows =
        in.sql(QueriedTables.renamed(derivation.sql(), derivation.reads(), in::view));
    Column unit = lit(definition.unit());
    boolean hasUnit = Arrays.asList(rows.columns()).contains("unit");
    Dataset<Row> whole =
        rows.withColumn("indicator_id", lit(definition.id()))
            .withColumn("version", lit(definition.version()))
            .withColumn("unit", hasUnit ? coalesce(col("unit"), unit) : unit);
    return whole.select(Arrays.stream(SHAPE.fields()).map(Derived::typed).toArray(Column[]::new));
  }

  private static Column typed(StructField column) {
    return col(column.name()).cast(column.dataType()).as(column.name());
  }
}
