package vn.phanluong.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was found in one record while it is read. */
final class RowFindings {
  private final int rowNumber;
  private final Map<String, String> names;
  private List<Finding> found = List.of();
  private boolean isRejected;
  private boolean isContext;

  RowFindings(int rowNumber) {
    this(rowNumber, Map.of());
  }

  /**
   * @param names what the sender calls each field; of those not in it their own name is said
   */
  RowFindings(int rowNumber, Map<String, String> names) {
    this.rowNumber = rowNumber;
    this.names = names;
  }

  void add(FindingCode code, @Nullable String field, @Nullable String text) {
    add(code, field, text, "");
  }

  void add(FindingCode code, @Nullable String field, @Nullable String text, String detail) {
    if (found.isEmpty()) {
      found = new ArrayList<>(2);
    }
    String called = field == null ? null : names.getOrDefault(field, field);
    found.add(code.ofRow(rowNumber, field, called, text, detail));
    isRejected |= code.severity() == Severity.REJECT_ROW;
  }

  /** The record turned out to be a total or a title. */
  void setContext() {
    isContext = true;
  }

  boolean isContext() {
    return isContext;
  }

  boolean isRejected() {
    return isRejected;
  }

  List<Finding> all() {
    return found;
  }
}
