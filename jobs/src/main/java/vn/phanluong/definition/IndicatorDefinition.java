package vn.phanluong.definition;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An indicator, as its file under {@code schemas/indicator/definitions} defines it.
 *
 * <p>Each of the three queries returns rows of {@code cohort_year, basis, region_key, is_synthetic,
 * persons}; the tally adds them up.
 *
 * @param denominator completers; blank while the indicator waits for a dataset
 * @param numerator completers in the counted destinations
 * @param known completers of any known destination; the rest is unknown
 * @param validTo last cohort it is valid for, or null
 * @param headers column titles under which plans print it
 * @param waitsFor dataset it waits for, or null when it can be computed
 */
public record IndicatorDefinition(
    String id,
    String version,
    String nameVi,
    String nameEn,
    String unit,
    List<String> educationLevels,
    List<String> destinations,
    String basis,
    String legalSource,
    int validFrom,
    @Nullable Integer validTo,
    List<String> headers,
    List<String> reads,
    String denominator,
    String numerator,
    String known,
    @Nullable String waitsFor) {

  public boolean isComputed() {
    return waitsFor == null;
  }
}
