package vn.phanluong.synthetic.report;

import vn.phanluong.synthetic.delivery.Delivery.Coverage;

/**
 * The delivery a row belongs to.
 *
 * @param year whose knowledge it is: made with that year and never touched by later ones
 * @param period the year it is about
 * @param reporterKey region of the reporter
 * @param lead number of the first province of 2017 under the reporter: reports of one lead are made
 *     together
 * @param agency which of the office's two predecessors sends it, or empty
 */
public record Address(
    Dataset dataset,
    int year,
    int period,
    String reporterKey,
    int lead,
    String subperiod,
    int round,
    Coverage coverage,
    String agency) {

  static Address full(Dataset dataset, int year, Reporter reporter) {
    return new Address(
        dataset, year, year, reporter.key(), reporter.lead(), "A1", 1, Coverage.FULL, "");
  }

  /** The same as known a year or more later. */
  Address in(int later) {
    return new Address(
        dataset, later, period, reporterKey, lead, subperiod, round, coverage, agency);
  }

  Address part(String part) {
    return new Address(dataset, year, period, reporterKey, lead, part, round, coverage, agency);
  }

  Address round(int which) {
    return new Address(
        dataset, year, period, reporterKey, lead, subperiod, which, coverage, agency);
  }

  Address as(Coverage other, String by) {
    return new Address(dataset, year, period, reporterKey, lead, subperiod, round, other, by);
  }

  Address about(int earlier) {
    return new Address(
        dataset, year, earlier, reporterKey, lead, subperiod, round, coverage, agency);
  }

  /** A unit that reports. */
  record Reporter(String key, int lead) {}
}
