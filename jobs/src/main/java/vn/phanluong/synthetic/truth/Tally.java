package vn.phanluong.synthetic.truth;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.phanluong.synthetic.Years;
import vn.phanluong.synthetic.country.Country;
import vn.phanluong.synthetic.country.Institution;
import vn.phanluong.synthetic.country.Level;
import vn.phanluong.synthetic.country.Place;
import vn.phanluong.synthetic.country.School;
import vn.phanluong.synthetic.life.Life;
import vn.phanluong.synthetic.life.Person;

/**
 * Numerators and denominators of all indicators by cohort, place, boundary and group. Persons are
 * first counted by place and set of facts, then each such count is asked every indicator once.
 */
public final class Tally {
  private static final int ALL = 0;
  private static final int FIGURES = 3;

  /** Where persons of a set of facts are counted: by spot for small units, by province for all. */
  private record Bin(Facts.Basis basis, int year, int place, int group, long facts) {}

  /** The same of an indicator. */
  private record Count(int indicator, Facts.Basis basis, int year, int place, int group) {}

  /** An indicator of a unit, in all years. */
  private record Series(
      int indicator, Facts.Basis basis, String boundary, String unit, int group) {}

  private final Country country;
  private final Years years;
  private final Facts facts;
  private final LifeSums lifeSums;
  private final Sums sumsOfPlaces;
  private final Units units;
  private final Groups groups = new Groups();

  /** Numerator, denominator and unknown of each year; one object a year would not fit in memory. */
  private final Map<Series, int[]> sums = new HashMap<>();

  /**
   * An empty tally of years of reporting.
   *
   * @param isOfFiles of what files show, which may tell one side of a sum and not the other
   */
  public Tally(Country country, Years years, boolean isOfFiles) {
    this.country = country;
    this.years = years;
    facts = new Facts(years.to());
    lifeSums = new LifeSums(years.to());
    units = new Units(country);
    sumsOfPlaces = new Sums(units, years, isOfFiles);
  }

  /** Counts what lists tell of schools and institutions. */
  public void add(Lists lists) {
    new ListSums(country, years, lists).read(sumsOfPlaces);
  }

  /** Counts of some lives. Not for several threads; each has its own. */
  public Part part() {
    return new Part();
  }

  /** Counts lives until they are added to the tally. */
  public final class Part {
    private final Map<Bin, int[]> spots = new HashMap<>();
    private final Map<Bin, int[]> provinces = new HashMap<>();
    private final Map<Long, int[]> asked = new HashMap<>();

    private Part() {}

    /** Counts a life. */
    public void add(Life life) {
      lifeSums.read(life, sumsOfPlaces);
      facts.read(
          life,
          (basis, year, place, found) -> {
            if (found != 0 && year >= years.from() && year <= years.to()) {
              count(spots, new Bin(basis, year, place, ALL, found));
              int origin = origin(basis, place);
              count(provinces, new Bin(basis, year, origin, ALL, found));
              for (int group : groupsOf(life.person(), basis, place, origin)) {
                count(provinces, new Bin(basis, year, origin, group, found));
              }
            }
          });
    }

    private static void count(Map<Bin, int[]> bins, Bin bin) {
      bins.computeIfAbsent(bin, key -> new int[1])[0]++;
    }

    /** Adds what was counted to the tally. */
    public void finish() {
      Map<Series, int[]> series = new HashMap<>();
      counts(spots)
          .forEach(
              (count, sum) -> {
                String then = units.smallest(place(count, day(count)));
                String now = units.smallest(place(count, Way.TODAY));
                sum(series, count, "as_was", then, sum);
                sum(series, count, "today", now, sum);
              });
      counts(provinces)
          .forEach(
              (count, sum) -> {
                for (String unit : units.large(spot(count, day(count)), day(count))) {
                  sum(series, count, "as_was", unit, sum);
                }
                for (String unit : units.large(spot(count, Way.TODAY), Way.TODAY)) {
                  sum(series, count, "today", unit, sum);
                }
              });
      synchronized (Tally.this) {
        series.forEach((each, more) -> plus(sums.computeIfAbsent(each, any -> inYears()), 0, more));
      }
    }

    private void sum(
        Map<Series, int[]> series, Count count, String boundary, String unit, int[] more) {
      Series of = new Series(count.indicator(), count.basis(), boundary, unit, count.group());
      int from = (count.year() - years.from()) * FIGURES;
      plus(series.computeIfAbsent(of, any -> inYears()), from, more);
    }

    private Map<Count, int[]> counts(Map<Bin, int[]> bins) {
      Map<Count, int[]> counts = new HashMap<>();
      bins.forEach(
          (bin, persons) -> {
            int unknown = (bin.facts() & Fact.WENT_UNKNOWN.bit()) == 0 ? 0 : persons[0];
            for (int each : asked.computeIfAbsent(bin.facts(), Indicator::asked)) {
              int indicator = Math.abs(each) - 1;
              int[] sum = {each > 0 ? persons[0] : 0, persons[0], unknown};
              Count count = new Count(indicator, bin.basis(), bin.year(), bin.place(), bin.group());
              plus(counts.computeIfAbsent(count, any -> new int[FIGURES]), 0, sum);
            }
          });
      return counts;
    }
  }

  private static LocalDate day(Count count) {
    return Units.asWas(count.year());
  }

  /** Some spot of a province; all have the same units above them. */
  private Place spot(Count count, LocalDate day) {
    return country.schools(count.place(), Level.THCS).get(0).place(day);
  }

  private int[] inYears() {
    return new int[FIGURES * years.count()];
  }

  private static void plus(int[] sum, int from, int[] more) {
    for (int i = 0; i < more.length; i++) {
      sum[from + i] += more[i];
    }
  }

  private int origin(Facts.Basis basis, int place) {
    return basis == Facts.Basis.ENROLMENT
        ? country.institutions().get(place).origin()
        : country.schools().get(place).origin();
  }

  private Place place(Count count, LocalDate day) {
    return units.place(count.basis(), count.place(), day);
  }

  private int[] groupsOf(Person person, Facts.Basis basis, int place, int origin) {
    boolean isAtHome = country.schools().get(person.home()).origin() == origin;
    if (basis == Facts.Basis.ENROLMENT) {
      Institution of = country.institutions().get(place);
      return groups.of(person, of.ownership(), of.type(), isAtHome);
    }
    School of = country.schools().get(place);
    return groups.of(person, of.ownership(), of.kind(), isAtHome);
  }

  /** Writes the sums, in the order of their keys. */
  public void write(Path file) throws IOException {
    Comparator<Series> byTable =
        Comparator.comparingInt(Series::indicator).thenComparing(Series::basis);
    List<Series> sorted = new ArrayList<>(sums.keySet());
    sorted.sort(
        byTable
            .thenComparing(Series::boundary)
            .thenComparing(Series::unit)
            .thenComparingInt(Series::group));
    try (ParquetTable table =
        new ParquetTable(
            file,
            "indicator_id text",
            "cohort_year int",
            "basis text",
            "boundary text",
            "region_key text",
            "breakdown text",
            "member text",
            "numerator long",
            "denominator long",
            "unknown long")) {
      for (int from = 0, to = 0; from < sorted.size(); from = to) {
        while (to < sorted.size() && byTable.compare(sorted.get(from), sorted.get(to)) == 0) {
          to++;
        }
        for (int year = years.from(); year <= years.to(); year++) {
          for (Series each : sorted.subList(from, to)) {
            write(table, each, year);
          }
        }
      }
      sumsOfPlaces.write(table);
    }
  }

  private void write(ParquetTable table, Series of, int year) throws IOException {
    int[] sum = sums.getOrDefault(of, new int[0]);
    int at = (year - years.from()) * FIGURES;
    if (sum[at + 1] > 0) {
      table.add(
          Indicator.ALL.get(of.indicator()).id(),
          year,
          of.basis().name().toLowerCase(Locale.ROOT),
          of.boundary(),
          of.unit(),
          groups.breakdown(of.group()),
          groups.member(of.group()),
          (long) sum[at],
          (long) sum[at + 1],
          (long) sum[at + 2]);
    }
  }
}
