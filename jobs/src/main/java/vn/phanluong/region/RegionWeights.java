package vn.phanluong.region;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.phanluong.definition.Reference;
import vn.phanluong.definition.SchemaFiles;

/**
 * Sizes of units, by which what was merged is taken apart: pupils of lower secondary schools, the
 * year with each. A unit that only changed its name or status has the size of the one before.
 */
public final class RegionWeights {
  private RegionWeights() {}

  /** Sizes in the reference this program was built with. */
  public static Crosswalk.Weights bundled() {
    Map<String, BigDecimal> sizes = new HashMap<>();
    for (Map<String, String> row : Reference.rows(SchemaFiles.bundled(), "region_weight")) {
      sizes.put(text(row, "region_key"), new BigDecimal(text(row, "persons")));
    }
    return key -> of(key, sizes);
  }

  private static @Nullable BigDecimal of(String key, Map<String, BigDecimal> sizes) {
    BigDecimal size = sizes.get(key);
    if (size != null) {
      return size;
    }
    BigDecimal sum = BigDecimal.ZERO;
    for (Succession line : RegionHistory.bundled().before(key)) {
      BigDecimal part =
          line.predecessor() == null || !line.isWhole() ? null : of(line.predecessor(), sizes);
      if (part == null) {
        return null;
      }
      sum = sum.add(part);
    }
    return sum.signum() == 0 ? null : sum;
  }

  private static String text(Map<String, String> row, String column) {
    return Objects.requireNonNull(row.get(column), column);
  }
}
