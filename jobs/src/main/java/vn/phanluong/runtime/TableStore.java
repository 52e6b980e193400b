package vn.phanluong.runtime;

import io.delta.tables.DeltaTable;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Observation;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import org.jspecify.annotations.Nullable;
import scala.Console;
import scala.Option;
import vn.phanluong.definition.Contract;
import vn.phanluong.definition.DdlText;

/** Reads and writes the Delta tables of a home; the only writer of them. */
public final class TableStore implements Tables {
  /** How long a superseded version stays readable. */
  static final int RETENTION_DAYS = 730;

  private final SparkSession spark;
  private final Home home;
  private final Map<String, Dataset<Row>> past = new ConcurrentHashMap<>();

  public TableStore(SparkSession spark, Home home) {
    this.spark = spark;
    this.home = home;
  }

  @Override
  public SparkSession spark() {
    return spark;
  }

  public Home home() {
    return home;
  }

  public boolean exists(Contract contract) {
    return Files.isDirectory(home.table(contract.id()).resolve("_delta_log"));
  }

  @Override
  public Dataset<Row> read(Contract contract) {
    return exists(contract)
        ? spark.read().format("delta").load(path(contract))
        : spark.createDataFrame(List.of(), StructType.fromDDL(contract.shapeDdl()));
  }

  /** The table as a past version had it; the log up to there is gone through once. */
  public Dataset<Row> read(Contract contract, long version) {
    return past.computeIfAbsent(
        path(contract) + "@" + version,
        any -> spark.read().format("delta").option("versionAsOf", version).load(path(contract)));
  }

  /** The newest version, -1 if the table was never written. */
  public long version(Contract contract) {
    return exists(contract)
        ? DeltaLog.forTable(spark, path(contract))
            .update(false, Option.empty(), Option.empty())
            .version()
        : -1;
  }

  /**
   * Replaces the given slices by rows, in one commit; a slice without rows becomes empty.
   *
   * @return the version committed and the number of rows written
   * @throws IllegalStateException if the rows have not the contract's shape
   */
  public Written replace(Contract contract, Slices slices, Dataset<Row> rows) {
    String condition = slices.condition(contract);
    return write(
        contract,
        rows,
        "overwrite",
        slices.isWhole() ? Map.of() : Map.of("replaceWhere", condition));
  }

  /**
   * Brings a table to the given rows by replacing only the partitions in which it has others, of a
   * table without partitions all or nothing; one that never was is replaced whole.
   */
  public Revised revise(Contract contract, Dataset<Row> rows) {
    if (!exists(contract) || isOutdated(contract) || !Parts.areTold(contract)) {
      return new Revised(replace(contract, Slices.WHOLE, rows), Slices.WHOLE, null);
    }
    Dataset<Row> before = read(contract);
    return revised(contract, before, before.limit(0), rows);
  }

  /** Brings a table that exists to some rows instead of others, in the partitions that differ. */
  public Revised revise(Contract contract, Revision revision) {
    Dataset<Row> before = read(contract);
    Dataset<Row> keys = revision.keys();
    return revised(
        contract,
        Inputs.among(keys, before),
        before.join(functions.broadcast(keys), Inputs.keys(keys.columns()), "left_anti"),
        revision.rows(),
        keys.columns());
  }

  /** Puts rows in the place of those that leave, where they differ, beside those that stay. */
  private Revised revised(
      Contract contract,
      Dataset<Row> leaving,
      Dataset<Row> staying,
      Dataset<Row> rows,
      String... keys) {
    // Read twice: for what differs, and for what is written of it.
    Dataset<Row> made = shaped(contract, rows).persist(StorageLevel.MEMORY_AND_DISK());
    try {
      Dataset<Row> other = Parts.differing(contract, leaving, made, keys).localCheckpoint();
      Slices differing = Parts.of(contract, other);
      Dataset<Row> differingKeys = keys.length == 0 ? null : other.selectExpr(keys);
      if (differing.isNone()) {
        return new Revised(new Written(version(contract), 0), differing, differingKeys);
      }
      Dataset<Row> changed = staying.unionByName(made).where(differing.condition(contract));
      return new Revised(replace(contract, differing, changed), differing, differingKeys);
    } finally {
      made.unpersist();
    }
  }

  /** The tables as past versions had them; one of which no version is given, as it stands. */
  public Tables asOf(Map<String, Long> versions) {
    return new Tables() {
      @Override
      public SparkSession spark() {
        return spark;
      }

      @Override
      public Dataset<Row> read(Contract contract) {
        Long version = versions.get(contract.id());
        return version == null
            ? TableStore.this.read(contract)
            : TableStore.this.read(contract, version);
      }
    };
  }

  /** Adds rows in one commit. */
  public Written append(Contract contract, Dataset<Row> rows) {
    return write(contract, rows, "append", Map.of());
  }

  /**
   * Adds rows, in one commit; one whose key the table holds stands instead of that row.
   *
   * @param rows each key at most once
   */
  public void merge(Contract contract, Dataset<Row> rows) {
    if (!exists(contract)) {
      spark.sql(DdlText.createTable(contract, path(contract), RETENTION_DAYS));
    }
    String isSame =
        String.join(
            " AND ", contract.key().stream().map("t.`%1$s` = s.`%1$s`"::formatted).toList());
    DeltaTable.forPath(spark, path(contract))
        .as("t")
        .merge(shaped(contract, rows).as("s"), isSame)
        .whenMatched()
        .updateAll()
        .whenNotMatched()
        .insertAll()
        .execute();
  }

  /** Removes the rows that meet a condition, in one commit. */
  public void delete(Contract contract, Column condition) {
    DeltaTable.forPath(spark, path(contract)).delete(condition);
  }

  /** Sets columns of the rows that meet a condition, in one commit. */
  public void update(Contract contract, Column condition, Map<String, Column> columns) {
    if (exists(contract)) {
      DeltaTable.forPath(spark, path(contract)).update(condition, columns);
    }
  }

  /** Deletes every file that only earlier versions of the table hold: those cannot be read then. */
  public void forgetEarlierVersions(Contract contract) {
    past.clear();
    if (exists(contract)) {
      String check = "spark.databricks.delta.retentionDurationCheck.enabled";
      spark.conf().set(check, "false");
      try {
        // Delta says on standard output how many files it deleted; only results belong there.
        Console.withOut(
            OutputStream.nullOutputStream(),
            () -> DeltaTable.forPath(spark, path(contract)).vacuum(0));
      } finally {
        spark.conf().unset(check);
      }
    }
  }

  /** Writes rows of a table to another place, as a Delta table of its own. */
  public void copy(Contract contract, Dataset<Row> rows, Path target) {
    spark.sql(DdlText.createTable(contract, target.toString(), RETENTION_DAYS));
    shaped(contract, rows)
        .coalesce(1)
        .write()
        .format("delta")
        .mode("append")
        .save(target.toString());
  }

  private Written write(
      Contract contract, Dataset<Row> rows, String mode, Map<String, String> options) {
    boolean isWhole = mode.equals("overwrite") && options.isEmpty();
    boolean isEmpty = !exists(contract) || (isWhole && isOutdated(contract));
    if (!exists(contract)) {
      spark.sql(DdlText.createTable(contract, path(contract), RETENTION_DAYS));
    } else if (isEmpty) {
      spark.sql(DdlText.replaceTable(contract, path(contract), RETENTION_DAYS));
    }
    Observation written = new Observation();
    Parts.ordered(contract, shaped(contract, rows))
        .observe(written, functions.count(functions.lit(1)).as("rows"))
        .write()
        .format("delta")
        // A table just made has nothing to replace, and appending spares the search for it.
        .mode(isEmpty ? "append" : mode)
        .options(isEmpty ? Map.of() : options)
        .save(path(contract));
    return new Written(version(contract), rows(written));
  }

  /** A table that is replaced whole takes the shape its contract has now. */
  private boolean isOutdated(Contract contract) {
    Option<String> digest =
        DeltaLog.forTable(spark, path(contract))
            .update(false, Option.empty(), Option.empty())
            .metadata()
            .configuration()
            .get(DdlText.DIGEST);
    return !digest.contains(DdlText.digest(contract, RETENTION_DAYS));
  }

  private static long rows(Observation written) {
    try {
      return ((Number) Objects.requireNonNull(written.getAsJava().get("rows"))).longValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Gates the shape here, before any task runs; Delta enforces NOT NULL and CHECK at write. */
  private static Dataset<Row> shaped(Contract contract, Dataset<Row> rows) {
    List<String> extra =
        List.of(rows.columns()).stream()
            .filter(column -> !contract.columnNames().contains(column))
            .toList();
    if (!extra.isEmpty()) {
      throw new IllegalStateException(
          "Cannot write %s: its builder returns columns %s that schemas/%s.yml does not have"
              .formatted(contract.id(), extra, contract.id().replace('.', '/')));
    }
    return rows.to(StructType.fromDDL(contract.shapeDdl()));
  }

  private String path(Contract contract) {
    return home.table(contract.id()).toString();
  }

  /**
   * What one commit did.
   *
   * @param version Delta version committed
   * @param rows rows written
   */
  public record Written(long version, long rows) {}

  /**
   * What a table made anew turned out to be.
   *
   * @param written the commit; its version is the one before if nothing differed
   * @param differing the parts that are not as they were
   * @param keys of a revision those whose rows are not as they were; null of a whole table
   */
  public record Revised(Written written, Slices differing, @Nullable Dataset<Row> keys) {}
}
