package vn.phanluong.reading;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A {@link Part} as far as somebody stated it, on the command line or in the title of a file. */
public record DeclaredPart(
    @Nullable String subperiod,
    @Nullable Short round,
    Part.@Nullable Coverage coverage,
    Part.@Nullable Accumulation accumulation) {
  public static DeclaredPart nothing() {
    return new DeclaredPart(null, null, null, null);
  }

  /** What is declared here, else what the title says, else the default. */
  Part over(DeclaredPart title, Part.Accumulation usual) {
    Map<String, Scope.KnownBy> knownBy = new TreeMap<>();
    return new Part(
        choose("subperiod", subperiod, title.subperiod, Part.YEAR, knownBy),
        choose("round", round, title.round, (short) 1, knownBy),
        choose("coverage", coverage, title.coverage, Part.Coverage.FULL, knownBy),
        choose("accumulation", accumulation, title.accumulation, usual, knownBy),
        knownBy);
  }

  private static <T> T choose(
      String name,
      @Nullable T declared,
      @Nullable T said,
      T usual,
      Map<String, Scope.KnownBy> knownBy) {
    if (declared != null) {
      knownBy.put(name, Scope.KnownBy.DECLARED);
      return declared;
    }
    if (said != null) {
      knownBy.put(name, Scope.KnownBy.CONTENT);
    }
    return Objects.requireNonNullElse(said, usual);
  }
}
