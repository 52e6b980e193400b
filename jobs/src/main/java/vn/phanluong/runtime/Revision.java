package vn.phanluong.runtime;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Rows of a table that take the place of others.
 *
 * @param keys one row for each value of some columns of the table; the rows that have one leave it
 * @param rows all rows that have one now
 */
public record Revision(Dataset<Row> keys, Dataset<Row> rows) {}
