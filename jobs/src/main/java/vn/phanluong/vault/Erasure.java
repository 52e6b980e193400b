package vn.phanluong.vault;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.regexp_replace;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import vn.phanluong.definition.Contract;
import vn.phanluong.definition.Pseudonym;
import vn.phanluong.runtime.KeyRing;
import vn.phanluong.runtime.TableStore;

/**
 * Forgets one person (right to erasure, Law 91/2025/QH15). What was counted stays counted, under a
 * token of nobody; identities and the delivered files that name the person are destroyed, and with
 * the earlier versions of tables what pinned releases could still show.
 */
public final class Erasure {
  private static final String FORM = Pseudonym.FORM.pattern();

  private final TableStore store;
  private final KeyRing keys;

  /**
   * What was erased.
   *
   * @param rows rows of raw that named the person
   * @param files delivered files destroyed
   * @param tables raw tables in which rows changed
   */
  public record Erased(long rows, int files, List<Contract> tables) {}

  public Erasure(TableStore store, KeyRing keys) {
    this.store = store;
    this.keys = keys;
  }

  /**
   * Erases who has an identity, such as a learner code, under every code that stands in a row with
   * it; a second call finds nothing.
   *
   * @param field name of the identity's field
   * @param value the identity, as contracts read it
   */
  public Erased run(String field, String value) {
    Set<String> asked = Set.of(keys.pseudonym(field, value));
    Set<String> others = tokensBeside(asked);
    String nobody = keys.tokenOfNobody();
    Set<String> files = new TreeSet<>();
    Set<Contract> changed = new LinkedHashSet<>();
    long rows = 0;
    // The rows that name what was asked for last: a run that was killed finds by them what is left.
    for (Set<String> tokens : List.of(others, asked)) {
      for (Contract table : Rotation.tokenTables()) {
        List<Row> found = rowsOf(table, tokens);
        if (!found.isEmpty()) {
          rows += found.size();
          changed.add(table);
          files.addAll(destroyed(found));
          store.update(
              table,
              holdsAny(tokens),
              Map.of("record", regexp_replace(col("record"), lit(FORM), lit(nobody))));
        }
      }
    }
    Rotation.tokenTables().forEach(store::forgetEarlierVersions);
    return new Erased(rows, files.size(), List.copyOf(changed));
  }

  /** Other tokens of rows that hold one of the given: the person's other codes. */
  private Set<String> tokensBeside(Set<String> tokens) {
    Set<String> beside = new TreeSet<>();
    for (Contract table : Rotation.tokenTables()) {
      for (Row row : rowsOf(table, tokens)) {
        Pseudonym.FORM.matcher(row.getString(2)).results().forEach(it -> beside.add(it.group()));
      }
    }
    beside.removeAll(tokens);
    return beside;
  }

  private Set<String> destroyed(List<Row> rows) {
    Set<String> submissions = new TreeSet<>();
    rows.forEach(row -> submissions.add(row.getString(0)));
    new Identities(store).delete(isOneOf(rows));
    new Links(store).forget(rows);
    new Archive(store, keys).destroy(submissions, "erasure");
    return submissions;
  }

  private List<Row> rowsOf(Contract table, Set<String> tokens) {
    return store
        .read(table)
        .where(holdsAny(tokens))
        .select("submission_id", "row_number", "record")
        .collectAsList();
  }

  private static Column holdsAny(Set<String> tokens) {
    return tokens.stream().map(col("record")::contains).reduce(lit(false), Column::or);
  }

  private static Column isOneOf(List<Row> rows) {
    return rows.stream()
        .map(
            row ->
                col("submission_id")
                    .equalTo(row.getString(0))
                    .and(col("row_number").equalTo(row.getInt(1))))
        .reduce(lit(false), Column::or);
  }
}
