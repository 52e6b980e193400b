package vn.phanluong.reading;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.phanluong.definition.Field;

/** Tells a file of something else by its keys. */
final class ForeignKeys {
  /** Fewer rows with a wrong key are slips, to be marked one by one. */
  private static final int FOREIGN = 20;

  private ForeignKeys() {}

  /**
   * Columns of a known name prove nothing if no row has a key of the dataset: another exam also has
   * candidate numbers and marks in mathematics.
   *
   * @return what is wrong, or null
   */
  static @Nullable Finding in(List<RowReader.Outcome> rows, Recognition.Recognised recognised) {
    Set<String> keys =
        recognised.contract().fields().stream()
            .filter(Field::key)
            .map(Field::name)
            .collect(Collectors.toSet());
    List<Finding> wrong =
        rows.stream()
            .flatMap(
                row ->
                    row.findings().stream()
                        .filter(each -> each.severity() == Severity.REJECT_ROW)
                        .filter(each -> each.text() != null && keys.contains(each.field()))
                        .limit(1))
            .toList();
    if (wrong.size() < Math.max(rows.size(), FOREIGN)) {
      return null;
    }
    Finding first = wrong.get(0);
    String counted = "%s, %d/%d".formatted(recognised.dataset(), wrong.size(), rows.size());
    return FindingCode.FILE_FOREIGN_KEYS.ofFile(first.field(), first.text(), counted);
  }
}
