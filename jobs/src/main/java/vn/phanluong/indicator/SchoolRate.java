package vn.phanluong.indicator;

import static org.apache.spark.sql.functions.lit;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
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
 * Builds {@code indicator.school_rate}: the linked indicators of each school. A school is on no
 * boundary; what stands around it is in {@code indicator.observation}.
 */
public final class SchoolRate implements RevisingBuilder, DefinedBuilder {
  private static final String CELL =
      "indicator_id string, cohort_year smallint, school_code string";

  @Override
  public Dataset<Row> build(Inputs in) {
    return counted(in, null);
  }

  @Override
  public @Nullable Revision revision(Changes changes) {
    Dataset<Row> persons = changes.persons();
    if (persons == null) {
      return null;
    }
    Collection<IndicatorDefinition> definitions =
        DefinitionLint.countable(changes.now(), SchemaFiles.bundled());
    ChangedCells cells =
        ChangedCells.of(
            changes,
            CELL,
            populations()
                .flatMap(each -> LinkedTally.schoolsOf(changes, persons, each, definitions))
                .map(found -> found.withColumnRenamed("region_key", "school_code"))
                .map(found -> found.drop("basis", "method")));
    return cells == null
        ? null
        : new Revision(cells.cells(), Inputs.among(cells.cells(), counted(changes.now(), cells)));
  }

  @Override
  public List<DefinitionProblem> faults(Inputs in) {
    SchemaFiles files = SchemaFiles.bundled();
    Faults faults = new Faults(in, files, "indicator.tally");
    LinkedTally linked = new LinkedTally(in, Populations.parameters(files));
    for (IndicatorDefinition each : DefinitionLint.countable(in, files)) {
      faults.seek(
          each,
          "linked",
          () ->
              populations()
                  .flatMap(population -> linked.ofSchools(population, List.of(each)).stream()));
    }
    return faults.found();
  }

  private static Stream<Population> populations() {
    return Populations.of(SchemaFiles.bundled()).values().stream()
        .filter(population -> population.places().containsKey("school"));
  }

  private static Dataset<Row> counted(Inputs in, @Nullable ChangedCells cells) {
    SchemaFiles files = SchemaFiles.bundled();
    Collection<IndicatorDefinition> definitions = DefinitionLint.countable(in, files);
    LinkedTally linked = new LinkedTally(in, Populations.parameters(files), cells);
    List<Dataset<Row>> schools =
        populations()
            .map(population -> linked.ofSchools(population, definitions))
            .flatMap(Optional::stream)
            .toList();
    return in.shaped(
        ObservedRates.of(
            SilentSchools.unasked(Tally.valid(in, definitions, schools))
                .withColumnRenamed("region_key", "school_code")
                .withColumnRenamed("tally_state", "state")
                .withColumn("units_reported", lit(1))
                .withColumn("units_expected", lit(1))
                .withColumn("is_divided", lit(false))
                .withColumn("apportioned", lit(0))));
  }
}
