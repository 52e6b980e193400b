package vn.phanluong.raw;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.from_json;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.posexplode;
import static org.apache.spark.sql.functions.row_number;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.StructType;
import vn.phanluong.definition.Contract;
import vn.phanluong.definition.Contracts;
import vn.phanluong.reading.Finding;
import vn.phanluong.reading.FindingCode;
import vn.phanluong.reading.Recognition;
import vn.phanluong.reading.Severity;
import vn.phanluong.runtime.TableStore;

/** {@code ops.finding}: every finding of a submission, numbered in reading order. */
final class FindingTable {
  /** How many findings a receipt shows; all of them stand in the table. */
  static final int SHOWN = 5;

  /** Codes of what is found in a file beside other submissions, and by a load alone. */
  static final Object[] BESIDE = {
    FindingCode.FILE_LACKS_UNITS.id(),
    FindingCode.FILE_YEAR_CHANGE.id(),
    FindingCode.FILE_UNITS_MISSING.id()
  };

  private static final String JSON_SHAPE =
      "array<struct<code string, severity string, rowNumber int, cell string, field string, text"
          + " string, vi string, en string>>";

  private final TableStore store;
  private final Contract contract = Contracts.bundled().of("ops.finding");
  private final Map<String, Long> counts = new HashMap<>();
  private final Map<String, List<Finding>> first = new HashMap<>();

  FindingTable(TableStore store) {
    this.store = store;
  }

  /** Findings of a submission entered in this run. */
  long count(String submissionId) {
    return counts.getOrDefault(submissionId, 0L);
  }

  /** The first of them. */
  List<Finding> first(String submissionId) {
    return first.getOrDefault(submissionId, List.of());
  }

  /** What was found in files as a whole. */
  static List<Finding> ofFile(Delivery delivery) {
    if (delivery.recognition() instanceof Recognition.Rejected rejected) {
      return List.of(rejected.finding());
    }
    return ((Recognition.Recognised) delivery.recognition()).findings();
  }

  /** Enters what was found in files as a whole; comes before their rows. */
  void enterFiles(List<Delivery> deliveries) {
    enter(deliveries, FindingTable::ofFile);
  }

  /** Enters what was found in files beside other submissions; comes after their rows. */
  void enterBeside(List<Delivery> deliveries, Map<String, List<Finding>> found) {
    enter(deliveries, delivery -> found.getOrDefault(delivery.submissionId(), List.of()));
  }

  private void enter(List<Delivery> deliveries, Function<Delivery, List<Finding>> found) {
    List<Row> rows = new ArrayList<>();
    for (Delivery delivery : deliveries) {
      for (Finding finding : found.apply(delivery)) {
        int number = counts.merge(delivery.submissionId(), 1L, Long::sum).intValue();
        remember(delivery.submissionId(), finding);
        rows.add(row(delivery, number, finding));
      }
    }
    if (!rows.isEmpty()) {
      StructType shape = StructType.fromDDL(contract.shapeDdl());
      store.append(contract, store.spark().createDataFrame(rows, shape).coalesce(1));
    }
  }

  /** Enters what was found in rows just written to {@code raw}. */
  void enterRows(Dataset<Row> raw, List<Delivery> deliveries) {
    Dataset<Row> found = ofRows(raw, deliveries).cache();
    if (!found.isEmpty()) {
      store.append(contract, found);
      found
          .where(col("finding_number").leq(SHOWN))
          .orderBy("submission_id", "finding_number")
          .collectAsList()
          .forEach(row -> remember(row.getAs("submission_id"), finding(row)));
      found
          .groupBy("submission_id")
          .agg(max("finding_number"))
          .collectAsList()
          .forEach(row -> counts.put(row.getString(0), (long) row.getInt(1)));
    }
    found.unpersist();
  }

  private Dataset<Row> ofRows(Dataset<Row> raw, List<Delivery> deliveries) {
    List<Row> known =
        deliveries.stream()
            .map(
                delivery ->
                    RowFactory.create(
                        delivery.submissionId(),
                        delivery.fileName(),
                        (int) count(delivery.submissionId())))
            .toList();
    Dataset<Row> files =
        store
            .spark()
            .createDataFrame(
                known, StructType.fromDDL("submission_id string, file_name string, before int"));
    return raw.where(col("findings").isNotNull())
        .select(
            col("submission_id"),
            col("sheet"),
            posexplode(from_json(col("findings"), JSON_SHAPE, Map.of()))
                .as(new String[] {"position", "finding"}))
        .join(files, "submission_id")
        .select(
            col("submission_id"),
            row_number()
                .over(
                    Window.partitionBy("submission_id")
                        .orderBy(col("finding.rowNumber"), col("position")))
                .plus(col("before"))
                .as("finding_number"),
            col("file_name"),
            col("finding.code").as("code"),
            lower(col("finding.severity")).as("severity"),
            col("sheet"),
            col("finding.rowNumber").as("row_number"),
            col("finding.cell").as("cell"),
            col("finding.field").as("field"),
            col("finding.text").as("offending_text"),
            col("finding.vi").as("message_vi"),
            col("finding.en").as("message_en"));
  }

  private void remember(String submissionId, Finding finding) {
    List<Finding> known = first.computeIfAbsent(submissionId, id -> new ArrayList<>());
    if (known.size() < SHOWN) {
      known.add(finding);
    }
  }

  private static Row row(Delivery delivery, int number, Finding finding) {
    return RowFactory.create(
        delivery.submissionId(),
        number,
        delivery.fileName(),
        finding.code(),
        finding.severity().name().toLowerCase(Locale.ROOT),
        delivery.sheet(finding.rowNumber()),
        finding.rowNumber(),
        finding.cell(),
        finding.field(),
        finding.text(),
        finding.vi(),
        finding.en());
  }

  private static Finding finding(Row row) {
    return new Finding(
        row.getAs("code"),
        Severity.valueOf(row.<String>getAs("severity").toUpperCase(Locale.ROOT)),
        row.<Integer>getAs("row_number"),
        row.getAs("cell"),
        row.getAs("field"),
        row.getAs("offending_text"),
        row.getAs("message_vi"),
        row.getAs("message_en"));
  }
}
