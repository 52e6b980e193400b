package vn.phanluong.synthetic.country;

import java.time.LocalDate;
import java.util.List;

/** A university or another institution of higher education, with the majors it admits to. */
public final class University {
  private final Facts facts;
  private final List<Major> majors;
  private final Spot spot;

  /**
   * What the ministry's list of universities says.
   *
   * @param weight share of the nation's new students
   */
  record Facts(int number, int origin, String code, String name, double weight) {}

  /**
   * A field of study.
   *
   * @param code seven digits as in the ministry's list of bachelor's majors
   * @param weight share of the university's new students
   */
  public record Major(String code, String name, double weight) {}

  University(Facts facts, List<Major> majors, Spot spot) {
    this.facts = facts;
    this.majors = List.copyOf(majors);
    this.spot = spot;
  }

  public int number() {
    return facts.number();
  }

  /** Number of the province of 2017 it lies in. */
  public int origin() {
    return facts.origin();
  }

  public String code() {
    return facts.code();
  }

  public String name() {
    return facts.name();
  }

  /** Share of the nation's new students. */
  public double weight() {
    return facts.weight();
  }

  public List<Major> majors() {
    return majors;
  }

  public Place place(LocalDate day) {
    return spot.on(day);
  }
}
