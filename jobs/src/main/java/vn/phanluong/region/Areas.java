package vn.phanluong.region;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The areas in which units of a cohort count: on the boundary of its own time, which is that of 31
 * May of its year, and on the boundary of any other day.
 */
public final class Areas {
  /** From the smallest to the largest. */
  public static final List<String> LEVELS =
      List.of(
          Places.COMMUNE,
          Places.DISTRICT,
          Places.PROVINCE,
          Places.SOCIO_ECONOMIC_REGION,
          Places.NATION);

  private final RegionHistory history;
  private final int cohort;
  private final LocalDate day;
  private final Crosswalk crosswalk;
  private final Crosswalk.Weights weights;
  private final Map<LocalDate, Crosswalk> later = new TreeMap<>();

  /**
   * A part of a unit in an area.
   *
   * @param share blank where nobody knows how the unit is divided
   */
  public record Part(String level, String areaKey, @Nullable BigDecimal share) {
    /** exact, apportioned or not_comparable. */
    public String comparability() {
      if (share == null) {
        return "not_comparable";
      }
      return share.compareTo(BigDecimal.ONE) == 0 ? "exact" : "apportioned";
    }
  }

  /**
   * Areas of a day.
   *
   * @param day the boundary that is asked for
   * @param weights by which merged units are taken apart again, if the day is before the cohort
   */
  public Areas(RegionHistory history, int cohort, LocalDate day, Crosswalk.Weights weights) {
    this.history = history;
    this.cohort = cohort;
    this.day = day;
    this.weights = weights;
    this.crosswalk = new Crosswalk(history, asWas(cohort), day, cohort, weights);
  }

  /** The day whose units a cohort is counted in: it ends school on 31 May. */
  public static LocalDate asWas(int cohort) {
    return LocalDate.of(cohort, Month.MAY, 31);
  }

  public int cohort() {
    return cohort;
  }

  /**
   * Units a cohort may be reported in: those of its 31 May, and those that came after in the year
   * and report of it in autumn.
   */
  public List<Region> units() {
    return Stream.concat(
            history.standingOn(asWas(cohort)), history.regions().filter(this::cameAfter))
        .toList();
  }

  private boolean cameAfter(Region unit) {
    LocalDate from = unit.validFrom();
    return from.isAfter(asWas(cohort)) && from.getYear() == cohort;
  }

  /** From the day the unit is first of, if that is not 31 May. */
  private Crosswalk crosswalk(Region unit) {
    return cameAfter(unit)
        ? later.computeIfAbsent(
            unit.validFrom(), from -> new Crosswalk(history, from, day, cohort, weights))
        : crosswalk;
  }

  /** The areas of a unit: of its own level, if the day has such, and of all levels above. */
  public List<Part> of(Region unit) {
    List<Part> parts = new ArrayList<>();
    for (String level : LEVELS.subList(LEVELS.indexOf(unit.level()), LEVELS.size())) {
      Spread spread = crosswalk(unit).of(unit.regionKey(), level);
      parts.addAll(parts(level, spread));
    }
    return parts;
  }

  private boolean isOf(String level, String key) {
    return Objects.requireNonNull(history.find(key)).level().equals(level);
  }

  /** None if the level has none of the unit: a district's people are in no district of today. */
  private List<Part> parts(String level, Spread spread) {
    List<Part> parts = new ArrayList<>();
    List<String> areas = spread.units().stream().filter(key -> isOf(level, key)).toList();
    if (spread.unsettled().isEmpty() && areas.size() == spread.settled().size()) {
      Shares.toOne(spread.settled())
          .forEach((key, share) -> parts.add(new Part(level, key, share)));
    } else {
      areas.forEach(key -> parts.add(new Part(level, key, null)));
    }
    return parts;
  }

  @Override
  public String toString() {
    return "cohort " + cohort + " in units of " + day;
  }
}
