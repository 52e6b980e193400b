package vn.phanluong.reading;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.phanluong.definition.Contract;
import vn.phanluong.definition.Field;
import vn.phanluong.definition.YearChange;
import vn.phanluong.text.Spelling;

/**
 * Decides what of a record enters the warehouse (Law 91/2025/QH15): of a field what its contract
 * says, of text that no contract knows, or that could not be read, the shape alone. An accepted
 * record reads the same afterwards.
 */
final class DoorKeeper {
  private final RowReader reader;
  private final Pseudonyms pseudonyms;
  private final Map<String, Field> fields = new HashMap<>();
  private final boolean hasIdentities;
  private final int unit;

  DoorKeeper(Contract dataset, RowReader reader, Pseudonyms pseudonyms) {
    this.reader = reader;
    this.pseudonyms = pseudonyms;
    dataset.fields().forEach(field -> fields.put(field.name(), field));
    hasIdentities = dataset.fields().stream().anyMatch(it -> it.door() != Field.Door.KEEP);
    YearChange change = dataset.yearChange();
    String by = change == null ? null : change.by();
    unit = by == null ? -1 : reader.positionsOf(List.of(by))[0];
  }

  /**
   * The record the reader screened last, as it may enter.
   *
   * @param read what the reader made of it, with its rows
   */
  AdmittedRecord admit(ScreenedRecord screened, RowReader.Outcome read) {
    Map<String, String> identities = hasIdentities ? new TreeMap<>() : Map.of();
    String record = admitted(screened, read, identities);
    return new AdmittedRecord(
        screened.rowNumber(),
        record,
        screened.status(),
        admit(screened.findings()),
        screened.status() == RowStatus.ACCEPTED ? identities : Map.of(),
        screened.status() == RowStatus.ACCEPTED && unit >= 0 ? unitOf(read) : null);
  }

  private static boolean isUnknownLabel(Finding finding) {
    return finding.code().equals(FindingCode.COLUMN_UNMATCHED.id());
  }

  private @Nullable String unitOf(RowReader.Outcome read) {
    Object value = read.rows().get(0)[unit];
    return value == null ? null : value.toString();
  }

  private List<Finding> admit(List<Finding> findings) {
    return findings.isEmpty() ? findings : findings.stream().map(this::admit).toList();
  }

  private Finding admit(Finding finding) {
    return FindingMask.of(finding, fields.get(String.valueOf(finding.field())));
  }

  private String admitted(
      ScreenedRecord screened, RowReader.Outcome read, Map<String, String> identities) {
    String record = screened.record();
    if (Spelling.isBlank(record)) {
      return record;
    }
    if (read.status() == RowStatus.CONTEXT) {
      reader.splitContext(record);
      return reader.rewritten(this::ofContext);
    }
    if (read.status() == RowStatus.REJECTED) {
      return reader.rewritten(this::ofRejected);
    }
    @Nullable Object[] row = read.rows().get(0);
    boolean hasUnknownLabels = read.findings().stream().anyMatch(DoorKeeper::isUnknownLabel);
    return reader.rewritten(
        cell -> {
          Field field = hasUnknownLabels ? reader.fieldOf(cell) : null;
          return field != null && field.cell() == Field.Cell.LABELS
              ? reader.knownLabels(reader.cellText(cell))
              : ofAccepted(cell, row, identities);
        });
  }

  /** Headers and totals say what they are; the rest of a title or a signature line is masked. */
  private String ofContext(int cell) {
    String text = reader.cellText(cell);
    return reader.isHeader(text) || Totals.isTotal(text) ? text : ShapeMask.of(text);
  }

  private String ofRejected(int cell) {
    String text = reader.cellText(cell);
    Field field = reader.fieldOf(cell);
    boolean isKnown =
        field != null && field.door() == Field.Door.KEEP && FindingMask.isFigure(field, text);
    return isKnown || reader.isHeader(text) ? text : ShapeMask.of(text);
  }

  /** Null where the cell stays; a national file has millions of rows, and most of it stays. */
  private @Nullable String ofAccepted(
      int cell, @Nullable Object[] row, Map<String, String> identities) {
    if (!reader.knows(cell)) {
      return ShapeMask.of(reader.cellText(cell));
    }
    Field field = hasIdentities ? reader.fieldOf(cell) : null;
    if (field == null || field.door() == Field.Door.KEEP) {
      return null;
    }
    String text = reader.cellText(cell);
    if (text.isEmpty()) {
      return null;
    }
    identities.put(field.name(), text);
    Object value = row[reader.positionOf(field)];
    return switch (field.door()) {
      case PSEUDONYM ->
          value == null ? ShapeMask.of(text) : pseudonyms.of(field.name(), value.toString());
      case YEAR -> value == null ? ShapeMask.of(text) : value.toString();
      default -> ShapeMask.of(text);
    };
  }
}
