package vn.phanluong.star;

import java.util.Collection;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;
import vn.phanluong.definition.IndicatorDefinition;
import vn.phanluong.definition.IndicatorDefinitions;
import vn.phanluong.definition.SchemaFiles;
import vn.phanluong.runtime.Inputs;
import vn.phanluong.runtime.TableBuilder;

/** Builds {@code star.dim_indicator} from the definition files. */
public final class DimIndicator implements TableBuilder {

  @Override
  public Dataset<Row> build(Inputs in) {
    Collection<IndicatorDefinition> all = IndicatorDefinitions.of(SchemaFiles.bundled()).values();
    return in.rows(all.stream().map(each -> row(each, all)).toList());
  }

  private static Row row(IndicatorDefinition definition, Collection<IndicatorDefinition> all) {
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
        definition.waitsFor());
  }

  private static @Nullable String listed(List<String> indicators) {
    return indicators.isEmpty() ? null : String.join("|", indicators);
  }
}
