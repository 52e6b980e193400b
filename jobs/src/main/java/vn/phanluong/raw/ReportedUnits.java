package vn.phanluong.raw;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.sum;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import vn.phanluong.definition.Contract;
import vn.phanluong.definition.Contracts;
import vn.phanluong.definition.Field;
import vn.phanluong.reading.RowReader;
import vn.phanluong.runtime.TableStore;

/** The places, schools or councils that accepted rows are about, read again from {@code raw}. */
final class ReportedUnits {
  /** Fields that name a unit, the smaller after the larger. */
  private static final List<String> UNIT =
      List.of(
          "region_key", "school_code", "school", "institution_code", "institution", "council_code");

  private ReportedUnits() {}

  /** The units of each submission, a unit as its larger and smaller names in this order. */
  static Map<String, Set<List<String>>> of(
      TableStore store, String dataset, List<StandingSubmissions.Standing> submissions) {
    Map<String, Set<List<String>>> units = new HashMap<>();
    rows(store, dataset, submissions, UNIT).forEach((id, rows) -> units.put(id, rows.keySet()));
    return units;
  }

  /**
   * Accepted rows of each submission by the values of certain fields, blank where there is none.
   */
  static Map<String, Map<List<String>, Long>> rows(
      TableStore store,
      String dataset,
      List<StandingSubmissions.Standing> submissions,
      List<String> fields) {
    Contract contract = Contracts.bundled().of("raw." + dataset);
    Object[] ids = submissions.stream().map(it -> it.submissionId()).toArray();
    Map<String, Map<List<String>, Long>> rows = new HashMap<>();
    if (ids.length > 0 && positions(contract, fields).length > 0) {
      store
          .read(contract)
          .where(col("submission_id").isin(ids).and(col("row_status").equalTo("accepted")))
          .select("submission_id", "row_number", "record")
          .mapPartitions(
              new Reread(dataset, List.copyOf(fields), Map.copyOf(byId(submissions))),
              Encoders.row(
                  StructType.fromDDL("submission_id string, unit array<string>, units bigint")))
          .groupBy("submission_id", "unit")
          .agg(sum("units"))
          .collectAsList()
          .forEach(
              row ->
                  rows.computeIfAbsent(row.getString(0), id -> new HashMap<>())
                      .put(List.copyOf(row.getList(1)), row.getLong(2)));
    }
    return rows;
  }

  private static Map<String, StandingSubmissions.Standing> byId(
      List<StandingSubmissions.Standing> submissions) {
    Map<String, StandingSubmissions.Standing> byId = new HashMap<>();
    submissions.forEach(each -> byId.put(each.submissionId(), each));
    return byId;
  }

  private static int[] positions(Contract contract, List<String> wanted) {
    List<String> fields = contract.fields().stream().map(Field::name).toList();
    return wanted.stream().mapToInt(fields::indexOf).filter(at -> at >= 0).toArray();
  }

  /** Runs inside a task. */
  private record Reread(
      String dataset, List<String> fields, Map<String, StandingSubmissions.Standing> submissions)
      implements MapPartitionsFunction<Row, Row> {

    @Override
    public Iterator<Row> call(Iterator<Row> records) {
      // A school is the same one whether or not its commune was written.
      Contract contract = Contracts.bundled().of("raw." + dataset).withoutCommunes();
      int[] positions = positions(contract, fields);
      Map<String, RowReader> readers = new HashMap<>();
      Map<String, Map<List<String>, Long>> found = new HashMap<>();
      while (records.hasNext()) {
        Row record = records.next();
        String id = record.getString(0);
        RowReader reader = readers.computeIfAbsent(id, it -> reader(contract, submissions.get(it)));
        for (@Nullable Object[] row :
            reader.read(record.getInt(1), record.getString(2), finding -> {})) {
          found
              .computeIfAbsent(id, it -> new HashMap<>())
              .merge(unit(row, positions), 1L, Long::sum);
        }
      }
      List<Row> rows = new ArrayList<>();
      found.forEach(
          (id, units) ->
              units.forEach(
                  (unit, count) -> rows.add(RowFactory.create(id, unit.toArray(), count))));
      return rows.iterator();
    }

    private static RowReader reader(
        Contract contract, StandingSubmissions.@Nullable Standing submission) {
      if (submission == null) {
        throw new IllegalStateException("A row of a submission that nobody asked for");
      }
      return new RowReader(contract, submission.layout(), submission.scope());
    }

    private static List<String> unit(@Nullable Object[] row, int[] positions) {
      return IntStream.of(positions)
          .mapToObj(at -> row[at] == null ? "" : String.valueOf(row[at]))
          .toList();
    }
  }
}
