package vn.phanluong.synthetic.country;

import java.time.LocalDate;
import java.time.Month;
import java.util.List;

/** A school or a continuing-education centre over all years. School years by their first year. */
public final class School {
  private final Facts facts;
  private final Past past;
  private final CareerGuidance guidance;

  /**
   * What never changes.
   *
   * @param thcs expected new pupils a year in grade 6, 0 where it teaches none
   * @param thpt the same in grade 10
   * @param gdtx the same in grade 10 of continuing education
   */
  record Facts(
      int number,
      int origin,
      String kind,
      String ownership,
      double thcs,
      double thpt,
      double gdtx,
      double lean) {
    double grade10() {
      return thpt + gdtx;
    }

    Facts leaningLess(double by) {
      return new Facts(number, origin, kind, ownership, thcs, thpt, gdtx, lean - by);
    }

    /** In all grades, if nobody left: four of lower and three of upper secondary. */
    double pupils() {
      return 4 * thcs + 3 * grade10();
    }
  }

  /** What stands on its sign, and where, from a school year on. */
  record Sign(int from, String code, String name, Spot spot) {}

  /**
   * The school years it is open in.
   *
   * @param before number of the school its pupils sit in before it opens
   * @param until first year it is closed in
   * @param after number of the school its pupils sit in then
   */
  record Life(int from, int before, int until, int after) {
    static Life always(int number) {
      return new Life(Integer.MIN_VALUE, number, Integer.MAX_VALUE, number);
    }
  }

  /** Another school's pupils who sit in this one in some school years, the last not included. */
  record Guest(int from, int until, Facts whole) {
    boolean sitsIn(int schoolYear) {
      return from <= schoolYear && schoolYear < until;
    }
  }

  /** All that happens to it. */
  record Past(Life life, List<Sign> signs, List<SchoolEvent> events, List<Guest> guests) {}

  School(Facts facts, Past past, CareerGuidance guidance) {
    this.facts = facts;
    this.past = past;
    this.guidance = guidance;
  }

  public int number() {
    return facts.number();
  }

  /** Number of the province of 2017 it lies in. */
  public int origin() {
    return facts.origin();
  }

  /** Code of {@code school_type.csv}. */
  public String kind() {
    return facts.kind();
  }

  /** Code of {@code ownership.csv}. */
  public String ownership() {
    return facts.ownership();
  }

  public boolean teaches(Level level) {
    return intake(level) > 0;
  }

  /** Expected new pupils a year of the level's first grade, at the country's scale. */
  public double intake(Level level) {
    return switch (level) {
      case THCS -> facts.thcs();
      case THPT -> facts.thpt();
      case GDTX -> facts.gdtx();
    };
  }

  /** Its own pull towards vocational training, in logits; 0 on average over pupils. */
  public double lean() {
    return facts.lean();
  }

  public String code(int schoolYear) {
    return sign(schoolYear).code();
  }

  public String name(int schoolYear) {
    return sign(schoolYear).name();
  }

  /** Where it is on a day, in the units of that day. */
  public Place place(LocalDate day) {
    return spot(day).on(day);
  }

  Spot spot(LocalDate day) {
    return sign(day.getMonthValue() < Month.JULY.getValue() ? day.getYear() - 1 : day.getYear())
        .spot();
  }

  private Sign sign(int schoolYear) {
    List<Sign> signs = past.signs();
    int i = signs.size() - 1;
    while (i > 0 && signs.get(i).from() > schoolYear) {
      i--;
    }
    return signs.get(i);
  }

  /** Number of the school its pupils sit in: itself while it is open. */
  public int standsIn(int schoolYear) {
    Life life = past.life();
    if (schoolYear < life.from()) {
      return life.before();
    }
    return schoolYear < life.until() ? number() : life.after();
  }

  public boolean isOpen(int schoolYear) {
    return standsIn(schoolYear) == number();
  }

  /** What its rows tell of it, earliest first. */
  public List<SchoolEvent> events() {
    return past.events();
  }

  /** True with a career programme tied to local production; once begun it is kept. */
  public boolean hasCareerProgramme(int schoolYear) {
    return guidance.hasProgramme(number(), schoolYear);
  }

  /** Teachers who counsel on careers beside their subject. */
  public int counsellors(int schoolYear) {
    if (!isOpen(schoolYear)) {
      return 0;
    }
    double pupils = facts.pupils();
    for (Guest guest : past.guests()) {
      pupils += guest.sitsIn(schoolYear) ? guest.whole().pupils() : 0;
    }
    return guidance.counsellors(number(), schoolYear, pupils);
  }

  /** Of the counsellors those who meet the requirements. */
  public int counsellorsQualified(int schoolYear) {
    return guidance.qualified(number(), schoolYear, counsellors(schoolYear));
  }

  /** Of the counsellors those trained in the year. */
  public int counsellorsTrained(int schoolYear) {
    return guidance.trained(number(), schoolYear, counsellors(schoolYear));
  }

  /** Places in grade 10 it is allotted, 0 if it has no grade 10. */
  public int quota10(int schoolYear) {
    double places = facts.grade10();
    for (Guest guest : past.guests()) {
      places += guest.sitsIn(schoolYear) ? guest.whole().grade10() : 0;
    }
    return !isOpen(schoolYear) || places == 0 ? 0 : (int) Math.max(1, Math.round(places));
  }
}
