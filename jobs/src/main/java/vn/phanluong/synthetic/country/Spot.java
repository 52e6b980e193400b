package vn.phanluong.synthetic.country;

import java.time.LocalDate;
import java.util.List;

/** A point on the ground, and the units it lies in from day to day. */
final class Spot {
  private final String home;
  private final int side;
  private final int[] firstDays;
  private final Place[] places;

  /** The units of a spot from a day on. */
  record Stay(LocalDate from, Place place) {}

  /**
   * A spot.
   *
   * @param home key of its commune on 1 January 2017
   * @param side 1 or -1 by the part it lies in of a commune that was divided, 0 in an undivided one
   */
  Spot(String home, int side, List<Stay> stays) {
    this.home = home;
    this.side = side;
    firstDays = stays.stream().mapToInt(stay -> (int) stay.from().toEpochDay()).toArray();
    places = stays.stream().map(Stay::place).toArray(Place[]::new);
  }

  /** Where it is on a day; before 2017 in the units of 2017. */
  Place on(LocalDate day) {
    long wanted = day.toEpochDay();
    int i = firstDays.length - 1;
    while (i > 0 && firstDays[i] > wanted) {
      i--;
    }
    return places[i];
  }

  String home() {
    return home;
  }

  int side() {
    return side;
  }
}
