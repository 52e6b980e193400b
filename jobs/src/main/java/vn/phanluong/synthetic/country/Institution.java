package vn.phanluong.synthetic.country;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A vocational institution: college, intermediate school or centre. */
public final class Institution {
  private final Facts facts;
  private final List<Course> courses;
  private final Spot spot;
  private final @Nullable School school;

  /**
   * What it is.
   *
   * @param labourCode of the Sở Lao động - Thương binh và Xã hội
   * @param educationCode of the Sở Giáo dục và Đào tạo
   */
  record Facts(
      int number,
      int origin,
      String type,
      String ownership,
      String name,
      String labourCode,
      String educationCode,
      double draw,
      double loss,
      Licence licence) {}

  /** The certificate it was registered with; without a last day for public ones. */
  public record Licence(String number, LocalDate date, @Nullable LocalDate until) {}

  /**
   * An occupation it trains at a level.
   *
   * @param occupationCode seven digits, the first of which is the level
   * @param level of {@code vocational_level.csv}
   * @param capacity intake a year the licence allows
   * @param share of the capacity registered as quota in years before 2026
   * @param shareSince2026 the same since the Law on Vocational Education of 2025 is in force
   */
  public record Course(
      String occupationCode,
      String occupation,
      String level,
      int capacity,
      double share,
      double shareSince2026) {
    private static final int NEW_LAW = 2026;

    /** Quota registered for a year; 0 in years in which the level is not offered. */
    public int quota(int year) {
      double registered = year < NEW_LAW ? share : shareSince2026;
      return registered == 0 ? 0 : (int) Math.max(1, Math.round(capacity * registered));
    }
  }

  Institution(Facts facts, List<Course> courses, Spot spot, @Nullable School school) {
    this.facts = facts;
    this.courses = List.copyOf(courses);
    this.spot = spot;
    this.school = school;
  }

  public int number() {
    return facts.number();
  }

  /** Number of the province of 2017 it lies in. */
  public int origin() {
    return facts.origin();
  }

  /** Code of {@code institution_type.csv}. */
  public String type() {
    return facts.type();
  }

  /** Code of {@code ownership.csv}. */
  public String ownership() {
    return facts.ownership();
  }

  /** The GDNN-GDTX centre among the schools that is the same organisation, or null. */
  public @Nullable School school() {
    return school;
  }

  public Place place(LocalDate day) {
    return school == null ? spot.on(day) : school.place(day);
  }

  public String name(int year) {
    return school == null ? facts.name() : school.name(year);
  }

  /**
   * Its code in one of two ministries: both had a list of vocational institutions of their own.
   *
   * @param byLabour in that of labour, which kept one until 28 February 2025
   */
  public String code(int year, boolean byLabour) {
    if (byLabour) {
      return facts.labourCode();
    }
    return school == null ? facts.educationCode() : school.code(year);
  }

  public List<Course> courses() {
    return courses;
  }

  /** Attraction relative to others: 1 in the middle. */
  public double draw() {
    return facts.draw();
  }

  /** Shift of the logit of leaving in the first year; 0 in the middle. */
  public double loss() {
    return facts.loss();
  }

  public Licence licence() {
    return facts.licence();
  }
}
