package vn.phanluong.vault;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.replace;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import vn.phanluong.definition.Contract;
import vn.phanluong.definition.Field;
import vn.phanluong.runtime.KeyRing;
import vn.phanluong.runtime.TableStore;

/**
 * Forgets one person (right to erasure, Law 91/2025/QH15). What was counted stays counted, under a
 * token of nobody; identities and the delivered files that name the person are destroyed, and with
 * the earlier versions of tables what pinned releases could still show.
 */
public final class Erasure {
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
   * Erases who has an identity, such as a learner code; a second call finds nothing.
   *
   * @param field name of the identity's field
   * @param value the identity, as contracts read it
   */
  public Erased run(String field, String value) {
    String token = keys.pseudonym(field, value);
    String nobody = keys.tokenOfNobody();
    Set<String> files = new TreeSet<>();
    List<Contract> changed = new ArrayList<>();
    long rows = 0;
    for (Contract table : tablesOf(field)) {
      List<Row> found = rowsOf(table, token);
      if (!found.isEmpty()) {
        rows += found.size();
        changed.add(table);
        Set<String> submissions = new TreeSet<>();
        found.forEach(row -> submissions.add(row.getString(0)));
        files.addAll(submissions);
        new Identities(store).delete(isOneOf(found));
        new Archive(store, keys).destroy(submissions, "erasure");
        // Last, because a run that was killed finds by the token what is left to do.
        store.update(
            table,
            col("record").contains(token),
            Map.of("record", replace(col("record"), lit(token), lit(nobody))));
      }
      store.forgetEarlierVersions(table);
    }
    return new Erased(rows, files.size(), changed);
  }

  private List<Row> rowsOf(Contract table, String token) {
    return store
        .read(table)
        .where(col("record").contains(token))
        .select("submission_id", "row_number")
        .collectAsList();
  }

  private static List<Contract> tablesOf(String field) {
    return Rotation.tokenTables().stream()
        .filter(
            table ->
                table.fields().stream()
                    .anyMatch(it -> it.name().equals(field) && it.door() == Field.Door.PSEUDONYM))
        .toList();
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
