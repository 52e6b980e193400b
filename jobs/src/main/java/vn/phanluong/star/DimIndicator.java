package vn.phanluong.star;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;
import vn.phanluong.definition.IndicatorDefinition;
import vn.phanluong.definition.IndicatorDefinitions;
import vn.phanluong.definition.IndicatorParameters;
import vn.phanluong.definition.LinkedRate;
import vn.phanluong.definition.Population;
import vn.phanluong.definition.Populations;
import vn.phanluong.definition.SchemaFiles;
import vn.phanluong.runtime.Inputs;
import vn.phanluong.runtime.TableBuilder;

/** Builds {@code star.dim_indicator} from the definition files. */
public final class DimIndicator implements TableBuilder {

  @Override
  public Dataset<Row> build(Inputs in) {
    Collection<IndicatorDefinition> all = IndicatorDefinitions.of(SchemaFiles.bundled()).values();
    IndicatorParameters parameters = Populations.parameters(SchemaFiles.bundled());
    Map<String, Population> populations = Populations.of(SchemaFiles.bundled());
    return in.rows(
        all.stream()
            .map(each -> row(each, all, parameters, taken(each, parameters, populations)))
            .toList());
  }

  /** {@code question=answer}, by the name of the question. */
  private static List<String> taken(
      IndicatorDefinition definition,
      IndicatorParameters parameters,
      Map<String, Population> populations) {
    LinkedRate rate = definition.linked();
    return rate == null
        ? List.of()
        : parameters.taken(rate, populations.get(rate.population())).entrySet().stream()
            .map(answer -> answer.getKey() + "=" + answer.getValue())
            .toList();
  }

  private static Row row(
      IndicatorDefinition definition,
      Collection<IndicatorDefinition> all,
      IndicatorParameters parameters,
      List<String> taken) {
    Integer validTo = definition.validTo();
    return RowFactory.create(
        definition.id(),
        definition.version(),
        definition.nameVi(),
        definition.nameEn(),
        definition.unit(),
        String.join("|", definition.educationLevels()),
        String.join("|", definition.destinations()),
        definition.basis(),
        definition.legalSource(),
        (short) definition.validFrom(),
        validTo == null ? null : validTo.shortValue(),
        listed(definition.supersedes()),
        listed(definition.supersededBy(all)),
        listed(taken),
        taken.isEmpty() ? null : parameters.version(),
        parameters.tolerance(definition),
        definition.waitsFor(),
        definition.foundIn());
  }

  private static @Nullable String listed(List<String> indicators) {
    return indicators.isEmpty() ? null : String.join("|", indicators);
  }
}
