package vn.phanluong.reading;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.phanluong.definition.IndicatorDefinition;
import vn.phanluong.definition.IndicatorDefinitions;
import vn.phanluong.definition.SchemaFiles;
import vn.phanluong.text.Spelling;

/** The indicators a table of targets can be about, by id and by the header of their column. */
final class Indicators {
  private static final Indicators BUNDLED = new Indicators(SchemaFiles.bundled());

  private final Map<String, IndicatorDefinition> byId;
  private final Map<String, IndicatorDefinition> byHeader = new HashMap<>();

  private Indicators(SchemaFiles files) {
    byId = IndicatorDefinitions.of(files);
    for (IndicatorDefinition indicator : byId.values()) {
      byHeader.putIfAbsent(key(indicator.nameVi()), indicator);
      indicator.headers().forEach(header -> byHeader.putIfAbsent(key(header), indicator));
    }
  }

  static Indicators bundled() {
    return BUNDLED;
  }

  @Nullable IndicatorDefinition find(String id) {
    return byId.get(id);
  }

  /** The indicator a column is about, whatever its marks, abbreviations and full stop; or null. */
  @Nullable IndicatorDefinition ofHeader(String header) {
    return header.length() > Spelling.LONGEST_NAME ? null : byHeader.get(key(header));
  }

  String allowed() {
    return String.join(", ", byId.keySet());
  }

  private static String key(String header) {
    return Spelling.bare(header)
        .replace("trunghoccoso", "thcs")
        .replace("trunghocphothong", "thpt")
        .replace("giaoducnghenghiep", "gdnn")
        .replace("giaoducthuongxuyen", "gdtx");
  }
}
