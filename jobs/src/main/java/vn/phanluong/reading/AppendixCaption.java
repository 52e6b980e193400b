package vn.phanluong.reading;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.phanluong.region.PlaceResult;
import vn.phanluong.region.Places;
import vn.phanluong.region.Region;
import vn.phanluong.text.Spelling;

/**
 * What stands over the tables of an appendix: the year they are for, and the document it belongs
 * to.
 *
 * @param constants fields that hold for every target of the appendix
 */
record AppendixCaption(Map<String, String> constants, List<Finding> findings) {
  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  private static final Pattern YEAR =
      Pattern.compile("chỉ tiêu(?:(?!chỉ tiêu).)*?năm\\s+(20\\d\\d)", FLAGS);
  private static final Pattern DOCUMENT =
      Pattern.compile(
          "số:?\\s*(\\d+\\s*/\\s*[^\\s-]+(?:\\s*-\\s*[^\\s-]+){0,20}?)\\s*,?\\s+ngày\\s+"
              + "(\\d{1,2}\\s*[/.-]\\s*\\d{1,2}\\s*[/.-]\\s*\\d{4}"
              + "|\\d{1,2} tháng \\d{1,2} năm \\d{4})\\s+của\\s+([^)]+)",
          FLAGS);
  private static final Pattern ISSUER =
      Pattern.compile("^(?:ubnd|ủy ban nhân dân|uỷ ban nhân dân)\\s+", FLAGS);

  /**
   * Reads the lines of an appendix.
   *
   * @throws RejectedFile if they do not say the year, or the document
   */
  static AppendixCaption of(Head head, Declared declared) {
    Short year = declared.period();
    Origin origin = null;
    for (Head.Numbered record : head.records()) {
      String text = record.title();
      Matcher caption = YEAR.matcher(text);
      if (year == null && caption.find()) {
        year = Short.valueOf(caption.group(1));
      }
      if (origin == null) {
        origin = Origin.of(record.rowNumber(), text);
      }
    }
    if (year == null) {
      throw new RejectedFile(FindingCode.FILE_NO_PERIOD.ofFile(null, null, ""));
    }
    if (origin == null) {
      origin = Origin.of(declared.reporterCode(), year);
    }
    if (origin == null) {
      throw new RejectedFile(FindingCode.FILE_NO_DOCUMENT.ofFile("document_id", null, ""));
    }
    Map<String, String> constants = new HashMap<>(FIXED);
    constants.put("target_year", year.toString());
    constants.put("document_id", origin.documentId());
    constants.put("region_key", origin.unit().regionKey());
    return new AppendixCaption(Map.copyOf(constants), origin.findings());
  }

  /** Targets a place registered for itself: one number each, for the whole place. */
  private static final Map<String, String> FIXED =
      Map.of(
          "kind", "registered",
          "operator", "=",
          "scope", "whole",
          "evidence", "seen: phụ lục của văn bản (appendix of the document)");

  /** The document an appendix belongs to, and the unit whose plan it is. */
  private record Origin(String documentId, Region unit, List<Finding> findings) {

    /**
     * From a line like «(Kèm theo Kế hoạch số 568/KH-UBND ngày 07/3/2023 của UBND tỉnh Long An)».
     */
    static @Nullable Origin of(int rowNumber, String text) {
      Matcher line = DOCUMENT.matcher(text);
      if (!line.find()) {
        return null;
      }
      String number = line.group(1).replace(" ", "");
      LocalDate day = Texts.date(line.group(2).replaceAll("\\s*([/.-])\\s*", "$1"));
      if (day == null) {
        return null;
      }
      String place = ISSUER.matcher(line.group(3).trim()).replaceFirst("");
      PlaceResult result = Places.bundled().resolve(place, null, null, day);
      if (!(result instanceof PlaceResult.Found found)) {
        return null;
      }
      String registered = DocumentRegister.bundled().idOf(number, day);
      if (registered != null) {
        return new Origin(registered, found.unit(), List.of());
      }
      String id = idOf(found.unit(), number, day);
      return new Origin(
          id,
          found.unit(),
          List.of(FindingCode.DOCUMENT_UNREGISTERED.ofRow(rowNumber, "document_id", number, id)));
    }

    /** From the id of a registered document, stated by the sender. */
    static @Nullable Origin of(@Nullable String documentId, short year) {
      String place = documentId == null ? null : DocumentRegister.bundled().placeOf(documentId);
      if (documentId == null || place == null) {
        return null;
      }
      LocalDate day = DocumentRegister.bundled().dayOf(documentId, year);
      return Places.bundled().resolve(place, null, null, day) instanceof PlaceResult.Found found
          ? new Origin(documentId, found.unit(), List.of())
          : null;
    }

    /** For example {@code long-an-568-2023}. */
    private static String idOf(Region unit, String number, LocalDate day) {
      String name = Spelling.strip(unit.shortName()).replaceAll("[^a-z0-9]+", "-");
      return "%s-%s-%d".formatted(name, number.replaceFirst("/.*", ""), day.getYear());
    }
  }
}
