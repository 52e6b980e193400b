package vn.phanluong.raw;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import vn.phanluong.definition.Contract;
import vn.phanluong.reading.AdmittedRecord;
import vn.phanluong.reading.CloseableIterator;
import vn.phanluong.reading.FileScreener;
import vn.phanluong.reading.Finding;
import vn.phanluong.reading.Recognition;
import vn.phanluong.reading.RowStatus;
import vn.phanluong.reading.UnreadableFile;
import vn.phanluong.runtime.KeyRing;
import vn.phanluong.vault.Identities;

/**
 * Every record of delivered files as rows of {@code raw}, with what leaves for the vault, in one
 * pass: large files one a task, small ones many, since a task and the file it writes cost more than
 * the list of a commune.
 */
final class DeliveredRows {
  private DeliveredRows() {}

  /** Columns after those of raw: what the vault takes. */
  private static final String SEALED = ", key_id string, sealed binary";

  /** Tasks a core, so that none waits long for the last. */
  private static final int SHARES = 4;

  /**
   * Rows of raw, and {@code key_id} and {@code sealed} for the vault; null where a record holds no
   * identity.
   *
   * @param keys where the keys lie
   * @param units takes the rows of each file by unit
   */
  static Dataset<Row> of(
      SparkSession spark,
      Contract contract,
      List<Delivery> deliveries,
      String keys,
      UnitRows units) {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    List<List<Delivery>> tasks =
        Parcels.of(deliveries, Delivery::bytes, SHARES * context.defaultParallelism());
    JavaRDD<Row> rows =
        context
            .parallelize(tasks, tasks.size())
            .flatMap((FlatMapFunction<List<Delivery>, Delivery>) List::iterator)
            .flatMap(
                (FlatMapFunction<Delivery, Row>) delivery -> new FileRows(delivery, keys, units));
    return spark.createDataFrame(rows, StructType.fromDDL(contract.shapeDdl() + SEALED));
  }

  /** The rows of one file; a file that breaks off ends in one rejected row that says so. */
  private static final class FileRows implements Iterator<Row> {
    private final Delivery delivery;
    private final Recognition.Recognised recognised;
    private final CloseableIterator<AdmittedRecord> records;
    private final KeyRing keys;
    private final UnitRows units;
    private final Map<String, Long> rowsByUnit = new HashMap<>();
    private @Nullable Row next;
    private boolean isBroken;

    FileRows(Delivery delivery, String keys, UnitRows units) {
      this.delivery = delivery;
      this.units = units;
      this.keys = KeyRing.at(keys);
      this.recognised = (Recognition.Recognised) delivery.recognition();
      this.records =
          FileScreener.admitted(Path.of(delivery.path()), recognised, this.keys::pseudonym);
      this.next = advance();
    }

    @Override
    public boolean hasNext() {
      return next != null;
    }

    @Override
    public Row next() {
      Row row = next;
      if (row == null) {
        throw new NoSuchElementException();
      }
      next = advance();
      return row;
    }

    private @Nullable Row advance() {
      try {
        if (!isBroken && records.hasNext()) {
          return row(records.next());
        }
      } catch (UnreadableFile e) {
        isBroken = true;
        return row(
            new AdmittedRecord(0, "", RowStatus.REJECTED, List.of(e.finding()), Map.of(), null));
      }
      records.close();
      units.add(new UnitRows.OfFile(delivery.submissionId(), rowsByUnit));
      return null;
    }

    private Row row(AdmittedRecord record) {
      List<Finding> findings = record.findings();
      if (record.unit() != null) {
        rowsByUnit.merge(record.unit(), 1L, Long::sum);
      }
      boolean isSealed = !record.identities().isEmpty();
      String place = Identities.place(delivery.submissionId(), record.rowNumber());
      return RowFactory.create(
          recognised.scope().period(),
          recognised.scope().reporterCode(),
          delivery.submissionId(),
          delivery.sheet(record.rowNumber()),
          record.rowNumber(),
          record.status().text(),
          findings.isEmpty() ? null : Finding.toJson(findings),
          record.record(),
          isSealed ? keys.currentId() : null,
          isSealed ? keys.sealed(Identities.json(record.identities()), place) : null);
    }
  }
}
