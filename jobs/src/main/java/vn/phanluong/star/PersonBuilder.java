package vn.phanluong.star;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import vn.phanluong.runtime.Changes;
import vn.phanluong.runtime.Inputs;
import vn.phanluong.runtime.RevisingBuilder;
import vn.phanluong.runtime.Revision;

/**
 * Builds a table each of whose rows hangs on the rows of one person alone, and on what all rows
 * hang on. So the persons of changed rows are made anew, and take the place of what they were.
 */
interface PersonBuilder extends RevisingBuilder {
  /**
   * What the rows of a person hang on besides the person's own: one column, few rows, null if there
   * is nothing. Of some persons alone it is what they bring to it, so that it is as it was wherever
   * they bring the same as before. If it changed, everybody is made anew.
   */
  default @Nullable Dataset<Row> common(Inputs in) {
    return null;
  }

  @Override
  default @Nullable Revision revision(Changes changes) {
    Dataset<Row> persons = ChangedPersons.of(changes);
    if (persons == null) {
      return null;
    }
    Inputs now = changes.now().of(persons);
    return isCommon(changes.before().of(persons), now) || isCommon(changes.before(), changes.now())
        ? new Revision(persons, build(now))
        : null;
  }

  private boolean isCommon(Inputs before, Inputs now) {
    Dataset<Row> one = common(before);
    Dataset<Row> other = common(now);
    return one == null || other == null || texts(one).equals(texts(other));
  }

  private static List<String> texts(Dataset<Row> common) {
    return common.collectAsList().stream().map(row -> String.valueOf(row.get(0))).sorted().toList();
  }
}
