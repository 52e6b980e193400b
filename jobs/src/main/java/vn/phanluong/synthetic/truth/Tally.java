package vn.phanluong.synthetic.truth;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import vn.phanluong.synthetic.Years;
import vn.phanluong.synthetic.country.Country;
import vn.phanluong.synthetic.country.Institution;
import vn.phanluong.synthetic.country.Place;
import vn.phanluong.synthetic.country.School;
import vn.phanluong.synthetic.life.Life;
import vn.phanluong.synthetic.life.Person;

/**
 * Numerators and denominators of all indicators by cohort, place, boundary and group. Persons are
 * first counted by spot and set of facts, then each such count is asked every indicator once.
 */
public final class Tally {
  private static final int ALL = 0;

  /** A number of persons is kept by where, when and what. */
  private record Bin(Facts.Basis basis, int year, int place, int group, long facts) {}

  private record Cell(
      int indicator, Facts.Basis basis, int year, String boundary, String unit, int group) {}

  private final Country country;
  private final Years years;
  private final Facts facts;
  private final Units units;
  private final Groups groups = new Groups();
  private final Map<Cell, long[]> sums = new HashMap<>();

  /** An empty tally of years of reporting. */
  public Tally(Country country, Years years) {
    this.country = country;
    this.years = years;
    facts = new Facts(years.to());
    units = new Units();
  }

  /** Counts of one province's lives. Not for several threads; each has its own. */
  public Part part() {
    return new Part();
  }

  /** Counts lives until they are added. */
  public final class Part {
    private final Map<Bin, int[]> bins = new HashMap<>();

    private Part() {}

    /** Counts a life. */
    public void add(Life life) {
      facts.read(
          life,
          (basis, year, place, found) -> {
            if (found != 0 && year >= years.from() && year <= years.to()) {
              Person person = life.person();
              count(new Bin(basis, year, place, ALL, found));
              for (int group : groupsOf(person, basis, place)) {
                count(new Bin(basis, year, place, group, found));
              }
            }
          });
    }

    private void count(Bin bin) {
      bins.computeIfAbsent(bin, key -> new int[1])[0]++;
    }

    /** Adds what was counted to the tally. */
    public void finish() {
      bins.forEach((bin, count) -> Tally.this.add(bin, count[0]));
    }
  }

  private int[] groupsOf(Person person, Facts.Basis basis, int place) {
    boolean isSchool = basis != Facts.Basis.ENROLMENT;
    School school = isSchool ? country.schools().get(place) : null;
    Institution institution = isSchool ? null : country.institutions().get(place);
    String ownership =
        school != null ? school.ownership() : institution == null ? "" : institution.ownership();
    int origin = school != null ? school.origin() : institution == null ? 0 : institution.origin();
    boolean isAtHome = country.schools().get(person.home()).origin() == origin;
    return groups.of(person, ownership, isAtHome);
  }

  private synchronized void add(Bin bin, int persons) {
    LocalDate day = LocalDate.of(bin.year(), 5, 31);
    boolean isSchool = bin.basis() != Facts.Basis.ENROLMENT;
    Place then = isSchool ? school(bin, day) : institution(bin, day);
    Place now = isSchool ? school(bin, Way.TODAY) : institution(bin, Way.TODAY);
    List<String> asWas = units.of(then, day, bin.group() == ALL);
    List<String> today = units.of(now, Way.TODAY, bin.group() == ALL);
    for (int i = 0; i < Indicator.ALL.size(); i++) {
      Indicator indicator = Indicator.ALL.get(i);
      if (indicator.isAsked(bin.facts())) {
        int counted = indicator.isCounted(bin.facts()) ? persons : 0;
        boolean isUnknown = (bin.facts() & Fact.WENT_UNKNOWN.bit()) != 0;
        long[] more = {counted, persons, isUnknown ? persons : 0};
        for (String unit : asWas) {
          add(new Cell(i, bin.basis(), bin.year(), "as_was", unit, bin.group()), more);
        }
        for (String unit : today) {
          add(new Cell(i, bin.basis(), bin.year(), "today", unit, bin.group()), more);
        }
      }
    }
  }

  private Place school(Bin bin, LocalDate day) {
    return country.schools().get(bin.place()).place(day);
  }

  private Place institution(Bin bin, LocalDate day) {
    return country.institutions().get(bin.place()).place(day);
  }

  private void add(Cell cell, long[] more) {
    long[] sum = sums.computeIfAbsent(cell, key -> new long[3]);
    for (int i = 0; i < sum.length; i++) {
      sum[i] += more[i];
    }
  }

  /** Writes the sums, in the order of their keys. */
  public void write(Path file) throws IOException {
    Map<String, Map.Entry<Cell, long[]>> sorted = new TreeMap<>();
    for (Map.Entry<Cell, long[]> entry : sums.entrySet()) {
      Cell cell = entry.getKey();
      String key =
          "%03d/%s/%d/%s/%s/%03d"
              .formatted(
                  cell.indicator(),
                  cell.basis(),
                  cell.year(),
                  cell.boundary(),
                  cell.unit(),
                  cell.group());
      sorted.put(key, entry);
    }
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
      for (Map.Entry<Cell, long[]> entry : sorted.values()) {
        Cell cell = entry.getKey();
        long[] sum = entry.getValue();
        table.add(
            Indicator.ALL.get(cell.indicator()).id(),
            cell.year(),
            cell.basis().name().toLowerCase(Locale.ROOT),
            cell.boundary(),
            cell.unit(),
            groups.breakdown(cell.group()),
            groups.member(cell.group()),
            sum[0],
            sum[1],
            sum[2]);
      }
    }
  }
}
