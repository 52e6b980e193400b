package vn.phanluong.runtime;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import vn.phanluong.definition.Contract;
import vn.phanluong.definition.Contracts;
import vn.phanluong.definition.DefinitionProblem;
import vn.phanluong.definition.Reference;
import vn.phanluong.definition.SchemaFiles;

/**
 * What a builder may read: the tables in its contract's {@code reads}, cut to the slices wanted.
 */
public final class Inputs {
  private final Tables tables;
  private final Contract contract;
  private final Slices slices;
  private final @Nullable Sought persons;
  private final List<DefinitionProblem> faults;

  public Inputs(Tables tables, Contract contract, Slices slices) {
    this(tables, contract, slices, null, List.of());
  }

  private Inputs(
      Tables tables,
      Contract contract,
      Slices slices,
      @Nullable Sought persons,
      List<DefinitionProblem> faults) {
    this.tables = tables;
    this.contract = contract;
    this.slices = slices;
    this.persons = persons;
    this.faults = List.copyOf(faults);
  }

  /** The same, for a table from which definitions with faults are left out. */
  public Inputs without(List<DefinitionProblem> found) {
    return new Inputs(tables, contract, slices, persons, found);
  }

  /** What was found in definitions that lint and fail all the same; these are to be left out. */
  public List<DefinitionProblem> faults() {
    return faults;
  }

  /**
   * The same, where tables of persons hold some persons alone.
   *
   * @param chosen few enough for every task to hold, in a column {@code learner_key}
   */
  public Inputs of(Dataset<Row> chosen) {
    return new Inputs(tables, contract, slices, Sought.by(chosen), faults);
  }

  /** The same, cut to some slices. */
  Inputs on(Slices wanted) {
    return new Inputs(tables, contract, wanted, persons, faults);
  }

  /** True if tables of persons hold some persons alone. */
  public boolean isOfSome() {
    return persons != null;
  }

  /**
   * A table, cut to the wanted slices as far as it has their columns, and to the wanted persons if
   * it is of persons.
   *
   * @throws IllegalArgumentException if the contract does not declare it
   */
  public Dataset<Row> table(String id) {
    Dataset<Row> rows = everybody(id);
    return persons != null && Contracts.bundled().of(id).isOfPersons() ? persons.in(rows) : rows;
  }

  /** The same with all persons. */
  public Dataset<Row> everybody(String id) {
    Contract input = Contracts.bundled().of(declared(id));
    Slices shared = slices.on(input.columnNames());
    Dataset<Row> rows = tables.read(input);
    return shared.isWhole() ? rows : rows.where(shared.condition(input));
  }

  /** A table as a view, under the name that is given back, for queries to name. */
  public String view(String id) {
    String name = id.replace('.', '_');
    table(id).createOrReplaceTempView(name);
    return name;
  }

  /**
   * A reference list as text; a blank cell is null.
   *
   * @throws IllegalArgumentException if the contract does not declare it
   */
  public Dataset<Row> reference(String name) {
    declared("reference." + name);
    List<Map<String, String>> rows = Reference.rows(SchemaFiles.bundled(), name);
    Set<String> columns = new LinkedHashSet<>(rows.get(0).keySet());
    StructType schema = new StructType();
    for (String column : columns) {
      schema = schema.add(column, DataTypes.StringType);
    }
    Dataset<Row> texts =
        tables
            .spark()
            .createDataFrame(
                rows.stream().map(row -> RowFactory.create(row.values().toArray())).toList(),
                schema);
    for (String column : columns) {
      texts = texts.withColumn(column, functions.nullif(texts.col(column), functions.lit("")));
    }
    return texts;
  }

  /** A reference list's columns that the table has, cast to the table's types. */
  public Dataset<Row> typedReference(String name) {
    Dataset<Row> texts = reference(name);
    Column[] typed =
        contract.columns().stream()
            .filter(column -> List.of(texts.columns()).contains(column.name()))
            .map(column -> texts.col(column.name()).cast(column.type()).as(column.name()))
            .toArray(Column[]::new);
    return texts.select(typed);
  }

  /** Rows made by the builder itself, in the shape of its contract. */
  public Dataset<Row> rows(List<Row> rows) {
    return tables.spark().createDataFrame(rows, StructType.fromDDL(contract.shapeDdl()));
  }

  /** Of rows the columns of the table that is built, in its order. */
  public Dataset<Row> shaped(Dataset<Row> rows) {
    return rows.select(
        contract.columns().stream().map(column -> rows.col(column.name())).toArray(Column[]::new));
  }

  /** A query over temporary views the builder made of its inputs. */
  public Dataset<Row> sql(String query) {
    return tables.spark().sql(query);
  }

  public SparkSession spark() {
    return tables.spark();
  }

  /**
   * Those of some rows whose key is among some.
   *
   * @param keys few enough for every task to hold, and not worked out anew each time they are
   *     asked; their columns are the key
   */
  public static Dataset<Row> among(Dataset<Row> keys, Dataset<Row> rows) {
    return Sought.by(keys).in(rows);
  }

  /** Column names as the joins of Spark's Scala API want them. */
  public static scala.collection.immutable.Seq<String> keys(String... names) {
    return scala.jdk.javaapi.CollectionConverters.asScala(List.of(names)).toSeq();
  }

  private String declared(String id) {
    if (!contract.reads().contains(id)) {
      throw new IllegalArgumentException(
          "Cannot read %s while building %s: not in its `reads`. Add it to schemas/%s.yml."
              .formatted(id, contract.id(), contract.id().replace('.', '/')));
    }
    return id;
  }
}
