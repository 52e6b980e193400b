package vn.phanluong.indicator;

import static org.apache.spark.sql.functions.lit;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import vn.phanluong.definition.IndicatorDefinition;
import vn.phanluong.definition.Populations;
import vn.phanluong.definition.SchemaFiles;
import vn.phanluong.runtime.Inputs;
import vn.phanluong.runtime.TableBuilder;

/**
 * Builds {@code indicator.school_rate}: the linked indicators of each school. A school is on no
 * boundary; what stands around it is in {@code indicator.observation}.
 */
public final class SchoolRate implements TableBuilder {

  @Override
  public Dataset<Row> build(Inputs in) {
    SchemaFiles files = SchemaFiles.bundled();
    Collection<IndicatorDefinition> definitions = DefinitionLint.countable(in.spark(), files);
    LinkedTally linked = new LinkedTally(in, Populations.parameters(files));
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
