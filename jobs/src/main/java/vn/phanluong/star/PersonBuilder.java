package vn.phanluong.star;

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
   * What the rows of a person hang on besides the person's own, read from {@link Inputs#everybody}:
   * texts, few, null if there is nothing. If one changed, everybody is made anew.
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
    Dataset<Row> before = common(changes.before());
    Dataset<Row> now = common(changes.now());
    boolean isAsItWas =
        before == null
            || now == null
            || (before.exceptAll(now).isEmpty() && now.exceptAll(before).isEmpty());
    return isAsItWas ? new Revision(persons, build(changes.now().of(persons))) : null;
  }
}
