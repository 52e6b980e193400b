package vn.phanluong.region;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The units of one day counted in the units of another, forwards or backwards in time. A matrix:
 * each row sums to 1, and the walk over many years is the product of the walks between its years.
 */
public final class Crosswalk {
  private final RegionHistory history;
  private final LocalDate from;
  private final LocalDate to;
  private final int cohort;
  private final Weights weights;
  private final Map<List<Object>, Spread> walked = new HashMap<>();

  /** Sizes of units, by which a merged unit is taken apart again. */
  @FunctionalInterface
  public interface Weights {
    /** None known: what was merged stays unsettled among its members. */
    Weights NONE = key -> null;

    /** Pupils, or people, of a unit; null if not known. */
    @Nullable BigDecimal of(String regionKey);
  }

  /** What went to one unit in an event; null if nobody knows how much. */
  private record Part(Spread where, @Nullable BigDecimal weight) {}

  /**
   * A walk between two days.
   *
   * @param cohort year whose shares hold, where shares change by cohort
   */
  public Crosswalk(
      RegionHistory history, LocalDate from, LocalDate to, int cohort, Weights weights) {
    this.history = history;
    this.from = from;
    this.to = to;
    this.cohort = cohort;
    this.weights = weights;
  }

  /** Where the people of a unit of the first day are on the other day. */
  public Spread of(String unit) {
    return to.isBefore(from) ? back(unit, from) : forth(unit, from);
  }

  /** The same, counted in the areas of a level; units above that level stay as they are. */
  public Spread of(String unit, String level) {
    return of(unit).then(key -> Spread.whole(areaOf(key, level)));
  }

  private String areaOf(String key, String level) {
    Region unit = history.find(key);
    return unit == null
        ? key
        : history.lineageOn(unit, to).stream()
            .filter(each -> each.level().equals(level))
            .map(Region::regionKey)
            .findFirst()
            .orElse(key);
  }

  private Spread forth(String unit, LocalDate day) {
    Spread known = walked.get(List.of(unit, day));
    if (known == null) {
      known = forthAnew(unit, day);
      walked.put(List.of(unit, day), known);
    }
    return known;
  }

  private Spread forthAnew(String unit, LocalDate day) {
    List<Succession> lines = nearest(history.after(unit), day, to);
    Region region = history.find(unit);
    if (!lines.isEmpty()) {
      LocalDate event = lines.get(0).day();
      List<Part> parts = new ArrayList<>();
      for (Succession line : lines) {
        String successor = line.successor();
        parts.add(
            new Part(
                successor == null ? above(unit, event.minusDays(1)) : forth(successor, event),
                line.share()));
      }
      Succession first = lines.get(0);
      if (lines.size() == 1 && first.share() == null && first.successor() != null) {
        // One heir is named, and that others had a part; whoever they are, they lie in the unit
        // above.
        parts.add(new Part(above(unit, event.minusDays(1)), null));
      }
      return together(parts);
    }
    LocalDate last = region == null ? null : region.validTo();
    // A unit that ended without a word of where its people went leaves them to the unit above.
    return last == null || !last.isBefore(to) ? Spread.whole(unit) : above(unit, last);
  }

  private Spread above(String unit, LocalDate day) {
    Region region = history.find(unit);
    Region parent = region == null ? null : history.parentOn(region, day);
    return parent == null ? Spread.whole(unit) : forth(parent.regionKey(), day);
  }

  private Spread back(String unit, LocalDate day) {
    Spread known = walked.get(List.of(unit, day));
    if (known == null) {
      known = backAnew(unit, day);
      walked.put(List.of(unit, day), known);
    }
    return known;
  }

  private Spread backAnew(String unit, LocalDate day) {
    List<Succession> lines =
        nearest(history.before(unit), to, day).stream()
            .filter(line -> line.predecessor() != null)
            .toList();
    Region region = history.find(unit);
    if (!lines.isEmpty()) {
      return members(lines, unit, lines.get(0).day());
    }
    if (region == null || !region.validFrom().isAfter(to)) {
      return Spread.whole(unit);
    }
    Region parent = history.parentOn(region, region.validFrom());
    return parent == null ? Spread.whole(unit) : back(parent.regionKey(), region.validFrom());
  }

  /** Whom the people of a unit came from in one event: by weights, if all are known. */
  private Spread members(List<Succession> lines, String unit, LocalDate event) {
    LocalDate eve = event.minusDays(1);
    Map<String, Part> parts = new TreeMap<>();
    for (Succession line : lines) {
      String member = Objects.requireNonNull(line.predecessor());
      BigDecimal weight = weights.of(member);
      BigDecimal share = line.share();
      parts.put(
          member,
          new Part(
              back(member, eve), weight == null || share == null ? null : weight.multiply(share)));
    }
    Region region = history.find(unit);
    if (region != null && region.isValidOn(eve) && !parts.containsKey(unit)) {
      parts.put(unit, new Part(back(unit, eve), weights.of(unit)));
    }
    return parts.size() == 1
        ? parts.values().iterator().next().where()
        : together(inProportion(parts));
  }

  private static List<Part> inProportion(Map<String, Part> parts) {
    Map<String, BigDecimal> known = new TreeMap<>();
    parts.forEach(
        (key, part) -> {
          if (part.weight() != null) {
            known.put(key, part.weight());
          }
        });
    BigDecimal total = Spread.Sum.of(known.values());
    if (known.size() < parts.size() || total.signum() == 0) {
      return parts.values().stream().map(part -> new Part(part.where(), null)).toList();
    }
    Map<String, BigDecimal> shares = Shares.of(known);
    return parts.entrySet().stream()
        .map(entry -> new Part(entry.getValue().where(), shares.get(entry.getKey())))
        .toList();
  }

  /** Parts by their shares; unsettled among all of them if one share is unknown. */
  private static Spread together(List<Part> parts) {
    if (parts.size() == 1) {
      return parts.get(0).where();
    }
    Set<String> units = new TreeSet<>();
    Spread.Sum sum = new Spread.Sum();
    for (Part part : parts) {
      units.addAll(part.where().units());
      sum.add(part.where(), part.weight() == null ? BigDecimal.ZERO : part.weight());
    }
    return parts.stream().anyMatch(part -> part.weight() == null)
        ? Spread.among(units)
        : sum.done();
  }

  /** The lines of the first day among them that lies after one day and up to another. */
  private List<Succession> nearest(List<Succession> lines, LocalDate after, LocalDate until) {
    List<Succession> between =
        lines.stream()
            .filter(line -> line.day().isAfter(after) && !line.day().isAfter(until))
            .filter(line -> line.cohorts().holds(cohort))
            .toList();
    return between.stream().filter(line -> line.day().equals(between.get(0).day())).toList();
  }
}
