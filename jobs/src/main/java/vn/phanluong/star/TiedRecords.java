package vn.phanluong.star;

import static org.apache.spark.sql.functions.inline;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import vn.phanluong.definition.Contract;
import vn.phanluong.definition.Contracts;
import vn.phanluong.runtime.Changes;
import vn.phanluong.runtime.Inputs;

/**
 * Rows of registers that changed ones are tied to by a code, by likeness or by a link of the vault,
 * over as many rows as it takes. What is tied to none of them is as it was.
 *
 * @param rows the changed rows, those that are gone too, and the tied ones
 * @param records of those that stand, as {@link LearnerRecords} has them
 */
record TiedRecords(Dataset<Row> rows, Dataset<Row> records) {
  /** A key of a row is short: so many every task can hold. */
  private static final int MOST = 10 * Changes.MOST;

  private static final String LINKS = "vault.link";

  /** Null if they are too many, or if more changed than rows of registers and links. */
  static @Nullable TiedRecords of(Changes changes) {
    Inputs in = changes.now();
    Dataset<Row> all = LearnerRecords.of(in::table);
    Dataset<Row> changed = changed(changes, all);
    if (changed == null) {
      return null;
    }
    Dataset<Row> rows = rows(changed);
    Dataset<Row> links = ends(in.table(LINKS));
    Dataset<Row> ties = ties(changed);
    Dataset<Row> tied = changed.limit(0);
    for (Dataset<Row> more = ties; !more.isEmpty(); ) {
      Dataset<Row> found = tiedBy(all, more);
      Dataset<Row> next =
          others(links, rows.union(found)).union(found).except(rows(tied)).localCheckpoint();
      if (tied.count() + next.count() > MOST) {
        return null;
      }
      tied = tied.unionByName(Inputs.among(next, all)).localCheckpoint();
      more = ties(tied).except(ties).localCheckpoint();
      ties = ties.union(more);
    }
    return new TiedRecords(rows.union(rows(tied)).distinct().localCheckpoint(), tied);
  }

  /** The changed rows as they were and as they are, and those of which a link was made or taken. */
  private static @Nullable Dataset<Row> changed(Changes changes, Dataset<Row> all) {
    List<Dataset<Row>> changed = new ArrayList<>();
    for (String id : changes.tables()) {
      Contract register = Contracts.bundled().of(id);
      if (id.equals(LINKS)) {
        changed.add(Inputs.among(rows(newAndFormer(changes)).distinct().localCheckpoint(), all));
        continue;
      }
      if (!LearnerRecords.isRegister(register)) {
        return null;
      }
      Dataset<Row> rows = LearnerRecords.changed(changes, register);
      if (rows == null) {
        return null;
      }
      for (Inputs in : List.of(changes.before(), changes.now())) {
        changed.add(LearnerRecords.of(register.table(), Inputs.among(rows, in.table(id))));
      }
    }
    Dataset<Row> both =
        changed.stream().reduce(Dataset::unionByName).orElseThrow().localCheckpoint();
    return both.count() > MOST ? null : both;
  }

  /** Ends of links that only one of two states has; how likely a link is makes no other of it. */
  private static Dataset<Row> newAndFormer(Changes changes) {
    Dataset<Row> before = ends(changes.before().table(LINKS));
    Dataset<Row> now = ends(changes.now().table(LINKS));
    return before.except(now).union(now.except(before));
  }

  /** Each link twice, from either end. */
  private static Dataset<Row> ends(Dataset<Row> links) {
    Dataset<Row> named =
        links.selectExpr(
            "dataset",
            "submission_id",
            "row_number",
            "'graduate' AS other_dataset",
            "graduate_submission_id AS other_submission_id",
            "graduate_row_number AS other_row_number");
    return named.union(
        named.select(
            "other_dataset",
            "other_submission_id",
            "other_row_number",
            "dataset",
            "submission_id",
            "row_number"));
  }

  private static Dataset<Row> others(Dataset<Row> links, Dataset<Row> rows) {
    return Inputs.among(rows, links)
        .selectExpr(
            "other_dataset AS dataset",
            "other_submission_id AS submission_id",
            "other_row_number AS row_number")
        .distinct()
        .localCheckpoint();
  }

  private static Dataset<Row> ties(Dataset<Row> records) {
    return records
        .select(inline(LearnerRecords.ties()))
        .where("tie IS NOT NULL")
        .distinct()
        .localCheckpoint();
  }

  /** Which rows ties lead to; where nothing alike ties, rows are read by their codes alone. */
  private static Dataset<Row> tiedBy(Dataset<Row> all, Dataset<Row> ties) {
    Dataset<Row> codes = ties.where("NOT is_alike").select("tie");
    Dataset<Row> alike = ties.where("is_alike").select("tie");
    return rows(Inputs.among(codes, LearnerRecords.byCode(all))
            .union(Inputs.among(alike, LearnerRecords.byLikeness(all))))
        .distinct()
        .localCheckpoint();
  }

  private static Dataset<Row> rows(Dataset<Row> records) {
    return records.select("dataset", "submission_id", "row_number");
  }
}
