package vn.phanluong.definition;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a dataset asks of a delivered row beyond its single cells.
 *
 * @param period field that holds the year the delivery is about; null where the contract names none
 * @param days where the day of a row stands, the first that is filled counts: a field of a day, or
 *     {@code 09-30 of school_year}
 * @param places places a row names, the one the reporter answers for first
 */
public record RowRules(
    @Nullable String period, List<String> days, List<Place> places, List<RowCheck> checks) {

  /** For a dataset whose contract states no rules of this kind. */
  public static final RowRules NONE = new RowRules(null, List.of(), List.of(), List.of());

  /**
   * A place as a row names it.
   *
   * @param region field that takes the unit's key
   * @param district field of its district, or null
   * @param commune field of its commune, or null: then the district, else the province, is the unit
   * @param day day on which the unit is looked up where it is not the row's own, ISO; or null
   */
  public record Place(
      String region,
      String province,
      @Nullable String district,
      @Nullable String commune,
      @Nullable String day) {

    Stream<String> fields() {
      return Stream.of(region, province, district, commune).filter(Objects::nonNull);
    }

    Place withoutCommune() {
      return new Place(region, province, district, null, day);
    }
  }

  /** The same, with places no smaller than a district. */
  RowRules withoutCommunes() {
    return new RowRules(period, days, places.stream().map(Place::withoutCommune).toList(), checks);
  }

  /** Every field named, to see that it exists. */
  Stream<String> fields() {
    return Stream.of(
            period == null ? Stream.<String>empty() : Stream.of(period),
            days.stream().map(day -> day.substring(day.lastIndexOf(' ') + 1)),
            places.stream().flatMap(Place::fields),
            checks.stream().flatMap(RowCheck::fields))
        .flatMap(each -> each);
  }
}
