package vn.phanluong.indicator;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.NullType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructType;
import vn.phanluong.definition.Column;
import vn.phanluong.definition.Contract;
import vn.phanluong.definition.Contracts;
import vn.phanluong.definition.Derivation;
import vn.phanluong.definition.IndicatorDefinition;
import vn.phanluong.definition.QueriedTables;

/** Whether other tables have what definitions take from them. */
final class DerivedLint {
  private static final Contract DERIVED = Contracts.bundled().of("indicator.derived");

  /** What the definition says itself; of the unit a query may say something else. */
  private static final Set<String> OF_DEFINITION = Set.of("indicator_id", "version", "unit");

  private final EmptyTables tables;

  DerivedLint(EmptyTables tables) {
    this.tables = tables;
  }

  /** Looks at a definition, which may take nothing from other tables. */
  void look(IndicatorDefinition definition) {
    if (definition.foundIn() != null) {
      found(definition, definition.foundIn());
    }
    Derivation derivation = definition.derived();
    if (derivation != null
        && tables.areRead(definition, "/derived/reads", derivation.reads(), DERIVED)) {
      String sql = QueriedTables.renamed(derivation.sql(), derivation.reads(), tables::view);
      StructType shape = tables.shape(definition, "/derived/sql", sql);
      if (shape != null) {
        columns(definition, shape);
      }
    }
  }

  private void found(IndicatorDefinition definition, String place) {
    int dot = Math.max(0, place.lastIndexOf('.'));
    Contract table = Contracts.bundled().find(place.substring(0, dot));
    if (table == null || !table.columnNames().contains(place.substring(dot + 1))) {
      tables.problem(
          definition,
          "/found_in",
          "không có cột %s; ghi tầng.bảng.cột".formatted(place),
          "there is no column %s; give stage.table.column".formatted(place));
    }
  }

  private void columns(IndicatorDefinition definition, StructType shape) {
    StructType wanted = StructType.fromDDL(DERIVED.shapeDdl());
    List<String> given = Arrays.asList(shape.fieldNames());
    for (Column column : DERIVED.columns()) {
      String name = column.name();
      if (given.contains(name)) {
        fits(definition, column, shape.apply(name).dataType(), wanted.apply(name).dataType());
      } else if (!OF_DEFINITION.contains(name)) {
        tables.withoutColumn(definition, "/derived/sql", name);
      }
    }
  }

  private void fits(
      IndicatorDefinition definition, Column column, DataType given, DataType wanted) {
    boolean isFit =
        wanted instanceof NumericType ? given instanceof NumericType : given.equals(wanted);
    boolean isBlank = given instanceof NullType && !column.required();
    if (!isFit && !isBlank) {
      tables.problem(
          definition,
          "/derived/sql",
          "cột %s là %s, cần %s".formatted(column.name(), given.sql(), wanted.sql()),
          "the column %s is %s, wanted %s".formatted(column.name(), given.sql(), wanted.sql()));
    }
  }
}
