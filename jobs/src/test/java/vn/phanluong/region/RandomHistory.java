package vn.phanluong.region;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A country of provinces whose years bring random mergers, splits, renamings and transfers, and the
 * people in it, moved event by event: the truth that a crosswalk must find again.
 */
final class RandomHistory {
  static final int FIRST_YEAR = 2000;
  static final LocalDate FIRST_DAY = LocalDate.of(FIRST_YEAR, 1, 1);

  private final Random random;
  private final boolean sharesKnown;
  private final List<Region> ended = new ArrayList<>();
  private final Map<String, Region> standing = new TreeMap<>();
  private final List<Succession> events = new ArrayList<>();
  private final List<Map<String, Region>> byYear = new ArrayList<>();
  private int made;

  private RandomHistory(long seed, int years, boolean sharesKnown) {
    this.random = new Random(seed);
    this.sharesKnown = sharesKnown;
    for (int i = 0; i < 6; i++) {
      stand(make(FIRST_DAY));
    }
    byYear.add(new TreeMap<>(standing));
    for (int year = 1; year <= years; year++) {
      event(day(year));
      byYear.add(new TreeMap<>(standing));
    }
  }

  static RandomHistory of(long seed, int years, boolean sharesKnown) {
    return new RandomHistory(seed, years, sharesKnown);
  }

  static LocalDate day(int year) {
    return FIRST_DAY.plusYears(year);
  }

  RegionHistory history() {
    return new RegionHistory(regions(), events);
  }

  List<Region> regions() {
    List<Region> all = new ArrayList<>(ended);
    all.add(unit("VN", Places.NATION, null, FIRST_DAY, null));
    all.addAll(standing.values());
    return all;
  }

  List<Succession> events() {
    return events;
  }

  /** Units that stand from 1 January of a year counted from the first. */
  List<String> units(int year) {
    return List.copyOf(byYear.get(year).keySet());
  }

  private void event(LocalDate day) {
    int count = 1 + random.nextInt(2);
    List<String> taken = pick(Math.min(standing.size(), count + 1));
    switch (random.nextInt(5)) {
      case 0 -> merge(day, taken);
      case 1 -> split(day, taken.get(0));
      case 2 -> replace(day, taken.get(0), random.nextBoolean() ? "rename" : "recode");
      case 3 -> transfer(day, taken);
      default -> {}
    }
  }

  private void merge(LocalDate day, List<String> members) {
    Region whole = make(day);
    members.forEach(member -> line(day, "merge", member, whole, BigDecimal.ONE));
    members.forEach(member -> end(member, day));
    stand(whole);
  }

  private void split(LocalDate day, String unit) {
    Region one = make(day);
    Region other = make(day);
    parts(day, "split", unit, one, other);
    end(unit, day);
    stand(one);
    stand(other);
  }

  private void replace(LocalDate day, String unit, String kind) {
    Region next = make(day);
    line(day, kind, unit, next, BigDecimal.ONE);
    end(unit, day);
    stand(next);
  }

  /** A part of one unit goes to another that stands already; both carry on. */
  private void transfer(LocalDate day, List<String> units) {
    if (units.size() > 1) {
      Region from = standing(units.get(0));
      parts(day, "transfer", from.regionKey(), from, standing(units.get(1)));
    }
  }

  private void parts(LocalDate day, String kind, String unit, Region one, Region other) {
    BigDecimal share = BigDecimal.valueOf(1 + random.nextInt(99), 2);
    line(day, kind, unit, one, sharesKnown ? share : null);
    line(day, kind, unit, other, sharesKnown ? BigDecimal.ONE.subtract(share) : null);
  }

  private void line(
      LocalDate day, String kind, String unit, Region next, @Nullable BigDecimal share) {
    String basis = share == null ? "undetermined" : "pupils";
    events.add(
        new Succession(
            day.toString(), day, kind, unit, next.regionKey(), share, basis, Cohorts.ALL));
  }

  private Region make(LocalDate day) {
    made++;
    return unit("P%03d@%s".formatted(made, day), Places.PROVINCE, "VN", day, null);
  }

  private void stand(Region unit) {
    standing.put(unit.regionKey(), unit);
  }

  private Region standing(String key) {
    return java.util.Objects.requireNonNull(standing.get(key));
  }

  private void end(String key, LocalDate day) {
    Region unit = standing(key);
    standing.remove(key);
    ended.add(unit(key, unit.level(), unit.parentKey(), unit.validFrom(), day.minusDays(1)));
  }

  private List<String> pick(int count) {
    List<String> keys = new ArrayList<>(standing.keySet());
    java.util.Collections.shuffle(keys, random);
    return keys.subList(0, count);
  }

  static Region unit(
      String key, String level, @Nullable String parent, LocalDate from, @Nullable LocalDate to) {
    return new Region(
        key, key.split("@", -1)[0], key, key, level, level, parent, from, to, List.of());
  }

  /** People of the first year moved to another year, one event after the other. */
  Map<String, BigDecimal> moved(Map<String, BigDecimal> people, int year) {
    Map<String, BigDecimal> now = new TreeMap<>(people);
    for (int each = 1; each <= year; each++) {
      LocalDate day = day(each);
      Map<String, BigDecimal> next = new TreeMap<>();
      for (Map.Entry<String, BigDecimal> entry : now.entrySet()) {
        List<Succession> lines =
            events.stream()
                .filter(line -> line.day().equals(day) && entry.getKey().equals(line.predecessor()))
                .toList();
        if (lines.isEmpty()) {
          next.merge(entry.getKey(), entry.getValue(), BigDecimal::add);
        }
        for (Succession line : lines) {
          next.merge(
              java.util.Objects.requireNonNull(line.successor()),
              entry.getValue().multiply(java.util.Objects.requireNonNull(line.share())),
              BigDecimal::add);
        }
      }
      now = next;
    }
    return now;
  }
}
