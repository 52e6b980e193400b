package vn.phanluong.reading;

import org.jspecify.annotations.Nullable;

/**
 * What the sender of a file stated about it; null is unstated and left to the file itself.
 *
 * @param dataset a table of {@code raw} without its stage
 * @param reporterCode an exam council's code, a {@code region_key} or a place's name, a {@code
 *     document_id}, or VN, by the dataset
 */
public record Declared(
    @Nullable String dataset,
    @Nullable String reporterCode,
    @Nullable Short period,
    DeclaredPart part) {

  public Declared(@Nullable String dataset, @Nullable String reporterCode, @Nullable Short period) {
    this(dataset, reporterCode, period, DeclaredPart.nothing());
  }

  public static Declared nothing() {
    return new Declared(null, null, null);
  }

  /** The same, of rows that stand instead of those of the same key. */
  public Declared correcting() {
    DeclaredPart correction =
        new DeclaredPart(
            part.subperiod(), part.round(), Part.Coverage.CORRECTION, part.accumulation());
    return new Declared(dataset, reporterCode, period, correction);
  }

  /** As much of a scope as was stated, for a file of which nothing else is known. */
  public Scope scope() {
    Scope scope =
        Scope.of(reporterCode == null ? Scope.NATION : reporterCode, period == null ? 0 : period);
    return scope.with(part.over(DeclaredPart.nothing(), Part.Accumulation.CUMULATIVE));
  }
}
