package vn.phanluong.indicator;

import static org.apache.spark.sql.functions.broadcast;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import vn.phanluong.definition.DefinitionProblem;
import vn.phanluong.definition.IndicatorDefinition;
import vn.phanluong.definition.Population;
import vn.phanluong.definition.Populations;
import vn.phanluong.definition.SchemaFiles;
import vn.phanluong.runtime.Changes;
import vn.phanluong.runtime.DefinedBuilder;
import vn.phanluong.runtime.Inputs;
import vn.phanluong.runtime.RevisingBuilder;
import vn.phanluong.runtime.Revision;

/**
 * Builds {@code indicator.tally}: what each definition counts, by each method it can be known by,
 * at the smallest unit. A definition that is wrong is left out, and {@link DefinitionLint} or
 * {@link Faults} says why.
 */
public final class Tally implements RevisingBuilder, DefinedBuilder {
  private static final String CELL =
      "indicator_id string, method string, cohort_year smallint, basis string, region_key string";

  @Override
  public Dataset<Row> build(Inputs in) {
    return of(in, SchemaFiles.bundled());
  }

  @Override
  public @Nullable Revision revision(Changes changes) {
    Dataset<Row> persons = changes.persons();
    if (persons == null) {
      return null;
    }
    SchemaFiles files = SchemaFiles.bundled();
    Collection<IndicatorDefinition> definitions = DefinitionLint.countable(changes.now(), files);
    ChangedCells linked =
        ChangedCells.of(
            changes,
            CELL,
            Populations.of(files).values().stream()
                .flatMap(each -> LinkedTally.cellsOf(changes, persons, each, definitions)));
    ChangedCells summed =
        ChangedCells.of(changes, CELL, SummedTally.cellsOf(changes, persons, definitions));
    if (linked == null || summed == null) {
      return null;
    }
    Inputs in = changes.now();
    List<Dataset<Row>> parts = tallies(in, files, definitions, linked, summed);
    // One relation: as a union of two, joined to the rows, it makes Spark 4.2 fail.
    Dataset<Row> cells = linked.cells().unionByName(summed.cells()).localCheckpoint();
    return new Revision(cells, Inputs.among(cells, valid(in, definitions, parts)));
  }

  /** Counts what the definitions among some files ask. */
  public static Dataset<Row> of(Inputs in, SchemaFiles files) {
    Collection<IndicatorDefinition> definitions = DefinitionLint.countable(in, files);
    return valid(in, definitions, tallies(in, files, definitions, null, null));
  }

  @Override
  public List<DefinitionProblem> faults(Inputs in) {
    return faults(in, SchemaFiles.bundled());
  }

  /** What fails of the definitions among some files. */
  public static List<DefinitionProblem> faults(Inputs in, SchemaFiles files) {
    Faults faults = new Faults(in, files, "indicator.tally");
    Collection<Population> populations = Populations.of(files).values();
    LinkedTally linked = new LinkedTally(in, Populations.parameters(files));
    SummedTally summed = new SummedTally(in);
    for (IndicatorDefinition each : DefinitionLint.countable(in, files)) {
      List<IndicatorDefinition> alone = List.of(each);
      faults.seek(
          each,
          "linked",
          () -> populations.stream().flatMap(population -> linked.of(population, alone).stream()));
      faults.seek(
          each, each.reported() == null ? "apparent" : "reported", () -> summed.of(alone.stream()));
    }
    return faults.found();
  }

  private static List<Dataset<Row>> tallies(
      Inputs in,
      SchemaFiles files,
      Collection<IndicatorDefinition> definitions,
      @Nullable ChangedCells linkedIn,
      @Nullable ChangedCells summedIn) {
    LinkedTally linked = new LinkedTally(in, Populations.parameters(files), linkedIn);
    return Stream.concat(
            new SummedTally(in, summedIn).of(definitions.stream()),
            Populations.of(files).values().stream()
                .flatMap(each -> linked.of(each, definitions).stream()))
        .toList();
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
