package vn.phanluong.indicator;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import vn.phanluong.definition.IndicatorDefinition;
import vn.phanluong.definition.LinkedRate;
import vn.phanluong.definition.Population;
import vn.phanluong.definition.Populations;
import vn.phanluong.definition.SchemaFiles;
import vn.phanluong.runtime.Inputs;
import vn.phanluong.runtime.TableBuilder;

/**
 * Builds {@code indicator.tally}: what each definition counts, by each method it can be known by,
 * at the smallest unit. A definition that is wrong is left out, and {@link DefinitionLint} says
 * why.
 */
public final class Tally implements TableBuilder {

  @Override
  public Dataset<Row> build(Inputs in) {
    SchemaFiles files = SchemaFiles.bundled();
    Collection<IndicatorDefinition> definitions = DefinitionLint.countable(in.spark(), files);
    List<Dataset<Row>> tallies =
        new ArrayList<>(new SummedTally(in).of(definitions.stream()).toList());
    LinkedTally linked = new LinkedTally(in, Populations.parameters(files));
    Map<String, Population> populations = Populations.of(files);
    populations.forEach(
        (name, population) -> {
          List<IndicatorDefinition> asked =
              definitions.stream().filter(it -> isOf(it.linked(), name)).toList();
          if (!asked.isEmpty()) {
            tallies.add(linked.of(population, asked));
          }
        });
    return tallies.stream().reduce(Dataset::unionByName).orElseThrow();
  }

  private static boolean isOf(@Nullable LinkedRate rate, String name) {
    return rate != null && rate.population().equals(name);
  }
}
