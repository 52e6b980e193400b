package vn.phanluong.runtime;

import org.apache.spark.sql.SparkSession;

/** The one place that knows how a Spark session is set up. */
public final class Sessions {
  private Sessions() {}

  /**
   * The session of this process. What spark-submit was given (master, memory) stands; without it
   * the session runs on all local cores.
   */
  public static SparkSession open(String application) {
    SparkSession.Builder builder = configured(SparkSession.builder()).appName(application);
    if (System.getProperty("spark.master") == null) {
      builder.master("local[*]");
    }
    return builder.getOrCreate();
  }

  /** The settings that results and start-up time rest on; tests use the same. */
  public static SparkSession.Builder configured(SparkSession.Builder builder) {
    int cores = Runtime.getRuntime().availableProcessors();
    return builder
        .config(
            "spark.sql.extensions",
            "io.delta.sql.DeltaSparkSessionExtension,vn.phanluong.runtime.ReadOnlyGuard")
        .config(
            "spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog")
        .config("spark.sql.catalogImplementation", "in-memory")
        .config("spark.sql.session.timeZone", "UTC")
        .config("spark.sql.ansi.enabled", "true")
        .config("spark.sql.datetime.java8API.enabled", "true")
        // Nothing lies in the default place; without this the working directory gets a folder.
        .config("spark.sql.warehouse.dir", System.getProperty("java.io.tmpdir") + "/phanluong")
        .config("spark.ui.enabled", "false")
        // Spill files hold rows; they leave nothing readable behind.
        .config("spark.io.encryption.enabled", "true")
        // The defaults (200 and 50) suit a cluster; here each task costs more than its rows.
        .config("spark.sql.shuffle.partitions", String.valueOf(Math.max(2, cores)))
        .config("spark.databricks.delta.snapshotPartitions", "1")
        // The default starts eight processes (readlink) a commit where Hadoop has no native part.
        .config("spark.delta.logStore.file.impl", "io.delta.storage.LocalLogStore")
        // A vacuum lists a table in so many tasks; the default of 10,000 takes a minute.
        .config("spark.sql.sources.parallelPartitionDiscovery.parallelism", String.valueOf(cores))
        // What is sought by few keys is told to the files, which lie in their order.
        .config("spark.sql.parquet.pushdown.inFilterThreshold", String.valueOf(Sought.MOST))
        // A slice is a small file; planning them as 4 MB each would make a task of every two.
        .config("spark.sql.files.openCostInBytes", "65536");
  }
}
