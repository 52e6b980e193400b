package vn.phanluong.runtime;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import vn.phanluong.definition.Contract;

/** Tables that can be read, wherever they lie. */
public interface Tables {

  SparkSession spark();

  /** The table as it stands; without rows if it was never written. */
  Dataset<Row> read(Contract contract);
}
