package vn.phanluong.reading;

import java.io.Serializable;
import java.util.Locale;

/**
 * What a delivery is about: who answers for it, which year, which part of it.
 *
 * @param period a year; 0 where the dataset has no period, or a file spans several
 */
public record Scope(
    String reporterCode, short period, Part part, KnownBy reporterKnownBy, KnownBy periodKnownBy)
    implements Serializable {

  /** The reporter of a national compilation. */
  public static final String NATION = "VN";

  /** How a part of the scope was known. */
  public enum KnownBy {
    DECLARED,
    CONTENT,
    FILE_NAME,
    FOLDER_NAME
  }

  /** The year as a whole, of the first round. */
  public Scope(String reporterCode, short period, KnownBy reporterKnownBy, KnownBy periodKnownBy) {
    this(reporterCode, period, Part.WHOLE, reporterKnownBy, periodKnownBy);
  }

  /** The scope of rows already in raw. */
  public static Scope of(String reporterCode, short period) {
    return new Scope(reporterCode, period, KnownBy.DECLARED, KnownBy.DECLARED);
  }

  /** For reading a file of which nothing is known yet. */
  static Scope unknown() {
    return new Scope(NATION, (short) 0, KnownBy.CONTENT, KnownBy.CONTENT);
  }

  /** The same with another part. */
  public Scope with(Part other) {
    return new Scope(reporterCode, period, other, reporterKnownBy, periodKnownBy);
  }

  /** All that tells one scope from another, in one text that never changes its form. */
  public String text() {
    return "%s/%d-%s/%d/%s/%s"
        .formatted(
            reporterCode,
            period,
            part.subperiod(),
            part.round(),
            part.coverage(),
            part.accumulation())
        .toLowerCase(Locale.ROOT);
  }

  /** How each part that is not the default was known. */
  public String basis() {
    StringBuilder basis = new StringBuilder();
    basis.append("reporter %s, period %s".formatted(reporterKnownBy, periodKnownBy));
    part.knownBy().forEach((name, known) -> basis.append(", %s %s".formatted(name, known)));
    return basis.toString().toLowerCase(Locale.ROOT);
  }
}
