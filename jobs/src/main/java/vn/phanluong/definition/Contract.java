package vn.phanluong.definition;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One table, as its contract describes it.
 *
 * @param id {@code stage.table}
 * @param fields what a delivered file of this dataset holds; empty after {@code raw}
 * @param layouts shapes of delivered files that carry no header
 * @param rows what is asked of a delivered row beyond its cells
 * @param headerForms headers that mean a field only together or only in some years
 * @param reads tables the builder may read, {@code reference.x} for a reference list
 * @param slice columns that name the part of the table one build replaces; empty: the whole table
 * @param accumulation what figures of a part of the year count unless a delivery says otherwise:
 *     {@code cumulative} from the first day of the year, or {@code discrete}
 * @param yearChange how far rows may change from year to year, or null if nothing is asked
 * @param text the contract as written, for fingerprints
 */
public record Contract(
    String id,
    String version,
    String purpose,
    String grain,
    String limitations,
    List<Column> columns,
    List<Field> fields,
    List<FileLayout> layouts,
    RowRules rows,
    List<HeaderForm> headerForms,
    List<String> key,
    List<String> partition,
    List<String> slice,
    List<String> reads,
    List<Rule> rules,
    String accumulation,
    @Nullable YearChange yearChange,
    String text) {

  /** Column of the person a row is about, under one key in all tables of {@code star}. */
  public static final String PERSON = "learner_key";

  public String stage() {
    return id.substring(0, id.indexOf('.'));
  }

  /** The table's name without its stage; of a raw table, the dataset. */
  public String table() {
    return id.substring(id.indexOf('.') + 1);
  }

  /** True if each row is about one person; before {@code star} the column holds only a code. */
  public boolean isOfPersons() {
    return stage().equals("star") && columnNames().contains(PERSON);
  }

  /**
   * The columns in whose order rows lie in each partition: those by which rows of few persons are
   * sought. Empty if none are.
   */
  public List<String> order() {
    if (isOfPersons()) {
      return List.of(PERSON);
    }
    return stage().equals("clean") && columnNames().contains(PERSON)
        ? List.of("submission_id", "row_number")
        : List.of();
  }

  /**
   * True if a build makes the table. Raw tables, the vault and ledgers are written by loading; an
   * {@code ops} table that reads a list is made of it.
   */
  public boolean isBuilt() {
    boolean isWrittenAtTheDoor = Set.of("raw", "vault").contains(stage());
    return !isWrittenAtTheDoor && !(stage().equals("ops") && reads.isEmpty());
  }

  /** The same dataset, its rows counted in places no smaller than a district. */
  public Contract withoutCommunes() {
    return new Contract(
        id,
        version,
        purpose,
        grain,
        limitations,
        columns,
        fields,
        layouts,
        rows.withoutCommunes(),
        headerForms,
        key,
        partition,
        slice,
        reads,
        rules,
        accumulation,
        yearChange,
        text);
  }

  public List<String> columnNames() {
    return columns.stream().map(Column::name).toList();
  }

  /** Column list as Spark DDL, all nullable: the shape a builder must return. */
  public String shapeDdl() {
    return columns.stream()
        .map(column -> "`%s` %s".formatted(column.name(), column.type()))
        .collect(Collectors.joining(", "));
  }
}
