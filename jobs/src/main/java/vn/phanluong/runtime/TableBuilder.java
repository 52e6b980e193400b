package vn.phanluong.runtime;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Builds one table from the tables its contract reads. The class carries the table's name: {@code
 * star.fct_exam} is built by {@code star.FctExam}.
 */
public interface TableBuilder {

  /**
   * The rows of the table, or of those of its slices that are to be made anew: the inputs hold just
   * what these need. Gives the same rows however often and in whatever order inputs arrive.
   */
  Dataset<Row> build(Inputs in);
}
