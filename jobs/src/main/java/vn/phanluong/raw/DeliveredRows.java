package vn.phanluong.raw;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
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
import vn.phanluong.reading.CloseableIterator;
import vn.phanluong.reading.FileScreener;
import vn.phanluong.reading.Finding;
import vn.phanluong.reading.Recognition;
import vn.phanluong.reading.ScreenedRecord;
import vn.phanluong.reading.UnreadableFile;

/** Every record of delivered files as rows of {@code raw}: one task a file, one pass. */
final class DeliveredRows {
  private DeliveredRows() {}

  static Dataset<Row> of(SparkSession spark, Contract contract, List<Delivery> deliveries) {
    // Largest first, so that no core is left alone with the longest file at the end.
    List<Delivery> bySize =
        deliveries.stream().sorted(Comparator.comparingLong(Delivery::bytes).reversed()).toList();
    JavaRDD<Row> rows =
        JavaSparkContext.fromSparkContext(spark.sparkContext())
            .parallelize(bySize, bySize.size())
            .flatMap((FlatMapFunction<Delivery, Row>) FileRows::new);
    return spark.createDataFrame(rows, StructType.fromDDL(contract.shapeDdl()));
  }

  /** The rows of one file; a file that breaks off ends in one rejected row that says so. */
  private static final class FileRows implements Iterator<Row> {
    private final Delivery delivery;
    private final Recognition.Recognised recognised;
    private final CloseableIterator<ScreenedRecord> records;
    private @Nullable Row next;
    private boolean isBroken;

    FileRows(Delivery delivery) {
      this.delivery = delivery;
      this.recognised = (Recognition.Recognised) delivery.recognition();
      this.records = FileScreener.records(Path.of(delivery.path()), recognised);
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
          ScreenedRecord record = records.next();
          return row(
              record.rowNumber(), record.status().text(), record.findings(), record.record());
        }
      } catch (UnreadableFile e) {
        isBroken = true;
        return row(0, "rejected", List.of(e.finding()), "");
      }
      records.close();
      return null;
    }

    private Row row(int rowNumber, String status, List<Finding> findings, String record) {
      return RowFactory.create(
          recognised.scope().period(),
          recognised.scope().reporterCode(),
          delivery.submissionId(),
          recognised.layout().sheet(),
          rowNumber,
          status,
          findings.isEmpty() ? null : Finding.toJson(findings),
          record);
    }
  }
}
