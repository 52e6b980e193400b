package vn.phanluong.reading;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.phanluong.definition.SchemaFiles;
import vn.phanluong.region.PlaceResult;
import vn.phanluong.region.Places;
import vn.phanluong.region.Region;

/** Targets of plans: known indicator, level, operator and kind; a place of the document's day. */
final class TargetRules implements DatasetRules {
  private static final CodeList LEVELS =
      CodeList.of(SchemaFiles.bundled(), "education_level", "level_code");
  private static final CodeList KINDS =
      CodeList.of(Map.of("policy_milestone", "policy_milestone", "registered", "registered"));
  private static final CodeList PLACE_LEVELS =
      CodeList.of(
          Map.of(
              Places.NATION, Places.NATION,
              Places.PROVINCE, Places.PROVINCE,
              Places.DISTRICT, Places.DISTRICT));
  private static final Map<String, String> OPERATORS =
      Map.of("≥", "≥", ">=", "≥", ">", ">", "=", "=", "~", "~", "≈", "~");

  private final FieldPositions positions;
  private final Scope scope;

  TargetRules(FieldPositions positions, Scope scope) {
    this.positions = positions;
    this.scope = scope;
  }

  @Override
  public void complete(@Nullable Object[] row, RowFindings findings) {
    code(row, "education_level", LEVELS, findings);
    code(row, "kind", KINDS, findings);
    code(row, "place_level", PLACE_LEVELS, findings);
    operator(row, findings);
    indicator(row, findings);
    document(row, findings);
    if (text(row, "region_key") == null) {
      place(row, findings);
    }
  }

  private @Nullable String text(@Nullable Object[] row, String field) {
    return (String) row[positions.of(field)];
  }

  private void code(@Nullable Object[] row, String field, CodeList codes, RowFindings findings) {
    String text = text(row, field);
    if (text != null) {
      String code = codes.find(text);
      row[positions.of(field)] = code;
      if (code == null) {
        findings.add(FindingCode.CELL_CODE_UNKNOWN, field, text, codes.allowed());
      }
    }
  }

  private void operator(@Nullable Object[] row, RowFindings findings) {
    String text = text(row, "operator");
    if (text != null) {
      row[positions.of("operator")] = OPERATORS.get(text);
      if (!OPERATORS.containsKey(text)) {
        findings.add(FindingCode.CELL_CODE_UNKNOWN, "operator", text, "≥, >, =, ~");
      }
    }
  }

  private void indicator(@Nullable Object[] row, RowFindings findings) {
    String id = text(row, "indicator_id");
    if (id != null && Indicators.bundled().find(id) == null) {
      findings.add(
          FindingCode.CELL_CODE_UNKNOWN, "indicator_id", id, Indicators.bundled().allowed());
    }
  }

  private void document(@Nullable Object[] row, RowFindings findings) {
    String id = text(row, "document_id");
    boolean isSaidOfFile = id != null && id.equals(scope.reporterCode());
    if (id != null && !isSaidOfFile && !DocumentRegister.bundled().has(id)) {
      findings.add(FindingCode.DOCUMENT_UNREGISTERED, "document_id", id, id);
    }
    if (row[positions.of("target_year")] instanceof Short year
        && scope.period() != 0
        && year != scope.period()) {
      findings.add(
          FindingCode.ROW_PERIOD_DIFFERS,
          "target_year",
          year.toString(),
          Short.toString(scope.period()));
    }
  }

  private void place(@Nullable Object[] row, RowFindings findings) {
    String name = text(row, "place");
    if (name == null || !(row[positions.of("target_year")] instanceof Short year)) {
      return;
    }
    LocalDate day = DocumentRegister.bundled().dayOf(text(row, "document_id"), year);
    String parentName = text(row, "parent_place");
    Region parent = null;
    if (parentName != null) {
      PlaceResult result = Places.bundled().resolve(parentName, null, null, day);
      PlaceOfRow place = PlaceOfRow.of("parent_place", parentName, null, result);
      place.report(findings);
      if (!(result instanceof PlaceResult.Found found)) {
        return;
      }
      parent = found.unit();
    }
    PlaceOfRow place =
        PlaceOfRow.of(
            "place",
            name,
            parent,
            Places.bundled()
                .resolve(
                    name,
                    parent == null ? null : parent.regionKey(),
                    text(row, "place_level"),
                    day));
    place.report(findings);
    row[positions.of("region_key")] = place.regionKey();
  }
}
