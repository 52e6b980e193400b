package vn.phanluong.synthetic.truth;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import vn.phanluong.synthetic.Years;
import vn.phanluong.synthetic.country.Place;

/**
 * Both sums of every {@link Sum} by year and place, and of the units above. Safe from several
 * threads: the order of what is added is no matter.
 */
final class Sums {
  /** One side of an indicator in a year, at a school or an institution. */
  private record Cell(Sum sum, int year, int place) {}

  /** What must be told on both sides to enter any sum. */
  private record Teller(Sum sum, int year, String key) {}

  /** A figure of a unit. */
  private record Figure(Sum sum, int year, String boundary, String unit) {}

  private static final Comparator<Figure> ORDER =
      Comparator.comparing(Figure::sum)
          .thenComparing(Figure::year)
          .thenComparing(Figure::boundary)
          .thenComparing(Figure::unit);

  private final Units units;
  private final Years years;
  private final boolean isOfFiles;
  private final Map<Cell, LongAdder> counted = new ConcurrentHashMap<>();
  private final Map<Cell, LongAdder> asked = new ConcurrentHashMap<>();

  /**
   * Empty sums.
   *
   * @param isOfFiles a side may not have been told: what is told of the other is then left out
   */
  Sums(Units units, Years years, boolean isOfFiles) {
    this.units = units;
    this.years = years;
    this.isOfFiles = isOfFiles;
  }

  /** Adds to a numerator, if only that there are none. */
  void count(Sum sum, int year, int place, long more) {
    add(counted, new Cell(sum, year, place), more);
  }

  /** Adds to a denominator. */
  void ask(Sum sum, int year, int place, long more) {
    add(asked, new Cell(sum, year, place), more);
  }

  private void add(Map<Cell, LongAdder> side, Cell cell, long more) {
    if (cell.year() >= years.from() && cell.year() <= years.to()) {
      side.computeIfAbsent(cell, any -> new LongAdder()).add(more);
    }
  }

  /** Adds the rows of all figures, of everybody alone: places have no sex. */
  void write(ParquetTable table) throws IOException {
    Map<Figure, long[]> figures = new TreeMap<>(ORDER);
    if (isOfFiles) {
      counted.keySet().removeIf(cell -> cell.sum().isOfAsked() && !asked.containsKey(cell));
    }
    Set<Teller> tellers = tellers(counted);
    tellers.retainAll(tellers(asked));
    sum(figures, counted, 0, tellers);
    sum(figures, asked, 1, tellers);
    for (Map.Entry<Figure, long[]> each : figures.entrySet()) {
      Figure figure = each.getKey();
      long[] sides = each.getValue();
      // Some places hold one side alone, and the sums of what they are part of need it.
      if (sides[0] > 0 || sides[1] > 0) {
        table.add(
            figure.sum().id(),
            figure.year(),
            figure.sum().basis().name().toLowerCase(Locale.ROOT),
            figure.boundary(),
            figure.unit(),
            "",
            "",
            sides[0],
            sides[1],
            0L);
      }
    }
  }

  private Set<Teller> tellers(Map<Cell, LongAdder> side) {
    Set<Teller> tellers = new HashSet<>();
    side.keySet().forEach(cell -> tellers.add(teller(cell)));
    return tellers;
  }

  private Teller teller(Cell cell) {
    Place then = place(cell, day(cell));
    String key =
        switch (cell.sum().told()) {
          case PLACE -> Integer.toString(cell.place());
          case SMALLEST -> units.smallest(then);
          case PROVINCE -> then.provinceKey();
        };
    return new Teller(cell.sum(), cell.year(), key);
  }

  private void sum(
      Map<Figure, long[]> figures, Map<Cell, LongAdder> side, int index, Set<Teller> tellers) {
    side.forEach(
        (cell, sum) -> {
          if (!isOfFiles || tellers.contains(teller(cell))) {
            for (Figure figure : figures(cell)) {
              figures.computeIfAbsent(figure, any -> new long[2])[index] += sum.sum();
            }
          }
        });
  }

  private List<Figure> figures(Cell cell) {
    List<Figure> figures = new ArrayList<>();
    add(figures, cell, "as_was", day(cell));
    add(figures, cell, "today", Way.TODAY);
    return figures;
  }

  private void add(List<Figure> figures, Cell cell, String boundary, LocalDate day) {
    Place place = place(cell, day);
    for (String unit : units.large(place, day)) {
      figures.add(new Figure(cell.sum(), cell.year(), boundary, unit));
    }
    figures.add(new Figure(cell.sum(), cell.year(), boundary, units.smallest(place)));
  }

  private static LocalDate day(Cell cell) {
    return Units.asWas(cell.year());
  }

  private Place place(Cell cell, LocalDate day) {
    return units.place(cell.sum().basis(), cell.place(), day);
  }
}
