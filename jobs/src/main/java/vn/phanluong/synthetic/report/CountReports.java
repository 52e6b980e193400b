package vn.phanluong.synthetic.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.phanluong.synthetic.Draws;
import vn.phanluong.synthetic.Parameters;
import vn.phanluong.synthetic.country.Country;
import vn.phanluong.synthetic.country.Level;
import vn.phanluong.synthetic.country.Place;
import vn.phanluong.synthetic.country.School;

/**
 * What provinces tell in counts: completers and where they went, school by school, before persons
 * are reported; and afterwards of those whom no register of persons holds.
 */
public final class CountReports {
  /** Ways that stay counts when persons are reported. */
  private static final Set<String> IN_NO_REGISTER = Set.of("WORK", "MILITARY", "ABROAD");

  private static final Set<String> TRAINING = Set.of("SC", "THN", "TC", "CD", "DUAL");

  private static final List<String> OWN_DEFINITIONS =
      List.of(
          "Nhập học lần đầu đến 31/12, cơ sở GDNN trong và ngoài tỉnh",
          "Nhập học đến 31/12 tại cơ sở GDNN trong tỉnh",
          "Đăng ký học nghề đến 31/12, kể cả chưa nhập học");

  private final Country country;
  private final Draws draws;
  private final Adoption adoption;
  private final Census census;
  private final double halfYears;
  private final double unknown;
  private final double outsideProvince;
  private final double registeredOnly;
  private final Map<String, Double> targets;

  public CountReports(
      Country country, Draws draws, Adoption adoption, Census census, Parameters parameters) {
    this.country = country;
    this.draws = draws;
    this.adoption = adoption;
    this.census = census;
    halfYears = parameters.of("provinces_reporting_half_years");
    unknown = parameters.of("destination_not_traced");
    outsideProvince = parameters.of("vocational_in_other_province");
    registeredOnly = parameters.of("registered_and_never_came");
    targets = parameters.table("reports_just_above_target");
  }

  /** The counts of all schools of a province for a year. */
  public void of(int origin, int year, Outbox outbox) {
    int extra = extra(origin, year);
    for (Level level : Level.values()) {
      for (School school : country.schools(origin, level)) {
        int completers = census.completers(school.number(), year, level);
        if (completers > 0 && !adoption.isSilent(school, year)) {
          completers(school, year, level, completers, outbox);
          destinations(school, year, level, level == Level.THCS ? extra : 0, outbox);
          extra = level == Level.THCS ? 0 : extra;
        }
      }
    }
  }

  /**
   * Persons a province adds to its first school to stand just above a registered target that it
   * would miss by little: real series bunch there.
   */
  private int extra(int origin, int year) {
    String code = country.provinces().get(origin).code();
    Double target = targets.get(code + "/" + year);
    if (target == null) {
      return 0;
    }
    int all = 0;
    int trained = 0;
    for (School school : country.schools(origin, Level.THCS)) {
      all += census.completers(school.number(), year, Level.THCS);
      for (int i = 0; i < Census.DESTINATIONS.length; i++) {
        boolean counts = TRAINING.contains(Census.DESTINATIONS[i]);
        trained += counts ? told(school, year, Level.THCS, i, false) : 0;
      }
    }
    int missing = (int) Math.ceil(target / 100 * all) - trained;
    return missing > 0 && missing <= 0.05 * all ? missing : 0;
  }

  private void completers(School school, int year, Level level, int persons, Outbox outbox) {
    if (!adoption.isCounted(school.origin(), year)) {
      return;
    }
    List<String> values = start(school, year, level);
    values.add(Integer.toString(persons));
    values.add("school");
    values.add(LocalDate.of(year, 9, 30).toString());
    outbox.put(address(Dataset.GRADUATE_COUNT, school, year), -1, record(school, level, 0), values);
  }

  private void destinations(School school, int year, Level level, int extra, Outbox outbox) {
    boolean isHalfReported = draws.share("half years", school.origin()) < halfYears;
    for (int i = 0; i < Census.DESTINATIONS.length; i++) {
      String destination = Census.DESTINATIONS[i];
      if (!adoption.isCounted(school.origin(), year) && !IN_NO_REGISTER.contains(destination)) {
        continue;
      }
      Address address = address(Dataset.DESTINATION_COUNT, school, year);
      int half = told(school, year, level, i, true);
      if (isHalfReported && half > 0) {
        put(outbox, address.part("S1"), new Cell(school, level, i, half));
      }
      int all = told(school, year, level, i, false) + (destination.equals("TC") ? extra : 0);
      // A way told in summer and by nobody in December is told as none: it must not stand alone.
      if (all > 0 || (isHalfReported && half > 0)) {
        put(outbox, address, new Cell(school, level, i, all));
      }
    }
  }

  /**
   * Schools do not trace everybody: some of those who left the schools' sight are told as unknown.
   */
  private int told(School school, int year, Level level, int destination, boolean isHalf) {
    int last = Census.DESTINATIONS.length - 1;
    if (destination < last) {
      return traced(school, year, level, destination, isHalf);
    }
    int lost = 0;
    for (int i = 0; i < last; i++) {
      lost +=
          census.persons(school.number(), year, level, i, isHalf)
              - traced(school, year, level, i, isHalf);
    }
    return Math.max(0, census.persons(school.number(), year, level, last, isHalf) + lost);
  }

  private int traced(School school, int year, Level level, int destination, boolean isHalf) {
    int persons = census.persons(school.number(), year, level, destination, isHalf);
    String name = Census.DESTINATIONS[destination];
    if (persons == 0 || name.equals("THPT") || name.equals("GDTX")) {
      return persons;
    }
    double share = unknown * (0.5 + draws.share("traced", school.number(), year));
    double own = TRAINING.contains(name) ? differs(definition(school)) : 0;
    return (int) Math.round(persons * (1 - share - own));
  }

  /** A number of persons of a school who went one way. */
  private record Cell(School school, Level level, int destination, int persons) {}

  private void put(Outbox outbox, Address address, Cell cell) {
    School school = cell.school();
    Level level = cell.level();
    int destination = cell.destination();
    int year = address.period();
    List<String> values = start(school, year, level);
    values.add(Census.DESTINATIONS[destination]);
    values.add(Integer.toString(cell.persons()));
    values.add("school");
    boolean isHalf = address.subperiod().equals("S1");
    values.add((isHalf ? LocalDate.of(year, 8, 31) : LocalDate.of(year, 12, 31)).toString());
    values.add(OWN_DEFINITIONS.get(definition(school)));
    outbox.put(address, -1, record(school, level, destination + 1) * 2 + (isHalf ? 1 : 0), values);
  }

  /** Which definition the province goes by. */
  private int definition(School school) {
    double drawn = draws.share("definition", school.origin());
    return drawn < 0.7 ? 0 : drawn < 0.9 ? 1 : 2;
  }

  /** The share of those in training whom a definition leaves out; below 0 where it counts more. */
  private double differs(int definition) {
    return definition == 0 ? 0 : definition == 1 ? outsideProvince : -registeredOnly;
  }

  private List<String> start(School school, int year, Level level) {
    Place place = school.place(LocalDate.of(year, 5, 31));
    List<String> values = new ArrayList<>(10);
    values.add(Integer.toString(year));
    values.add(place.province());
    values.add(place.district() == null ? "" : place.district());
    values.add(school.name(year - 1));
    values.add(level.name());
    return values;
  }

  private Address address(Dataset dataset, School school, int year) {
    Place place = school.place(LocalDate.of(year, 5, 31));
    return Address.full(dataset, year, adoption.province(place));
  }

  private static int record(School school, Level level, int part) {
    return (school.number() * 3 + List.of(Level.values()).indexOf(level)) * 16 + part;
  }
}
