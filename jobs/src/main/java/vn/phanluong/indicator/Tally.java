package vn.phanluong.indicator;

import static org.apache.spark.sql.functions.broadcast;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import vn.phanluong.definition.IndicatorDefinition;
import vn.phanluong.definition.Populations;
import vn.phanluong.definition.SchemaFiles;
import vn.phanluong.runtime.Changes;
import vn.phanluong.runtime.Inputs;
import vn.phanluong.runtime.RevisingBuilder;
import vn.phanluong.runtime.Revision;

/**
 * Builds {@code indicator.tally}: what each definition counts, by each method it can be known by,
 * at the smallest unit. A definition that is wrong is left out, and {@link DefinitionLint} says
 * why.
 */
public final class Tally implements RevisingBuilder {
  @Override
  public Dataset<Row> build(Inputs in) {
    return of(in, SchemaFiles.bundled());
  }

  @Override
  public @Nullable Revision revision(Changes changes) {
    SchemaFiles files = SchemaFiles.bundled();
    return ChangedCells.of(
            changes, in -> cells(in, files, changes.tables()), "cohort_year", "basis", "region_key")
        .map(it -> it.revision(of(changes.now(), files, it)))
        .orElse(null);
  }

  /** Where persons count: in populations, and in sums over tables of persons. */
  private static Stream<Dataset<Row>> cells(Inputs in, SchemaFiles files, Set<String> changed) {
    LinkedTally linked = new LinkedTally(in, Populations.parameters(files));
    Collection<IndicatorDefinition> definitions = DefinitionLint.countable(in.spark(), files);
    return Stream.concat(
        Populations.of(files).values().stream().map(linked::cellsOf),
        new SummedTally(in).cellsOf(definitions.stream(), changed));
  }

  /** Counts what the definitions among some files ask. */
  public static Dataset<Row> of(Inputs in, SchemaFiles files) {
    return of(in, files, null);
  }

  private static Dataset<Row> of(Inputs in, SchemaFiles files, @Nullable ChangedCells cells) {
    Collection<IndicatorDefinition> definitions = DefinitionLint.countable(in.spark(), files);
    List<Dataset<Row>> tallies =
        new ArrayList<>(new SummedTally(in).of(definitions.stream()).toList());
    LinkedTally linked = new LinkedTally(in, Populations.parameters(files), cells);
    Populations.of(files)
        .values()
        .forEach(population -> linked.of(population, definitions).ifPresent(tallies::add));
    return valid(in, definitions, tallies);
  }

  /** Rows of several tallies, of the cohorts their definitions are valid for. */
  static Dataset<Row> valid(
      Inputs in, Collection<IndicatorDefinition> definitions, List<Dataset<Row>> tallies) {
    return tallies.stream()
        .reduce(Dataset::unionByName)
        .orElseThrow()
        .join(broadcast(cohorts(in, definitions)), Inputs.keys("indicator_id"))
        .where("cohort_year BETWEEN first_cohort AND last_cohort")
        .drop("first_cohort", "last_cohort");
  }

  /** For which cohorts each indicator is valid. */
  private static Dataset<Row> cohorts(Inputs in, Collection<IndicatorDefinition> definitions) {
    List<Row> rows =
        definitions.stream()
            .map(each -> RowFactory.create(each.id(), each.validFrom(), each.lastCohort()))
            .toList();
    return in.spark()
        .createDataFrame(
            rows, StructType.fromDDL("indicator_id string, first_cohort int, last_cohort int"));
  }
}
