package vn.phanluong.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.phanluong.definition.Field;
import vn.phanluong.region.PlaceResult;
import vn.phanluong.region.Places;
import vn.phanluong.region.Region;

/**
 * The table of a plan's appendix: each record a place, each column of values a target. The last
 * columns are the values; the place stands before them, its running number in a cell of its own or
 * glued to the name, and the total row is the unit whose plan it is.
 */
final class AppendixRows implements RowShape {
  private final Layout.Section section;
  private final FieldPositions positions;
  private final @Nullable Object[] constants;
  private final Region unit;
  private final LocalDate day;
  private final int lastValue;

  AppendixRows(Layout.Section section, FieldPositions positions) {
    this.section = section;
    this.positions = positions;
    constants = positions.constants(section.constants());
    lastValue = section.columns().get(section.columns().size() - 1).cell();
    String regionKey = String.valueOf(constants[positions.of("region_key")]);
    Region found = Places.bundled().find(regionKey);
    if (found == null) {
      throw new IllegalArgumentException("No unit " + regionKey);
    }
    unit = found;
    Object year = constants[positions.of("target_year")];
    day =
        DocumentRegister.bundled()
            .dayOf(
                (String) constants[positions.of("document_id")], year == null ? 0 : (Short) year);
  }

  @Override
  public List<@Nullable Object[]> rows(Cells cells, RowFindings findings) {
    int shift = shiftOf(cells);
    if (!fits(cells, shift, findings)) {
      return List.of();
    }
    @Nullable Object[] place = constants.clone();
    place[positions.of("source_sentence")] = cells.record();
    placeOf(cells, shift, place, findings);
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (Layout.Column column : section.columns()) {
      String value = cells.text(column.cell() - shift);
      // A place that names no number for an indicator has no target there, which is not a zero.
      if (!column.constants().isEmpty() && !value.isEmpty() && !value.equals("-")) {
        rows.add(target(place, column, value, findings));
      }
    }
    if (rows.isEmpty()) {
      findings.add(FindingCode.CELL_REQUIRED, "value", null);
    }
    return rows;
  }

  /** The whole line is the sentence of a public document that the target cites. */
  @Override
  public @Nullable Field fieldOf(Cells cells, int cell) {
    return positions.field(positions.of("source_sentence"));
  }

  private boolean fits(Cells cells, int shift, RowFindings findings) {
    int filled = cells.lastFilled() + 1;
    if (cells.count() + shift <= lastValue) {
      findings.add(
          FindingCode.ROW_TOO_FEW_CELLS,
          null,
          null,
          "%d/%d".formatted(cells.count(), lastValue + 1));
      return false;
    }
    if (filled > section.most()) {
      findings.add(
          FindingCode.ROW_TOO_MANY_CELLS,
          null,
          cells.text(filled - 1),
          "%d/%d".formatted(filled, section.most()));
      return false;
    }
    return true;
  }

  /** Cells a total row lacks between its word and its values. */
  private int shiftOf(Cells cells) {
    boolean isTotal = Totals.isTotal(cells.text(cells.firstFilled()));
    return isTotal ? Math.max(0, lastValue - cells.lastFilled()) : 0;
  }

  private @Nullable Object[] target(
      @Nullable Object[] place, Layout.Column column, String value, RowFindings findings) {
    @Nullable Object[] row = place.clone();
    for (Map.Entry<String, String> constant : column.constants().entrySet()) {
      row[positions.of(constant.getKey())] = constant.getValue();
    }
    int at = positions.of("value");
    row[at] = CellReader.text(value, positions.field(at), findings);
    return row;
  }

  private void placeOf(Cells cells, int shift, @Nullable Object[] row, RowFindings findings) {
    String first = cells.text(cells.firstFilled());
    if (Totals.isTotal(first)) {
      put(row, unit);
      return;
    }
    String name = cells.text(placeColumn() - shift).replaceFirst("^\\d{1,3}[.)]?\\s+", "");
    if (name.isEmpty()) {
      return;
    }
    row[positions.of("place")] = name;
    row[positions.of("parent_place")] = unit.name();
    row[positions.of("region_key")] = null;
    PlaceResult result = Places.bundled().resolve(name, unit.regionKey(), null, day);
    PlaceOfRow.of("place", name, unit, result).report(findings);
    if (result instanceof PlaceResult.Found found) {
      row[positions.of("place_level")] = found.unit().level();
      row[positions.of("region_key")] = found.unit().regionKey();
    }
  }

  private int placeColumn() {
    return section.columns().get(0).cell();
  }

  private void put(@Nullable Object[] row, Region region) {
    row[positions.of("place")] = region.name();
    row[positions.of("place_level")] = region.level();
    row[positions.of("region_key")] = region.regionKey();
    Region parent = region.parentKey() == null ? null : Places.bundled().find(region.parentKey());
    row[positions.of("parent_place")] = parent == null ? null : parent.name();
  }
}
