package vn.phanluong.synthetic.report;

import java.util.List;

/** Takes the rows of reports. */
@FunctionalInterface
public interface Outbox {
  /**
   * A row goes into a delivery.
   *
   * @param record number of the row among the person's rows of the dataset
   * @param values in the order of the dataset's fields
   */
  void put(Address address, long person, int record, List<String> values);
}
