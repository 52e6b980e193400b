package vn.phanluong.synthetic.delivery;

import java.util.List;
import vn.phanluong.synthetic.Draws;
import vn.phanluong.synthetic.Parameters;

/** Which delivery of a year carries which dirt. */
public final class DirtPlan {
  private DirtPlan() {}

  /**
   * Draws the plan of one year of reporting.
   *
   * @param deliveries all of the period year; their order does not matter
   */
  public static DirtPlan of(
      Draws draws, Parameters parameters, int year, List<Delivery> deliveries) {
    return new DirtPlan();
  }

  /** No dirt at all. */
  public static DirtPlan clean() {
    return new DirtPlan();
  }
}
