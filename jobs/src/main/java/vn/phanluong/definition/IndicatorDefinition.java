package vn.phanluong.definition;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An indicator, as its file under {@code schemas/indicator/definitions} defines it. The same thing
 * may be known in several ways, which are never mixed in one series.
 *
 * @param unit what its figures are printed in: {@link #PERCENT}, {@link #PERSONS} or {@link
 *     #PER_PERSON}; of what is derived or found in a table, {@link #POINTS} and the like too
 * @param validTo last cohort it is valid for, or null
 * @param supersedes indicators that end where it goes on, in whose series it is never put
 * @param breaks cohorts from which figures are not comparable with those before
 * @param headers column titles under which plans print it
 * @param tolerance its answer to what «khoảng» (about) allows below its targets, or null
 * @param reported from counts as places state them, or null
 * @param linked from persons followed one by one, or null
 * @param apparent from sums over sums of different persons, or null
 * @param waitsFor dataset it waits for, or null when it can be computed
 * @param derived from other figures, or null
 * @param foundIn {@code stage.table.column} that holds it as part of a table about something else,
 *     or null
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
    List<String> supersedes,
    List<Integer> breaks,
    List<String> headers,
    @Nullable String tolerance,
    @Nullable CountedSums reported,
    @Nullable LinkedRate linked,
    @Nullable CountedSums apparent,
    @Nullable String waitsFor,
    @Nullable Derivation derived,
    @Nullable String foundIn) {
  /** Unit of a rate: its numerator over its denominator, times 100. */
  public static final String PERCENT = "percent";

  /** Unit of a count: its numerator. */
  public static final String PERSONS = "persons";

  /** Unit of a ratio: its numerator over its denominator. */
  public static final String PER_PERSON = "per_person";

  /** Unit of a difference of rates. */
  public static final String POINTS = "points";

  /** Unit of a rate over a rate. */
  public static final String RATIO = "ratio";

  /** Unit of a place among places. */
  public static final String RANK = "rank";

  /** Unit of what is a word and no number. */
  public static final String STATUS = "status";

  private static final String DERIVED = "indicator.derived";

  public boolean isComputed() {
    return waitsFor == null;
  }

  /** Where its figures stand, if not in {@code indicator.observation}; else null. */
  public @Nullable String elsewhere() {
    return derived == null ? foundIn : DERIVED;
  }

  /** The last cohort it is valid for; of one that goes on, later than any. */
  public int lastCohort() {
    return validTo == null ? Integer.MAX_VALUE : validTo;
  }

  /** True of the cohorts it is valid for. */
  public boolean holdsIn(int cohort) {
    return cohort >= validFrom && cohort <= lastCohort();
  }

  /** The indicators among some that supersede it. */
  public List<String> supersededBy(Collection<IndicatorDefinition> all) {
    return all.stream()
        .filter(each -> each.supersedes().contains(id))
        .map(IndicatorDefinition::id)
        .sorted()
        .toList();
  }

  /** True if it asks persons of a population. */
  public boolean asks(String population) {
    return linked != null && linked.population().equals(population);
  }

  /** True if its parts are classes that exclude each other and together are the whole. */
  public boolean isDistribution() {
    LinkedRate.Parts parts = linked == null ? null : linked.parts();
    return parts != null && !parts.isOfDenominator();
  }
}
