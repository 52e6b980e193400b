package vn.phanluong.reading;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something wrong, or guessed, in a delivered file.
 *
 * @param code id of a {@link FindingCode}
 * @param rowNumber line of the file, from 1; 0 for the file as a whole
 * @param cell A1 address of the cell, as a workbook shows it or a CSV opened as one; null where it
 *     is of no cell
 * @param field field of the contract, or null
 * @param text the text found, or null
 * @param vi what, where and what to do, in Vietnamese
 * @param en the same in English
 */
public record Finding(
    String code,
    Severity severity,
    int rowNumber,
    @Nullable String cell,
    @Nullable String field,
    @Nullable String text,
    String vi,
    String en)
    implements Serializable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> PER_FILE =
      Set.of(
          FindingCode.CELL_ZERO_RESTORED.id(),
          FindingCode.CELL_IDENTITY_ZERO.id(),
          FindingCode.CELL_BIRTH_YEAR_ONLY.id(),
          FindingCode.PLACE_NOT_HELD.id(),
          FindingCode.ROW_COUNCIL_OTHER.id(),
          FindingCode.COLUMN_UNMATCHED.id());

  /** A list as JSON, as {@code raw} stores it. */
  public static String toJson(List<Finding> findings) {
    try {
      return JSON.writeValueAsString(findings);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The list {@link #toJson} wrote.
   *
   * @throws IllegalArgumentException if it is no such list
   */
  public static List<Finding> fromJson(String json) {
    try {
      return JSON.readValue(json, new TypeReference<List<Finding>>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Not a list of findings: " + json, e);
    }
  }

  /** The same finding, met in {@code count} rows of the file of which this is the first. */
  Finding inRows(int count) {
    if (count == 1) {
      return this;
    }
    return worded(
        "%s (%d dòng như vậy trong tệp, đây là dòng đầu tiên.)".formatted(vi, count),
        "%s (%d such rows in the file, this is the first.)".formatted(en, count));
  }

  /** The same finding of another text, here and in its messages. */
  Finding saying(String other) {
    String found = text == null ? "" : text;
    return found.isEmpty()
        ? this
        : new Finding(
            code,
            severity,
            rowNumber,
            cell,
            field,
            other,
            vi.replace(found, other),
            en.replace(found, other));
  }

  /** The same finding in other words. */
  Finding worded(String otherVi, String otherEn) {
    return new Finding(code, severity, rowNumber, cell, field, text, otherVi, otherEn);
  }

  /** The same finding in a cell, by its place in the record from 0. */
  Finding in(int place) {
    return new Finding(code, severity, rowNumber, columnOf(place) + rowNumber, field, text, vi, en);
  }

  /** The same finding so many rows later, in a row and cell that are called the same. */
  Finding later(int rows) {
    return rowNumber == 0
        ? this
        : new Finding(code, severity, rowNumber + rows, cell, field, text, vi, en);
  }

  /** A to Z, then AA: 26 letters without a zero. */
  private static String columnOf(int place) {
    String last = String.valueOf((char) ('A' + place % 26));
    return place < 26 ? last : columnOf(place / 26 - 1) + last;
  }

  /** Said once a file with a count, however many rows show it. */
  boolean isPerFile() {
    return PER_FILE.contains(code);
  }

  /** Findings said together: of one code, and of a label of one text. */
  List<@Nullable String> group() {
    boolean isLabel = code.equals(FindingCode.COLUMN_UNMATCHED.id());
    return Arrays.asList(code, field, isLabel ? text : null);
  }
}
