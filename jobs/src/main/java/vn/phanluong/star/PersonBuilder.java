package vn.phanluong.star;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
   * What the rows of all persons hang on besides their own.
   *
   * @param tables without a change in one of these it is as it was
   * @param rows one column, few rows. Of some persons alone they are what these bring to it, so
   *     that it is as it was wherever they bring the same as before
   */
  record Common(Set<String> tables, Function<Inputs, Dataset<Row>> rows) {}

  /** Nothing unless overridden. */
  default List<Common> common() {
    return List.of();
  }

  /**
   * The persons whose rows hang on some rows of {@link #common}; null if it may be anybody, so that
   * everybody is made anew.
   *
   * @param told rows that are there now and were not, or were and are not
   */
  default @Nullable Dataset<Row> hanging(Inputs in, Set<String> told) {
    return null;
  }

  @Override
  default @Nullable Revision revision(Changes changes) {
    Dataset<Row> changed = ChangedPersons.of(changes);
    Dataset<Row> persons = changed == null ? null : withHanging(changes, changed);
    return persons == null ? null : new Revision(persons, build(changes.now().of(persons)));
  }

  /** Some persons and those that hang on what is not as it was in common; null if everybody may. */
  private @Nullable Dataset<Row> withHanging(Changes changes, Dataset<Row> changed) {
    List<Common> common =
        common().stream()
            .filter(it -> !Collections.disjoint(it.tables(), changes.tables()))
            .toList();
    if (differing(common, changes.before().of(changed), changes.now().of(changed)).isEmpty()) {
      return changed;
    }
    Set<String> told = differing(common, changes.before(), changes.now());
    if (told.isEmpty()) {
      return changed;
    }
    Dataset<Row> hanging = hanging(changes.now(), told);
    return hanging == null ? null : Changes.few(Stream.of(changed, hanging));
  }

  private static Set<String> differing(List<Common> common, Inputs before, Inputs now) {
    Set<String> one = texts(common, before);
    Set<String> other = texts(common, now);
    return Stream.of(one, other)
        .flatMap(Set::stream)
        .filter(told -> one.contains(told) != other.contains(told))
        .collect(Collectors.toSet());
  }

  private static Set<String> texts(List<Common> common, Inputs in) {
    return common.stream()
        .flatMap(it -> it.rows().apply(in).collectAsList().stream())
        .map(row -> String.valueOf(row.get(0)))
        .collect(Collectors.toSet());
  }
}
