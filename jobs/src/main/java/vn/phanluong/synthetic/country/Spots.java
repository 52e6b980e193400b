package vn.phanluong.synthetic.country;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;
import vn.phanluong.region.Places;
import vn.phanluong.region.Region;
import vn.phanluong.region.RegionHistory;
import vn.phanluong.region.Succession;

/** Follows spots through the succession of communes, from 1 January 2017 on. */
final class Spots {
  static final LocalDate START = LocalDate.of(2017, 1, 1);

  private final RegionHistory history;
  private final NavigableSet<LocalDate> changesAbove = new TreeSet<>();
  private final Map<String, List<Spot.Stay>> stays = new HashMap<>();
  private final Map<String, Integer> forks = new HashMap<>();

  Spots(RegionHistory history) {
    this.history = history;
    history
        .regions()
        .filter(unit -> !unit.level().equals(Places.COMMUNE))
        .forEach(unit -> changesAbove.add(unit.validFrom()));
  }

  /**
   * A spot in a commune of 1 January 2017.
   *
   * @param part which part of a divided commune it lies in: for the first, second … division on its
   *     way a number from 0 to 1
   */
  Spot of(String home, int origin, IntToDoubleFunction part) {
    List<Spot.Stay> all = new ArrayList<>();
    String commune = home;
    LocalDate from = START;
    int side = 0;
    int divisions = 0;
    List<Succession> next = next(commune, from);
    while (!next.isEmpty()) {
      LocalDate day = next.get(0).day();
      add(all, stays(commune, origin), from, day);
      int chosen = 0;
      if (next.size() > 1) {
        chosen = (int) (part.applyAsDouble(divisions) * next.size());
        side = divisions == 0 ? 1 - 2 * (chosen % 2) : side;
        divisions++;
      }
      commune = Objects.requireNonNull(next.get(chosen).successor());
      from = day;
      next = next(commune, from);
    }
    add(all, stays(commune, origin), from, LocalDate.MAX);
    return new Spot(home, side, all);
  }

  /**
   * Divisions ahead of a commune: none, at least one, or -1 where a commune on its way ended and
   * nobody wrote down which took over. No spot may lie there, for nobody could say where it is.
   */
  int forks(String commune) {
    return forks(commune, START);
  }

  private int forks(String commune, LocalDate from) {
    String key = commune + from;
    Integer known = forks.get(key);
    if (known == null) {
      known = countForks(commune, from);
      forks.put(key, known);
    }
    return known;
  }

  private int countForks(String commune, LocalDate from) {
    List<Succession> next = next(commune, from);
    int most = next.size() > 1 ? 1 : 0;
    for (Succession line : next) {
      String successor = line.successor();
      int ahead = successor == null ? -1 : forks(successor, line.day());
      if (ahead < 0) {
        return -1;
      }
      most = Math.max(most, ahead);
    }
    return most;
  }

  /** The lines of the next event after a day, in the order of the successors' keys. */
  private List<Succession> next(String commune, LocalDate day) {
    List<Succession> later =
        history.after(commune).stream().filter(line -> line.day().isAfter(day)).toList();
    return later.stream()
        .filter(line -> line.day().equals(later.get(0).day()))
        .sorted((one, other) -> String.valueOf(one.successor()).compareTo(other.successor() + ""))
        .toList();
  }

  private static void add(
      List<Spot.Stay> all, List<Spot.Stay> stays, LocalDate from, LocalDate until) {
    Spot.Stay before = null;
    for (Spot.Stay stay : stays) {
      if (!stay.from().isAfter(from)) {
        before = new Spot.Stay(from, stay.place());
      } else if (stay.from().isBefore(until)) {
        if (before != null) {
          all.add(before);
        }
        before = stay;
      }
    }
    all.add(Objects.requireNonNull(before));
  }

  private List<Spot.Stay> stays(String commune, int origin) {
    return stays.computeIfAbsent(
        commune + "/" + origin,
        any -> staysAnew(Objects.requireNonNull(history.find(commune)), origin));
  }

  private List<Spot.Stay> staysAnew(Region commune, int origin) {
    List<Spot.Stay> found = new ArrayList<>();
    NavigableSet<LocalDate> days = new TreeSet<>(changesAbove.tailSet(commune.validFrom()));
    days.add(commune.validFrom());
    for (LocalDate day : days) {
      if (commune.isValidOn(day)) {
        Place place = place(commune, origin, day);
        if (found.isEmpty() || !found.get(found.size() - 1).place().equals(place)) {
          found.add(new Spot.Stay(day, place));
        }
      }
    }
    return found;
  }

  private Place place(Region commune, int origin, LocalDate day) {
    Region parent = Objects.requireNonNull(history.parentOn(commune, day), commune.regionKey());
    boolean isDistrict = parent.level().equals(Places.DISTRICT);
    @Nullable Region district = isDistrict ? parent : null;
    Region province = isDistrict ? Objects.requireNonNull(history.parentOn(parent, day)) : parent;
    return new Place(
        origin,
        province.regionKey(),
        province.name(),
        district == null ? null : district.regionKey(),
        district == null ? null : district.name(),
        commune.regionKey(),
        commune.name());
  }
}
