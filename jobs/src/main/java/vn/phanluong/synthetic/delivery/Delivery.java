package vn.phanluong.synthetic.delivery;

import java.time.LocalDate;
import java.util.List;

/**
 * One report: what one reporter sends of one dataset, period, part and round.
 *
 * @param period the year it is about; a school year by the year it begins in
 * @param reporterKey region of the reporter on the day it is sent
 * @param reporter its office, for the title: «Sở Giáo dục và Đào tạo tỉnh Long An»
 * @param subperiod A1, S1 or S2
 * @param fields names of the contract's fields that this reporter has, in its order of columns
 * @param due last day by the rule
 * @param sent day it was sent
 */
public record Delivery(
    String dataset,
    int period,
    String reporterKey,
    String reporter,
    String subperiod,
    int round,
    Coverage coverage,
    List<String> fields,
    LocalDate due,
    LocalDate sent) {

  /** What it does to earlier ones of its scope. */
  public enum Coverage {
    FULL,
    ADDITION,
    CORRECTION
  }
}
