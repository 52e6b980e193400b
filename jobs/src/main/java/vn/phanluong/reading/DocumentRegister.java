package vn.phanluong.reading;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.phanluong.definition.Reference;
import vn.phanluong.definition.SchemaFiles;
import vn.phanluong.text.Spelling;

/** The documents on record, by id and by number and date. */
final class DocumentRegister {
  private static final DocumentRegister BUNDLED = new DocumentRegister(SchemaFiles.bundled());
  private static final LocalDate FIRST_DAY_OF_REGIONS = LocalDate.of(2017, 1, 1);

  private final Map<String, Map<String, String>> byId = new HashMap<>();
  private final Map<String, String> idByNumber = new HashMap<>();

  private DocumentRegister(SchemaFiles files) {
    for (Map<String, String> row : Reference.rows(files, "plans/document")) {
      String id = row.getOrDefault("document_id", "");
      byId.put(id, row);
      idByNumber.put(numberKey(text(row, "number"), text(row, "issued_on")), id);
    }
  }

  static DocumentRegister bundled() {
    return BUNDLED;
  }

  boolean has(String documentId) {
    return byId.containsKey(documentId);
  }

  /** The document of a number, blanks in it ignored, and a date; or null. */
  @Nullable String idOf(String number, LocalDate issuedOn) {
    return idByNumber.get(numberKey(number, issuedOn.toString()));
  }

  /** The place a registered document governs, as its register row says. */
  @Nullable String placeOf(String documentId) {
    Map<String, String> row = byId.get(documentId);
    return row == null ? null : text(row, "place");
  }

  /**
   * The day on which a document's places are looked up: its date; without one, 31 May of its first
   * year, or of the target's.
   */
  LocalDate dayOf(@Nullable String documentId, short targetYear) {
    Map<String, String> row = documentId == null ? null : byId.get(documentId);
    if (row != null && !text(row, "issued_on").isEmpty()) {
      return notBeforeRegions(LocalDate.parse(text(row, "issued_on")));
    }
    boolean hasPeriod = row != null && !text(row, "period_from").isEmpty();
    int year = row != null && hasPeriod ? Integer.parseInt(text(row, "period_from")) : targetYear;
    return notBeforeRegions(LocalDate.of(year, 5, 31));
  }

  private static LocalDate notBeforeRegions(LocalDate day) {
    return day.isBefore(FIRST_DAY_OF_REGIONS) ? FIRST_DAY_OF_REGIONS : day;
  }

  private static String numberKey(String number, String issuedOn) {
    return Spelling.fold(number).replace(" ", "") + " " + issuedOn;
  }

  private static String text(Map<String, String> row, String column) {
    return row.getOrDefault(column, "");
  }
}
