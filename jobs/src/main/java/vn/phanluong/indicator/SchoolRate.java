package vn.phanluong.indicator;

import static org.apache.spark.sql.functions.lit;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import vn.phanluong.definition.IndicatorDefinition;
import vn.phanluong.definition.Populations;
import vn.phanluong.definition.SchemaFiles;
import vn.phanluong.runtime.Changes;
import vn.phanluong.runtime.Inputs;
import vn.phanluong.runtime.RevisingBuilder;
import vn.phanluong.runtime.Revision;

/**
 * Builds {@code indicator.school_rate}: the linked indicators of each school. A school is on no
 * boundary; what stands around it is in {@code indicator.observation}.
 */
public final class SchoolRate implements RevisingBuilder {

  @Override
  public Dataset<Row> build(Inputs in) {
    return counted(in, null);
  }

  @Override
  public @Nullable Revision revision(Changes changes) {
    return ChangedCells.of(changes, SchoolRate::cells, "cohort_year", "school_code")
        .map(it -> it.revision(counted(changes.now(), it)))
        .orElse(null);
  }

  private static Stream<Dataset<Row>> cells(Inputs in) {
    SchemaFiles files = SchemaFiles.bundled();
    LinkedTally linked = new LinkedTally(in, Populations.parameters(files));
    return Populations.of(files).values().stream()
        .filter(population -> population.places().containsKey("school"))
        .map(linked::schoolsOf)
        .map(cells -> cells.withColumnRenamed("region_key", "school_code"));
  }

  private static Dataset<Row> counted(Inputs in, @Nullable ChangedCells cells) {
    SchemaFiles files = SchemaFiles.bundled();
    Collection<IndicatorDefinition> definitions = DefinitionLint.countable(in.spark(), files);
    LinkedTally linked = new LinkedTally(in, Populations.parameters(files), cells);
    List<Dataset<Row>> schools =
        Populations.of(files).values().stream()
            .filter(population -> population.places().containsKey("school"))
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
