package vn.phanluong.synthetic.delivery;

import java.util.List;

/**
 * A row as its reporter knows it, before it is worded and soiled.
 *
 * @param person number of the person, or -1 in a dataset of counts
 * @param record which of the person's records: with the dataset a name of the row within the
 *     country
 * @param values in the order of the delivery's fields, in the form contracts store: codes, ISO
 *     dates, plain numbers, true and false; empty where nothing is known
 */
public record DeliveredRow(long person, int record, List<String> values) {}
