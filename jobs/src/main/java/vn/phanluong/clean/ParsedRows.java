package vn.phanluong.clean;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import vn.phanluong.definition.Contract;
import vn.phanluong.definition.Contracts;
import vn.phanluong.definition.Field;
import vn.phanluong.reading.Layout;
import vn.phanluong.reading.RowKey;
import vn.phanluong.reading.RowReader;
import vn.phanluong.reading.Scope;
import vn.phanluong.runtime.Inputs;

/**
 * Typed rows of a dataset: the accepted records of the submissions that stand, read again as their
 * layout in the ledger says. What a full submission stands instead of, the ledger calls superseded;
 * of an addition or a correction beside it, the row received last stands of each key.
 */
final class ParsedRows {
  private ParsedRows() {}

  /** All fields of the dataset's raw contract, after the four columns of origin. */
  static Dataset<Row> of(Inputs in, String dataset) {
    List<Row> standing = standing(in, dataset);
    return origin(typed(in, dataset, standing), standing).drop("standing");
  }

  /** The same with the part of the year and the round that the submission is about. */
  static Dataset<Row> withPart(Inputs in, String dataset) {
    List<Row> standing = standing(in, dataset);
    return origin(typed(in, dataset, standing), standing)
        .withColumn("subperiod", of(standing, "subperiod"))
        .withColumn("round", of(standing, "round").cast("smallint"))
        .withColumn("accumulation", of(standing, "accumulation"))
        .drop("standing");
  }

  /** What is the same for a whole submission is looked up, not carried by every row. */
  private static Dataset<Row> origin(Dataset<Row> typed, List<Row> standing) {
    return typed
        .withColumn("period", of(standing, "period").cast("smallint"))
        .withColumn("reporter_code", of(standing, "reporter_code"))
        .withColumn("submission_id", of(standing, "submission_id"));
  }

  private static Dataset<Row> typed(Inputs in, String dataset, List<Row> standing) {
    Map<String, List<Integer>> byScope = new TreeMap<>();
    for (int i = 0; i < standing.size(); i++) {
      byScope.computeIfAbsent(scope(standing.get(i)), key -> new ArrayList<>()).add(i);
    }
    // Only where several stand side by side need rows be compared: a national file has a million.
    List<List<Integer>> shared = byScope.values().stream().filter(it -> it.size() > 1).toList();
    List<Integer> beside = shared.stream().flatMap(List::stream).toList();
    List<Integer> alone = new ArrayList<>(IntStream.range(0, standing.size()).boxed().toList());
    alone.removeAll(beside);
    Dataset<Row> typed = typed(in, dataset, standing, alone);
    return beside.isEmpty()
        ? typed
        : typed.union(latest(typed(in, dataset, standing, beside), dataset, standing, shared));
  }

  /** In the order received. */
  private static List<Row> standing(Inputs in, String dataset) {
    return in.table("ops.submission")
        .where(col("dataset").equalTo(dataset))
        .where(not(col("status").isin("rejected", "superseded")))
        .orderBy("sequence")
        .collectAsList();
  }

  private static String scope(Row row) {
    return "%s/%s/%s/%s"
        .formatted(
            row.<Short>getAs("period"),
            row.<String>getAs("reporter_code"),
            row.<String>getAs("subperiod"),
            row.<Short>getAs("round"));
  }

  private static Dataset<Row> typed(
      Inputs in, String dataset, List<Row> standing, List<Integer> which) {
    Object[] ids =
        which.stream().map(i -> standing.get(i).<String>getAs("submission_id")).toArray();
    return in.table("raw." + dataset)
        .where(col("row_status").equalTo(lit("accepted")))
        .where(col("submission_id").isin(ids))
        .select(col("submission_id"), col("row_number"), col("record"))
        .mapPartitions(new Reread(dataset, standing), Encoders.row(schema(dataset)));
  }

  /** Of each key in a scope, the row of the submission received last. */
  private static Dataset<Row> latest(
      Dataset<Row> typed, String dataset, List<Row> standing, List<List<Integer>> shared) {
    Map<Integer, Integer> scopes = new TreeMap<>();
    for (int i = 0; i < shared.size(); i++) {
      int scope = i;
      shared.get(i).forEach(position -> scopes.put(position, scope));
    }
    Column scope = looked(IntStream.range(0, standing.size()).mapToObj(scopes::get));
    List<Column> key = new ArrayList<>(List.of(scope));
    Contract contract = Contracts.bundled().of("raw." + dataset);
    RowKey.of(contract).forEach(name -> key.add(col(name)));
    Column[] persons = RowKey.persons(contract).stream().map(functions::col).toArray(Column[]::new);
    Column isLast = col("standing").equalTo(col("last"));
    if (persons.length > 0) {
      // A person without any code cannot be told from another, so no row stands instead.
      Column person = functions.coalesce(persons);
      key.add(person);
      isLast = isLast.or(person.isNull());
    }
    Column last = max("standing").over(Window.partitionBy(key.toArray(Column[]::new)));
    return typed.withColumn("last", last).where(isLast).drop("last");
  }

  private static Column of(List<Row> standing, String column) {
    return looked(standing.stream().map(row -> String.valueOf(row.<Object>getAs(column))));
  }

  /** Of each standing submission a value, looked up: a chain of cases breaks at some hundreds. */
  private static Column looked(Stream<? extends @Nullable Object> values) {
    Column[] literals = values.map(functions::lit).toArray(Column[]::new);
    return literals.length == 0
        ? lit(null).cast("string")
        : element_at(functions.array(literals), col("standing").plus(1));
  }

  private static StructType schema(String dataset) {
    StringBuilder ddl = new StringBuilder("standing int, row_number int");
    for (Field field : Contracts.bundled().of("raw." + dataset).fields()) {
      ddl.append(", ").append(field.name()).append(' ').append(field.type());
    }
    return StructType.fromDDL(ddl.toString());
  }

  /** Runs inside a task; builds one reader a submission. */
  private record Reread(String dataset, List<Row> standing)
      implements MapPartitionsFunction<Row, Row> {

    @Override
    public Iterator<Row> call(Iterator<Row> records) {
      return new Rows(this, records);
    }

    private RowReader reader(int position) {
      Row ledger = standing.get(position);
      return new RowReader(
          Contracts.bundled().of("raw." + dataset),
          Layout.fromJson(ledger.getAs("layout")),
          Scope.of(ledger.getAs("reporter_code"), ledger.<Short>getAs("period")));
    }
  }

  /** One record may give several rows, so that those not asked for yet wait here. */
  private static final class Rows implements Iterator<Row> {
    private final Reread reread;
    private final Map<String, Integer> positions = new HashMap<>();
    private final Iterator<Row> records;
    private final @Nullable RowReader[] readers;
    private final Queue<Row> waiting = new ArrayDeque<>();

    Rows(Reread reread, Iterator<Row> records) {
      this.reread = reread;
      this.records = records;
      this.readers = new @Nullable RowReader[reread.standing().size()];
      for (int i = 0; i < readers.length; i++) {
        positions.put(reread.standing().get(i).getAs("submission_id"), i);
      }
    }

    @Override
    public boolean hasNext() {
      fill();
      return !waiting.isEmpty();
    }

    @Override
    public Row next() {
      fill();
      return waiting.remove();
    }

    private void fill() {
      while (waiting.isEmpty() && records.hasNext()) {
        Row record = records.next();
        int position = Objects.requireNonNull(positions.get(record.getString(0)));
        RowReader reader = readers[position];
        if (reader == null) {
          reader = reread.reader(position);
          readers[position] = reader;
        }
        int rowNumber = record.getInt(1);
        for (@Nullable Object[] values : reader.read(rowNumber, record.getString(2), found -> {})) {
          waiting.add(row(position, rowNumber, values));
        }
      }
    }

    private static Row row(int position, int rowNumber, @Nullable Object[] values) {
      Object[] cells = new Object[values.length + 2];
      cells[0] = position;
      cells[1] = rowNumber;
      System.arraycopy(values, 0, cells, 2, values.length);
      return RowFactory.create(cells);
    }
  }
}
