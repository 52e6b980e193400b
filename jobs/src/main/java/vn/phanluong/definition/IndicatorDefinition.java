package vn.phanluong.definition;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An indicator, as its file under {@code schemas/indicator/definitions} defines it. The same thing
 * may be known in several ways, which are never mixed in one series.
 *
 * @param unit what its figures are printed in: {@link #PERCENT}, {@link #PERSONS} or {@link
 *     #PER_PERSON}
 * @param validTo last cohort it is valid for, or null
 * @param supersedes indicators that end where it goes on, in whose series it is never put
 * @param breaks cohorts from which figures are not comparable with those before
 * @param headers column titles under which plans print it
 * @param reported from counts as places state them, or null
 * @param linked from persons followed one by one, or null
 * @param apparent from sums over sums of different persons, or null
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
    List<String> supersedes,
    List<Integer> breaks,
    List<String> headers,
    @Nullable CountedSums reported,
    @Nullable LinkedRate linked,
    @Nullable CountedSums apparent,
    @Nullable String waitsFor) {
  /** Unit of a rate: its numerator over its denominator, times 100. */
  public static final String PERCENT = "percent";

  /** Unit of a count: its numerator. */
  public static final String PERSONS = "persons";

  /** Unit of a ratio: its numerator over its denominator. */
  public static final String PER_PERSON = "per_person";

  public boolean isComputed() {
    return waitsFor == null;
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
