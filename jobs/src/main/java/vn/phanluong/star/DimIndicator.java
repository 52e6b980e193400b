package vn.phanluong.star;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import vn.phanluong.definition.IndicatorDefinition;
import vn.phanluong.definition.IndicatorDefinitions;
import vn.phanluong.definition.SchemaFiles;
import vn.phanluong.runtime.Inputs;
import vn.phanluong.runtime.TableBuilder;

/** Builds {@code star.dim_indicator} from the definition files. */
public final class DimIndicator implements TableBuilder {

  @Override
  public Dataset<Row> build(Inputs in) {
    return in.rows(
        IndicatorDefinitions.of(SchemaFiles.bundled()).values().stream()
            .map(DimIndicator::row)
            .toList());
  }

  private static Row row(IndicatorDefinition definition) {
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
        definition.waitsFor());
  }
}
